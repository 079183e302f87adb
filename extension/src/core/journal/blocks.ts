import { headingOf, markedLines } from "./lines.ts";
import type { Block, BlockKind } from "./model.ts";

/** Words of labels that logs use, in the order in which they are tried. */
const labels: readonly (readonly [RegExp, BlockKind])[] = [
  [/^(?:rest|break|off)[ -]?days?$/, "rest"],
  [
    /^(?:(?:things|what) i (?:have )?)?learn(?:ed|t|ings?)\b|^learnings?\b|\blearn(?:ed|t|ings?)(?: from)?(?: (?:to ?)?day)?$|^thoughts?\b|^takeaways?\b|^key (?:points|takeaways)\b/,
    "learning",
  ],
  [
    /^(?:today'?s? |day'?s? )?(?:progress|work|done)\b|^what (?:i )?(?:did|was done)|^tasks? (?:done|completed)|^completed?\b/,
    "done",
  ],
  [/^(?:check ?list|to-?dos?|goals?|plan)\b/, "checklist"],
  [/^(?:metrics?|results?|scores?)\b/, "metrics"],
  [/^links?\b|\blinks?$|^references?$/, "links"],
  [/^(?:images?|screenshots?|plots?|figures?)\b/, "images"],
  [/^topics?\b/, "topics"],
  [/^(?:resources?|books?|courses?)\b/, "resources"],
  [/^projects?\b/, "projects"],
];

/** Cuts a body into blocks. Joined again with a blank line between them they are the same body. */
export function blocksOf(body: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let label: { text: string; kind: BlockKind } | undefined;
  let paragraph: string[] = [];
  const lines = markedLines(body);
  const end = (): void => {
    if (paragraph.length > 0) add(blocks, label, paragraph.join("\n"));
    if (paragraph.length > 0) label = undefined;
    paragraph = [];
  };
  for (const line of lines) {
    if (!line.code && line.text.trim() === "") {
      end();
      continue;
    }
    const kind = line.code || paragraph.length > 0 ? undefined : labelKind(line.text);
    if (kind !== undefined) {
      if (label !== undefined) blocks.push({ kind: label.kind, label: label.text, text: "" });
      label = { text: line.text, kind };
    } else {
      paragraph.push(line.text);
    }
  }
  end();
  if (label !== undefined) blocks.push({ kind: label.kind, label: label.text, text: "" });
  return blocks;
}

/** A label stands alone on its line, as a heading or in bold, and ends a paragraph. */
function labelKind(line: string): BlockKind | undefined {
  const heading =
    headingOf(line)?.text ?? /^[ \t]{0,3}(\*\*|__)([^*_]+)\1:?[ \t]*$/.exec(line)?.[2];
  if (heading === undefined) return undefined;
  const words = heading
    .replace(/[*_:`-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
  return (
    labels.find(([pattern]) => pattern.test(words))?.[1] ?? (headingOf(line) ? "text" : undefined)
  );
}

function add(
  blocks: Block[],
  label: { text: string; kind: BlockKind } | undefined,
  text: string,
): void {
  if (label !== undefined) {
    blocks.push({ kind: label.kind, label: label.text, text });
    return;
  }
  blocks.push({ kind: kindOf(text), label: "", text });
}

/** What a paragraph without a label is. */
export function kindOf(text: string): BlockKind {
  const lines = text.split("\n");
  if (lines.every((line) => /^[ \t]*[-*+] \[[ xX]\][ \t]/.test(line))) return "checklist";
  if (lines.every((line) => /^[ \t]*!\[[^\]]*\]\([^)]*\)[ \t]*$/.test(line))) return "images";
  if (/^[*_]{0,2}(?:rest|break) day[.!]?[*_]{0,2}$/i.test(text.trim())) return "rest";
  return "text";
}

/** A body's Markdown: the blocks with one blank line between them. */
export function bodyOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap(({ label, text }) => [label, text])
    .filter((piece) => piece !== "")
    .join("\n\n");
}
