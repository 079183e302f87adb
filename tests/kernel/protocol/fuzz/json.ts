/** JSON as deep as this overflows the stack of who walks it by recursion. */
const depth = 20_000;

export const deepList = `${"[".repeat(depth)}${"]".repeat(depth)}`;
export const deepObject = `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

/** JSON that hardly any field expects, as text: some of it cannot be written by `JSON.stringify`. */
export const wrongValues: readonly string[] = [
  "null",
  "true",
  "-1",
  "1e999",
  "0.5",
  "9007199254740993",
  '""',
  '"\\u0000"',
  '"\\ud800"',
  "[]",
  '[null,[],{"a":[]}]',
  "{}",
  '{"toString":1,"valueOf":null,"length":-1}',
  '{"__proto__":{"polluted":true},"constructor":null}',
  deepList,
  deepObject,
];

/** An object's JSON with one field replaced by JSON text. */
export function withField(object: object, field: string, json: string): string {
  const rest = Object.entries(object).filter(([name]) => name !== field);
  const fields = rest.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{${[...fields, `${JSON.stringify(field)}:${json}`].join(",")}}`;
}
