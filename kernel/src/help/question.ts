/** A name in code, to ask the type checker about: `offset` is in it, in UTF-16 code units. */
export interface Question {
  readonly code: string;
  readonly offset: number;
}

const name = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;
const path = String.raw`(?:this\s*\.\s*)?${name}(?:\s*\??\.\s*${name})*`;

/** The name in `help(name)` or `help(object.name)`; other arguments have a value but no name. */
export function argumentOf(
  code: string,
  call: { readonly line: number; readonly column: number },
): Question | undefined {
  const lines = code.split("\n");
  const before = lines.slice(0, call.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const start = before + call.column - 1;
  const argument = new RegExp(String.raw`help\s*\(\s*(${path})\s*[,)]`, "uyd");
  argument.lastIndex = start;
  const end = argument.exec(code)?.indices?.[1]?.[1];
  if (end === undefined) return undefined;
  // Without the call around it: of an unknown name it would be the call that is explained.
  const alone = `${code.slice(0, start)}    ${code.slice(start + "help".length)}`;
  return { code: alone, offset: end - 1 };
}

/** The name that a text spells, as in `help("Array.prototype.map")`, as a value or as a type. */
export function spelled(text: string): readonly Question[] {
  if (!new RegExp(`^${path}$`, "u").test(text)) return [];
  const asType = `let spelled: ${text}`;
  return [
    { code: text, offset: text.length - 1 },
    { code: asType, offset: asType.length - 1 },
  ];
}
