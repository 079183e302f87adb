import * as acorn from "acorn";
import { shorten } from "./shorten.ts";
import type { DisplayData } from "./types.ts";

type Callable = acorn.FunctionExpression | acorn.ArrowFunctionExpression | acorn.ClassExpression;

/** A function or class as its signature: the whole source is in the cell already. */
export function representCallable(value: unknown): DisplayData | undefined {
  if (typeof value !== "function") return undefined;
  const name = nameOf(value);
  const source = Function.prototype.toString.call(value);
  let text: string | undefined;
  if (/\{\s*\[native code\]\s*\}\s*$/.test(source)) text = `function ${name}() { [native code] }`;
  text ??= parsed(`(${source})`, name) ?? parsed(`({ ${source} })`, name);
  return { data: { "text/plain": text ?? `[Function: ${name}]` }, metadata: {} };
}

/** The own `name` where it is text: a static member of that name may hide the function's. */
function nameOf(callable: object): string {
  const name: unknown = Object.getOwnPropertyDescriptor(callable, "name")?.value;
  return typeof name === "string" && name ? name : "(anonymous)";
}

/** `undefined` where the source does not parse in this position. */
function parsed(code: string, name: string): string | undefined {
  try {
    const { expression } = acorn.parse(code, { ecmaVersion: "latest" })
      .body[0] as acorn.ExpressionStatement;
    if (isCallable(expression)) return write(expression, name, code);
    const method = expression.type === "ObjectExpression" ? expression.properties[0] : undefined;
    if (method?.type !== "Property") return undefined;
    return functionText(method.value as acorn.FunctionExpression, name, code, "");
  } catch {
    return undefined;
  }
}

const isCallable = (node: acorn.Expression): node is Callable =>
  ["FunctionExpression", "ArrowFunctionExpression", "ClassExpression"].includes(node.type);

function write(node: Callable, name: string, code: string): string {
  if (node.type === "ClassExpression") return classText(node, name, code);
  if (node.type === "FunctionExpression") return functionText(node, name, code, "function");
  const left = name === "(anonymous)" ? "" : `${name} = `;
  return `${left}${node.async ? "async " : ""}${parameters(node, code)} => …`;
}

function functionText(node: acorn.Function, name: string, code: string, keyword: string): string {
  const words = [node.async ? "async" : "", keyword].filter(Boolean).join(" ");
  const star = node.generator ? "*" : "";
  return `${words}${star}${words ? " " : ""}${name}${parameters(node, code)}`;
}

function parameters(node: acorn.Function, code: string): string {
  return `(${node.params.map((param) => cut(param, code)).join(", ")})`;
}

function cut({ start, end }: acorn.Node, code: string): string {
  return shorten(code.slice(start, end).replace(/\s+/g, " "));
}

function classText(node: acorn.Class, name: string, code: string): string {
  const parent = node.superClass ? ` extends ${cut(node.superClass, code)}` : "";
  const members = node.body.body.flatMap((member) => {
    if (member.type !== "MethodDefinition" || member.key.type === "PrivateIdentifier") return [];
    const words = [member.static ? "static " : "", /^[gs]et$/.test(member.kind) ? member.kind : ""];
    const key = member.computed ? `[${cut(member.key, code)}]` : cut(member.key, code);
    const text = functionText(member.value, key, code, words.join("").trim());
    return [`  ${text}`];
  });
  return [`class ${name}${parent}`, ...members.slice(0, 50)].join("\n");
}
