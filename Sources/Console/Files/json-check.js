// Reads JSON and says in plain English where it is wrong: line, column and what would be right.

export class Fault extends Error {
  constructor(message, line, column) {
    super(message);
    Object.assign(this, { line, column });
  }
}

/// The value of a text, or a Fault.
export function readJSON(text) {
  let at = 0;

  function fail(message, place = at) {
    const before = text.slice(0, place).split("\n");
    throw new Fault(message, before.length, before.at(-1).length + 1);
  }

  function space() {
    while (at < text.length && " \t\n\r".includes(text[at])) at += 1;
  }

  function shown() {
    return at < text.length ? `“${text[at]}”` : "the end";
  }

  function value(depth) {
    if (depth > 200) fail("This is nested too deeply.");
    space();
    const first = text[at];
    if (first === "{") return members(depth);
    if (first === "[") return items(depth);
    if (first === '"') return string();
    const literal = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(text.slice(at, at + 400));
    if (!literal) {
      if (first === "'") fail("Texts stand in double quotes.");
      fail(`A value is expected here, not ${shown()}.`);
    }
    at += literal[0].length;
    if (/[\w.]/.test(text[at] ?? "")) fail("This is neither a number nor true, false or null.");
    return JSON.parse(literal[0]);
  }

  function string() {
    const begun = at;
    at += 1;
    while (text[at] !== '"') {
      if (at >= text.length || text[at] === "\n") fail("This text has no closing quote.", begun);
      at += text[at] === "\\" ? 2 : 1;
    }
    at += 1;
    try {
      return JSON.parse(text.slice(begun, at));
    } catch {
      return fail("This text has a character or an escape that JSON does not know.", begun);
    }
  }

  function members(depth) {
    const result = {};
    at += 1;
    space();
    if (text[at] === "}") return (at += 1), result;
    for (;;) {
      space();
      const begun = at;
      if (text[at] !== '"') fail(text[at] === "}" ? "There is a comma too many before this bracket." : `A name in double quotes is expected here, not ${shown()}.`);
      const name = string();
      if (Object.hasOwn(result, name)) fail(`“${name}” stands here a second time.`, begun);
      space();
      if (text[at] !== ":") fail(`A colon is expected after the name “${name}”, not ${shown()}.`);
      at += 1;
      Object.defineProperty(result, name, { value: value(depth + 1), enumerable: true, writable: true, configurable: true });
      space();
      if (text[at] === "}") return (at += 1), result;
      if (text[at] !== ",") fail(`A comma or a closing bracket is expected here, not ${shown()}.`);
      at += 1;
    }
  }

  function items(depth) {
    const result = [];
    at += 1;
    space();
    if (text[at] === "]") return (at += 1), result;
    for (;;) {
      space();
      if (text[at] === "]") fail("There is a comma too many before this bracket.");
      result.push(value(depth + 1));
      space();
      if (text[at] === "]") return (at += 1), result;
      if (text[at] !== ",") fail(`A comma or a closing bracket is expected here, not ${shown()}.`);
      at += 1;
    }
  }

  space();
  if (at === text.length) fail("There is nothing here yet.");
  const result = value(0);
  space();
  if (at < text.length) fail(`The JSON ends before ${shown()}.`);
  return result;
}
