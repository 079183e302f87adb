import { brief } from "../display/brief.ts";
import { inspectText } from "../display/inspect.ts";
import type { DisplayData } from "../display/types.ts";
import { membersOf } from "./members.ts";

/** What the type checker knows of a name. */
export interface Known {
  readonly text: string;
  readonly markdown: string;
  /** True where the text ends in the TypeScript that declares the name. */
  readonly hasSource?: boolean;
}

interface Section {
  readonly text: string;
  readonly markdown: string;
}

/** Of the source of a function, in lines. */
const longestSource = 40;
const mostNames = 100;
const width = 96;

/** All that is known of a value, as one page: its type and documentation, then the value itself. */
export function helpPage(value: unknown, known: Known | undefined): DisplayData {
  const sections = [...(known ? [known] : []), ...live(value, known)];
  const joined = (form: keyof Section) => sections.map((section) => section[form]).join("\n\n");
  return {
    data: { "text/plain": joined("text"), "text/markdown": joined("markdown") },
    metadata: {},
  };
}

/** The page of a name that no value came with, such as a type's. */
export function knownPage(known: Known): DisplayData {
  return {
    data: { "text/plain": known.text, "text/markdown": known.markdown },
    metadata: {},
  };
}

function live(value: unknown, known: Known | undefined): Section[] {
  if (typeof value !== "object" && typeof value !== "function") return [shown(value)];
  if (value === null) return [shown(value)];
  const callable = typeof value === "function";
  const source = callable && !known?.hasSource ? sourceOf(value) : undefined;
  const { methods, properties } = membersOf(isClass(value) ? withPrototype(value) : value);
  return [
    ...(callable ? [] : [shown(value)]),
    ...(source === undefined ? [] : [fenced(source)]),
    ...(callable && source === undefined && !known ? [shown(value)] : []),
    ...names("Methods", methods),
    ...names("Properties", properties),
  ];
}

function shown(value: unknown): Section {
  const type = value === null ? "null" : typeof value;
  const line = type === "object" ? brief(value) : inspectText(value).split("\n")[0];
  const text = type === "object" ? `Value: ${line}` : `Value: ${line} (${type})`;
  return { text, markdown: `**Value:** \`${text.slice("Value: ".length).replaceAll("`", "'")}\`` };
}

function fenced(code: string): Section {
  return { text: code, markdown: `\`\`\`\`javascript\n${code}\n\`\`\`\`` };
}

/** The JavaScript that runs; none for what is built in. */
function sourceOf(callable: object): string | undefined {
  const source = Function.prototype.toString.call(callable);
  if (/\{\s*\[native code\]\s*\}\s*$/.test(source)) return undefined;
  const lines = source.split("\n");
  if (lines.length <= longestSource) return source;
  const left = lines.length - longestSource;
  return [...lines.slice(0, longestSource), `… ${left} more lines`].join("\n");
}

function isClass(value: object): value is { readonly prototype: object } {
  return typeof value === "function" && /^class\b/.test(Function.prototype.toString.call(value));
}

/** The static members of a class and those of its instances, as one object to look at. */
function withPrototype(value: { readonly prototype: object }): object {
  const both = Object.create(value.prototype) as object;
  const own = Object.getOwnPropertyDescriptors(value);
  for (const [name, descriptor] of Object.entries(own)) {
    if (["length", "name", "prototype"].includes(name)) continue;
    Object.defineProperty(both, name, { ...descriptor, configurable: true });
  }
  return both;
}

function names(title: string, list: readonly string[]): Section[] {
  if (list.length === 0) return [];
  const more = list.length > mostNames ? [`… ${list.length - mostNames} more`] : [];
  const all = [...list.slice(0, mostNames), ...more];
  const coded = all.map((name) => (name.startsWith("…") ? name : `\`${name}\``));
  return [{ text: wrapped(`${title}: `, all), markdown: `**${title}:** ${coded.join(", ")}` }];
}

/** Names in lines of a terminal's width. */
function wrapped(title: string, list: readonly string[]): string {
  const lines = [title];
  for (const [i, name] of list.entries()) {
    const piece = i < list.length - 1 ? `${name}, ` : name;
    if (lines.at(-1)!.length + piece.length > width) lines.push("  ");
    lines[lines.length - 1] += piece;
  }
  return lines.map((line) => line.trimEnd()).join("\n");
}
