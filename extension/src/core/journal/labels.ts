import { headingOf } from "./lines.ts";
import type { BlockKind } from "./model.ts";

/** What labels of public logs say, in the order in which they are tried; all in lower case. */
const patterns: readonly (readonly [RegExp, BlockKind])[] = [
  [/^(?:rest|break|off)[ -]?day$/, "rest"],
  [/^(?:what |things )?(?:i )?(?:have )?learn(?:ed|t|ings?)\b|\blearn(?:ed|t|ings?)$/, "learning"],
  [/^(?:thoughts?|takeaways?|key (?:points|takeaways|learnings?))\b/, "learning"],
  [/^(?:to ?day'?s |day'?s )?(?:progress|work|tasks?)\b|^done\b|^(?:what )?i did\b/, "done"],
  [/^(?:check ?list|to ?dos?|goals?|plan)\b/, "checklist"],
  [/^(?:metrics?|results?|scores?)\b/, "metrics"],
  [/^(?:links?|references?)\b|\blinks?$/, "links"],
  [/^(?:images?|screenshots?|plots?|figures?)\b/, "images"],
  [/^topics?\b/, "topics"],
  [/^(?:resources?|books?|courses?|useful resources?)\b/, "resources"],
  [/^projects?\b/, "projects"],
];

/** The label that this version writes over a block of a kind, so that it is read back as one. */
export const labelOf: Readonly<Record<BlockKind, string>> = {
  text: "",
  done: "**Done**",
  learning: "**Learning from today**",
  checklist: "**Checklist**",
  metrics: "**Metrics**",
  links: "**Links**",
  images: "**Images**",
  topics: "**Topics**",
  resources: "**Resources**",
  projects: "**Projects**",
  rest: "",
};

export interface Label {
  readonly kind: BlockKind;
  /** What follows it on its line: the label is part of the text then. */
  readonly inline: boolean;
}

/** The label that a paragraph begins with: a heading, or words in bold. */
export function labelAt(line: string): Label | undefined {
  const heading = headingOf(line);
  if (heading !== undefined) return { kind: kindOfWords(heading.text) ?? "text", inline: false };
  const bold = /^[ \t]{0,3}(\*\*|__)([^*_]{1,80})\1[ \t]{0,3}:?[ \t]*(.*)$/.exec(line);
  if (bold === null) return undefined;
  const kind = kindOfWords(bold[2]);
  return kind && { kind, inline: bold[3] !== "" };
}

/** "Learning from today" and "**Today's Learnings:**" are of one kind; undefined for other words. */
export function kindOfWords(words: string): BlockKind | undefined {
  const plain = words
    .slice(0, 100)
    .replace(/[’‘]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim()
    .toLowerCase();
  return patterns.find(([pattern]) => pattern.test(plain))?.[1];
}
