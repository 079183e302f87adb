/**
 * JSDoc as Markdown.
 *
 * @module
 */
import type ts from "typescript";
import type { Documented } from "../compiler.ts";

/** TensorFlow.js's index of its site: nothing for a reader. */
const notForReaders: ReadonlySet<string> = new Set(["doc"]);

/** The text and the tags of a declaration's comment. */
export function documented(
  text: readonly ts.SymbolDisplayPart[] | undefined,
  tags: readonly ts.JSDocTagInfo[] | undefined,
): Documented {
  return {
    documentation: withLinks(text),
    tags: (tags ?? [])
      .filter(({ name }) => !notForReaders.has(name))
      .map(({ name, text: parts }) => ({ name, text: withLinks(parts).trim() })),
  };
}

/** `{@link Name}` reads as `Name`, `{@link Name | some words}` as its words. */
function withLinks(parts: readonly ts.SymbolDisplayPart[] | undefined): string {
  let text = "";
  for (const [i, { kind, text: part }] of (parts ?? []).entries()) {
    const next = parts?.[i + 1]?.kind;
    if (kind === "link") continue;
    if (kind === "linkName" && next === "linkText") continue;
    const words = kind === "linkText" ? part.replace(/^\s*\|?\s*/, "").trim() : part;
    // A name that is not known where the comment stands comes as words.
    const isName = kind === "linkName" || (kind === "linkText" && /^[\w$.]+$/.test(words));
    text += isName ? `\`${words}\`` : words;
  }
  return text;
}
