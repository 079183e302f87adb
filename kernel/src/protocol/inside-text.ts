/**
 * Whether an offset lies in a string, a comment or the text of a template, where a name would mean
 * nothing. Regular expressions are not recognised: a quote in one may mislead it.
 */
export function insideText(code: string, offset: number): boolean {
  /** What is open: a quote, a template, a `${` in one, or a `{` in that. */
  const open: string[] = [];
  let at = 0;
  while (at < offset) {
    const inside = open.at(-1);
    const rest = code.slice(at, at + 2);
    const character = rest[0];
    if (inside === "'" || inside === '"' || inside === "`") {
      if (character === "\\") at++;
      else if (character === inside || (character === "\n" && inside !== "`")) open.pop();
      else if (inside === "`" && rest === "${") {
        open.push("${");
        at++;
      }
    } else if (rest === "//" || rest === "/*") {
      const end = code.indexOf(rest === "//" ? "\n" : "*/", at + 2);
      if (end < 0 || end >= offset) return true;
      at = end + (rest === "//" ? 0 : 1);
    } else if (/['"`]/.test(character)) open.push(character);
    else if (character === "{" && open.length > 0) open.push("{");
    else if (character === "}" && open.length > 0) open.pop();
    at++;
  }
  return /^['"`]$/.test(open.at(-1) ?? "");
}
