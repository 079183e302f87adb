import type { AnyNode } from "acorn";
import { CompileError } from "./compile-error.ts";
import { blank } from "./edits.ts";
import { parses, toPlainJavaScript } from "./javascript.ts";
import { transform } from "./strip.ts";

/** A line of a cell that is a command for the shell, with the lines that it continues in. */
export interface ShellLine {
  /** Where its first line begins, and its last one ends, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Where its exclamation mark stands. */
  readonly mark: number;
  readonly command: string;
}

const candidates = /^[ \t]*!(?!=)[ \t]*\S/m;

/**
 * The shell commands of a cell: the lines that start with `!` and cannot be TypeScript.
 *
 * A line is looked at where a statement of the top level may begin: where the cell up to it is
 * complete. It is TypeScript where it parses, or lacks only lines that follow, and the name right
 * after the `!` exists, is a keyword, or is no name. So `!done && save()` negates as long as there is a
 * `done`, and `!ls -l`, a subtraction to the parser, lists files as long as there is no `ls`. A
 * command goes on in the next line after a backslash at the end.
 *
 * @param isKnown Whether a name was declared by an earlier cell or is a global.
 */
export function shellLines(source: string, isKnown: (name: string) => boolean): ShellLine[] {
  if (!candidates.test(source)) return [];
  const found: ShellLine[] = [];
  let rest = source;
  for (const { 0: text, index: start } of source.matchAll(/(?:\\\r?\n|[^\r\n])+/g)) {
    const inCommand = found.at(-1)?.end ?? 0;
    const [first = ""] = text.split(/\r?\n/);
    if (start < inCommand || !candidates.test(first)) continue;
    const mark = start + first.indexOf("!");
    const declared = (name: string) => isKnown(name) || declares(rest, name);
    if (!parses(rest.slice(0, start)) || isTypeScript(first.trim(), declared)) continue;
    const end = start + text.length;
    const command = source.slice(mark + 1, end).trim();
    found.push({ start, end, mark, command });
    rest = blanked(rest, found.slice(-1));
  }
  return found;
}

/** The cell with an empty statement, equally long, in the place of each command. */
export function blanked(source: string, lines: readonly ShellLine[]): string {
  let text = source;
  for (const { mark, end } of lines) {
    text = `${text.slice(0, mark)};${blank(text.slice(mark + 1, end))}${text.slice(end)}`;
  }
  return text;
}

const unfinished = /end of the cell|Unterminated/;
const keywords =
  /^(?:async|await|class|delete|false|function|import|new|null|super|this|true|typeof|undefined|void)$/;

function isTypeScript(line: string, isKnown: (name: string) => boolean): boolean {
  const output = transform(line);
  if (output === undefined) return false;
  if (output instanceof CompileError) {
    const { message, position } = output;
    const lacksMore = unfinished.test(message) || position.column > line.length;
    const [name] = /[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(line) ?? [];
    return lacksMore && (name === undefined || keywords.test(name) || isKnown(name));
  }
  const js = toPlainJavaScript(line);
  if (!js || js instanceof CompileError) return true;
  const [statement] = js.program.body;
  if (statement?.type !== "ExpressionStatement") return true;
  const name = leftmost(statement.expression);
  return name === undefined || keywords.test(name) || isKnown(name);
}

/** The name that an expression begins with, after its `!`. */
function leftmost(node: AnyNode): string | undefined {
  switch (node.type) {
    case "Identifier":
      return node.name;
    case "UnaryExpression":
    case "UpdateExpression":
      return leftmost(node.argument);
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression":
      return leftmost(node.left);
    case "ConditionalExpression":
      return leftmost(node.test);
    case "MemberExpression":
      return leftmost(node.object);
    case "CallExpression":
      return leftmost(node.callee);
    case "TaggedTemplateExpression":
      return leftmost(node.tag);
    case "ChainExpression":
      return leftmost(node.expression);
    case "SequenceExpression":
      return node.expressions[0] && leftmost(node.expressions[0]);
    default:
      return undefined;
  }
}

/** Whether a cell itself declares a name; a close guess, since it may not parse yet. */
function declares(source: string, name: string): boolean {
  const escaped = name.replaceAll("$", "\\$");
  const whole = `(?<![\\p{ID_Continue}$.])${escaped}(?![\\p{ID_Continue}$])`;
  const variables = `\\b(?:let|const|var|using|import)\\b[^;=(]*?${whole}`;
  const others = `\\b(?:function|class|enum|namespace)\\b[\\s*]*${whole}`;
  return new RegExp(`${variables}|${others}`, "u").test(source);
}
