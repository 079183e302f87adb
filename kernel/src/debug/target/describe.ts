import { inspect, types } from "node:util";
import { headline } from "../../display/duck.ts";
import { prune } from "../../display/prune.ts";

/** No value's text is longer than this many characters. */
const longest = 1000;

/** A value in one line, as a JavaScript console writes it. Runs no code of the value's own. */
export function describe(value: unknown): string {
  try {
    return cut(textOf(value));
  } catch {
    return `[${typeof value}]`;
  }
}

function textOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return inspect(value.slice(0, longest));
    case "number":
      return inspect(value);
    case "bigint":
      return `${value}n`;
    case "function":
      return functionText(value);
    case "object": {
      if (value === null) return "null";
      if (types.isProxy(value)) return "Proxy";
      return (
        headline(value) ?? inspect(prune(value), { ...limits, customInspect: isPruned(value) })
      );
    }
    default:
      return String(value);
  }
}

/** What `prune` leaves out speaks through a method of its own; the user's methods are not called. */
const isPruned = (value: object): boolean => prune(value) !== value;

const limits = {
  depth: 1,
  maxArrayLength: 20,
  maxStringLength: 100,
  breakLength: Infinity,
  compact: true,
  getters: false,
} as const;

function functionText(value: object): string {
  const source = Function.prototype.toString.call(value);
  const head = /^(?:class\b[^{]*|[^{]*?\([^)]*\)|[^{=]*=>)/.exec(source.slice(0, 300))?.[0] ?? "";
  // Where types were taken out, blanks are left.
  const text = head
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ (?=[,)])/g, "");
  return text.startsWith("class") ? text : `ƒ ${text.replace(/^function\s*/, "")}`;
}

const cut = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;

/** The name of a value's type: of its class, for an object that has one. */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  if (types.isProxy(value)) return "Proxy";
  for (let at: object | null = value; at; at = Object.getPrototypeOf(at) as object | null) {
    const constructor: unknown = Object.getOwnPropertyDescriptor(at, "constructor")?.value;
    if (typeof constructor !== "function" || types.isProxy(constructor)) continue;
    const name: unknown = Object.getOwnPropertyDescriptor(constructor, "name")?.value;
    if (typeof name === "string" && name !== "") return name;
  }
  return "Object";
}
