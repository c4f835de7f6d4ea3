"""When schedules fire, by programs that are not ours: pyawscron, and croniter for what that cannot, say which local times
an expression means, and zoneinfo which instants they are.

python3 schedule_times.py > schedule_times.tsv, with `pip install pyawscron==1.0.7 croniter`; the zones are those of the
folder beside it, which are from tzdata of PyPI, so that no government's decision changes what is expected. Each line has an expression,
a zone, the instant after which the times are counted, how many follow within three years (1,500 at most), the sum of
their seconds since 1970 and of the squares of their minutes, modulo 2**53, and the first three.
"""

import datetime as dt
import itertools
import pathlib
import random
import zoneinfo

from croniter import croniter
from pyawscron import AWSCron

UTC = dt.timezone.utc
EXPRESSIONS = """
0 9 * * ? *|15 12 * * ? *|0 18 ? * MON-FRI *|0 8 1 * ? *|0/10 * ? * MON-FRI *|0/5 8-17 ? * MON-FRI *
0/30 20-23 ? * MON-FRI *|30 0 ? * SUN *|0 12 15 * ? *|*/15 * * * ? *|5,35 14 * * ? *|15 10 ? * 6L *|15 10 ? * 6L 2026-2028
0 10 L * ? *|0 10 15W * ? *|0 10 1W * ? *|0 10 31W 1,3,5 ? *|0 10 28W 2 ? *|0 10 ? * 2#1 *|0 10 ? * 3#2 *|0 10 ? * 6#5 *
0 10 ? * 7#5 *|0 10 ? * 1#1 *|0 10 ? * 1L *|0 10 ? * 2L *|0 10 ? * 7L *|0 0 29 2 ? *|0 0 29 FEB ? *|0 0 30 * ? *|0 0 31 * ? *
59 23 31 12 ? *|0 0 1 1 ? *|30 2 * * ? *|30 1 * * ? *|0 2 * * ? *|0 3 * * ? *|59 1 * * ? *|30 2 ? * SUN *|15 2 29 3 ? *
0 0 * * ? *|30 0 * * ? *|0 1 * * ? *|0 * * * ? *|30 * * * ? *|0 0-6 * * ? *|0/20 1-3 * * ? *|0 12 * JAN,JUL ? *
0 12 * JAN-MAR ? *|0 12 1-7 * ? *|0 12 1,15 * ? *|0 12 1-31/2 * ? *|0 12 2/7 * ? *|0 6/6 * * ? *|10-50/20 4 * * ? *
0 9 ? * MON *|0 9 ? * TUE,THU *|0 9 ? * 2-6 *|0 9 ? * 1 *|0 9 ? * 7 *|0 9 ? * SAT,SUN *|0 9 ? 6-8 MON-FRI *|0 9 ? DEC 2-6 2027
0 9 1 * ? 2027|0 9 1 * ? 2026-2027|0 9 1 * ? 2026,2028|0 9 1 1/3 ? *|0 9 10W * ? *|0 9 14W * ? *|0 9 30W 4,6,9,11 ? *
0 22 L 2 ? *|0 22 L 1-12/3 ? *|1 1 1 1 ? 2028|45 23 L * ? *|0 4 ? 3 1#2 *|0 4 ? 11 1#1 *|0 5 ? * 5L *|0 5 ? * 4#4 *
"""
ZONES = """
UTC|Europe/Berlin|Europe/London|America/New_York|America/Los_Angeles|America/Sao_Paulo|Asia/Kolkata|Asia/Kathmandu
Australia/Lord_Howe|Australia/Sydney|Pacific/Auckland|Pacific/Apia|America/Havana|Africa/Cairo|Asia/Beirut|America/Santiago
Atlantic/Azores|Africa/Casablanca|Antarctica/Troll|America/St_Johns|Asia/Tokyo|Europe/Dublin
"""
STARTS = ["2026-01-01T00:00:00", "2026-03-28T22:10:00", "2026-10-24T21:59:00", "2027-11-07T05:30:00"]


def listed(text):
    return [part for line in text.split("\n") for part in line.split("|") if part]


def local_times(expression, begin):
    """Local times from a minute on, without a zone."""
    cron = AWSCron(expression)
    now = begin.replace(tzinfo=UTC) - dt.timedelta(minutes=1)
    while True:
        now = cron.occurrence(now).next()
        if now is None:
            return
        yield now.replace(tzinfo=None)


def plain_local_times(expression, begin):
    """The same by croniter, for what pyawscron makes a 30 February of; it knows neither W nor years."""
    return croniter(" ".join(expression.split()[:5]).replace("?", "*"), begin - dt.timedelta(minutes=1)).all_next(dt.datetime)


def instants(expression, name, begin, local_times):
    """Instants after one; a local time that does not come is left out, one that comes twice comes once."""
    zone = zoneinfo.ZoneInfo(name)
    end = begin + dt.timedelta(days=3 * 365)
    first = begin.astimezone(zone).replace(tzinfo=None) - dt.timedelta(days=1)
    for local in local_times(expression, first):
        instant = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
        if instant > end:
            return
        if instant.astimezone(zone).replace(tzinfo=None) == local and instant > begin:
            yield instant


def mixed(count):
    """Expressions whose fields are thrown together."""
    dice = random.Random(22)
    days = ["? * MON-FRI", "* * ?", "1 * ?", "L * ?", "15W * ?", "? * 6L", "? * 2#1", "? 1-6 SAT", "? * 4#3", "10-20 * ?",
            "1,11,21 * ?", "? OCT,MAR 1", "25-28 3,10,11 ?", "3W 2/3 ?", "? * 1,4"]
    for _ in range(count):
        minutes = dice.choice(["0", "30", "5,50", "*/20", "0/7", "10-15", "59"])
        hours = dice.choice(["0", "1", "2", "1-3", "*/6", "23", "9-17", "12", "3,4"])
        yield f"{minutes} {hours} {dice.choice(days)} {dice.choice(['*', '*', '2026-2029', '2027,2028'])}"


def main():
    zoneinfo.reset_tzpath([pathlib.Path(__file__).resolve().parent / "zoneinfo"])
    expressions, zones = listed(EXPRESSIONS) + list(mixed(120)), listed(ZONES)
    pairs = [(e, zones[i % len(zones)], STARTS[i % 4]) for i, e in enumerate(expressions)]
    # Those that meet the nights in which clocks are set are asked of every zone.
    pairs += [(e, z, STARTS[i % 4]) for e in ("30 2 * * ? *", "0/20 1-3 * * ? *", "30 0 * * ? *", "0 * * * ? *")
              for i, z in enumerate(zones)]
    for expression, zone, start in pairs:
        begin = dt.datetime.fromisoformat(start).replace(tzinfo=UTC)
        try:
            times = list(itertools.islice(instants(expression, zone, begin, local_times), 1500))
        except ValueError:
            times = list(itertools.islice(instants(expression, zone, begin, plain_local_times), 1500))
        times = [int(t.timestamp()) for t in times]
        squares = sum((t // 60) ** 2 for t in times) % 2**53
        print(f"cron({expression})", zone, int(begin.timestamp()), len(times), sum(times), squares,
              " ".join(map(str, times[:3])), sep="\t")


main()
