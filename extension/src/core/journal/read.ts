import type { Block } from "./model.ts";

export interface ChecklistItem {
  readonly done: boolean;
  readonly text: string;
  /** Which line of the text it stands on. */
  readonly line: number;
}

export interface Link {
  readonly text: string;
  readonly url: string;
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The items of a checklist anywhere in a block. */
export function checklistOf({ text }: Pick<Block, "text">): ChecklistItem[] {
  return text.split("\n").flatMap((line, i) => {
    const match = /^[ \t]*[-*+] \[([ xX])\][ \t]+(.*)$/.exec(line);
    return match ? [{ done: match[1] !== " ", text: match[2].trimEnd(), line: i }] : [];
  });
}

/** The same block with one item ticked or not. */
export function withTick<B extends Pick<Block, "text">>(block: B, line: number, done: boolean): B {
  const lines = block.text.split("\n");
  lines[line] = lines[line].replace(/\[[ xX]\]/, done ? "[x]" : "[ ]");
  return { ...block, text: lines.join("\n") };
}

export function imagesOf({ text }: Pick<Block, "text">): Link[] {
  return [
    ...text.matchAll(/!\[([^[\]\n]{0,500})\]\(([^()\s]{1,2000})(?:[ \t]"[^"\n]{0,300}")?\)/g),
  ].map(([, words, url]) => ({ text: words, url }));
}

export function linksOf({ text }: Pick<Block, "text">): Link[] {
  const named = /(!?)\[([^[\]\n]{0,500})\]\(([^()\s]{1,2000})(?:[ \t]"[^"\n]{0,300}")?\)/g;
  const links = [...text.matchAll(named)].filter((match) => match[1] === "");
  const bare = text.replace(named, " ").matchAll(/https?:\/\/[^\s<>()[\]"'`]{1,2000}/g);
  return [
    ...links.map((match) => ({ text: match[2], url: match[3] })),
    ...[...bare].map(([url]) => ({ text: url, url })),
  ];
}

/** The first table in a block; cells as they stand. */
export function tableOf({ text }: Pick<Block, "text">): Table | undefined {
  const lines = text.split("\n");
  const rule = lines.findIndex((line, i) => i > 0 && isRule(line));
  if (rule < 1) return undefined;
  const rows: string[][] = [];
  for (const line of lines.slice(rule + 1)) {
    if (!line.includes("|")) break;
    rows.push(cellsOf(line));
  }
  return { header: cellsOf(lines[rule - 1]), rows };
}

function isRule(line: string): boolean {
  return line.includes("-") && line.includes("|") && cellsOf(line).every((c) => /^:?-+:?$/.test(c));
}

function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}
