"""Reads messages with Python's own parser, strictly, and prints how each differs from what was meant.

Standard input has a JSON object on each line: "raw" (Base64) and what was meant: "from", "to", "cc", "replyTo" (lists of
[name, address]), "subject", "headers" (an object), "text", "html", "files" (a list of [name, type, Base64, content id]).
"""
import base64, email, email.header, email.policy, email.utils, json, sys

POLICY = email.policy.SMTP.clone(raise_on_defect=True)


def decoded(name):
    return str(email.header.make_header(email.header.decode_header(name)))


def addresses(raw, field):
    """By the older interface: the newer one of Python 3.11 leaves blanks between encoded words of a name (RFC 2047 §6.2)."""
    fields = email.message_from_bytes(raw).get_all(field, [])
    return [[decoded(name), address] for name, address in email.utils.getaddresses(fields)]


def lines(text):
    return None if text is None else text.replace("\r\n", "\n").replace("\r", "\n")


def read(raw):
    message = email.message_from_bytes(raw, policy=POLICY)
    body = {p: message.get_body((p,)) for p in ("plain", "html")}
    files = []
    for part in message.walk():
        if part.is_multipart() or part.get_filename() is None:
            continue
        cid = part["Content-ID"]
        files.append([
            part.get_filename(), part.get_content_type(),
            base64.b64encode(part.get_payload(decode=True)).decode(),
            str(cid).strip("<>") if cid else None,
        ])
    texts = {p: lines(b.get_content()) if b else None for p, b in body.items()}
    return {
        "from": addresses(raw, "From"), "to": addresses(raw, "To"), "cc": addresses(raw, "Cc"),
        "replyTo": addresses(raw, "Reply-To"), "subject": str(message["Subject"]),
        "text": texts["plain"], "html": texts["html"], "files": files,
        "headers": {k: str(v) for k, v in message.items() if k.startswith("X-")},
    }


count = 0
for line in sys.stdin.buffer if len(sys.argv) < 2 else open(sys.argv[1], "rb"):
    meant = json.loads(line)
    raw = base64.b64decode(meant.pop("raw"))
    count += 1
    try:
        found = read(raw)
    except Exception as error:
        found = {"error": repr(error)}
    for text in ("text", "html"):
        meant[text] = lines(meant.get(text))
    for key in sorted(set(meant) | set(found)):
        if meant.get(key) != found.get(key):
            print(f"{count} {key}: meant {meant.get(key)!r}, read {found.get(key)!r}")
    long = [len(l) for l in raw.split(b"\r\n") if len(l) > 998]
    if long or any(b > 126 for b in raw) or b"\n" in raw.replace(b"\r\n", b""):
        print(f"{count}: a line of {long}, a bare line break, or a byte that is no ASCII")
print(f"read {count}")
