/**
 * What the editor asks of live values beyond their members. Nothing here runs code that could change
 * anything: V8 throws as soon as it would.
 *
 * @module
 */
import type { Runtime } from "node:inspector";
import type { MainThreadInspector } from "./main-thread.ts";

/** More columns than this nobody chooses from. */
const most = 500;

/** The names of a frame's columns, or those that records or arrays by name have. */
const look = `(value) => {
  const texts = (list) => list.filter((name) => typeof name === "string").slice(0, ${most});
  const isPlain = (it) => typeof it === "object" && it !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(it));
  if (Array.isArray(value)) return isPlain(value[0]) ? texts(Object.keys(value[0])) : [];
  if (Array.isArray(value?.columns)) return texts(value.columns);
  return isPlain(value) ? texts(Object.keys(value)) : [];
}`;

/** The columns of the value of `expression`; none where it has none, or they cannot be known safely. */
export async function columnsOf(
  expression: string,
  mainThread: MainThreadInspector,
): Promise<readonly string[]> {
  const names = await mainThread.peek(`(${look})(${expression})`);
  return Array.isArray(names) ? (names as string[]) : [];
}

/** A function is described by its source; this much of it is read. */
const longest = 1_000;

/** What a value is and what is in it, on one level; undefined if that cannot be known safely. */
export async function valueOf(
  expression: string,
  mainThread: MainThreadInspector,
): Promise<{ type: string; text: string } | undefined> {
  const found = await mainThread.describe(expression);
  if (found === undefined) return undefined;
  const { type, subtype, className, description, preview } = found;
  const text = description ?? (type === "undefined" ? type : JSON.stringify(found.value));
  const whole =
    preview === undefined || subtype === "error" ? text : `${text} ${contents(preview)}`;
  return {
    type: className ?? subtype ?? type,
    text: whole.length > longest ? `${whole.slice(0, longest)}…` : whole,
  };
}

function contents({ subtype, properties, entries, overflow }: Runtime.ObjectPreview): string {
  const isList = subtype === "array" || subtype === "typedarray";
  const items = entries
    ? entries.map(({ key, value }) => [key, value].map(entryText).filter(Boolean).join(" => "))
    : properties.map((each) =>
        isList ? propertyText(each) : `${each.name}: ${propertyText(each)}`,
      );
  const all = [...items, ...(overflow ? ["…"] : [])].join(", ");
  return isList ? `[${all}]` : `{ ${all} }`;
}

function entryText(preview: Runtime.ObjectPreview | undefined): string {
  if (preview === undefined) return "";
  const { type, description = type } = preview;
  return type === "string" ? JSON.stringify(description) : description;
}

function propertyText({ type, value = type }: Runtime.PropertyPreview): string {
  return type === "string" ? JSON.stringify(value) : type === "accessor" ? "(getter)" : value;
}

/** The answer, or undefined where it takes longer than `patience` milliseconds. */
export async function soon<Answer>(
  answer: Promise<Answer>,
  patience: number,
): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
