import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** What a parser that we did not write finds in HTML: its elements, and the texts of table cells. */
export interface ParsedHtml {
  /** Names of all elements, each once, sorted. */
  readonly elements: string[];
  /** Names of all attributes, each once, sorted. */
  readonly attributes: string[];
  readonly styles: string[];
  /** Rows of cells of `thead` and `tbody`. */
  readonly head: string[][];
  readonly body: string[][];
}

const SCRIPT = `
import json, sys
from bs4 import BeautifulSoup
soup = BeautifulSoup(sys.stdin.read(), "html.parser")
rows = lambda part: [[cell.get_text("|") for cell in row.find_all(["th", "td"])] for row in soup.select(part + " tr")]
every = soup.find_all(True)
print(json.dumps({
  "elements": sorted({e.name for e in every}),
  "attributes": sorted({name for e in every for name in e.attrs}),
  "styles": sorted({e["style"] for e in every if e.has_attr("style")}),
  "head": rows("thead"), "body": rows("tbody"),
}))
`;

/** Beautiful Soup, which nbconvert brings into the repository's Python environment. */
export function parseHtml(html: unknown): ParsedHtml {
  if (typeof html !== "string") throw new TypeError(`no HTML but ${typeof html}`);
  const own = join(import.meta.dirname, "../../../.venv/bin/python");
  const output = execFileSync(existsSync(own) ? own : "python3", ["-c", SCRIPT], { input: html });
  return JSON.parse(output.toString()) as ParsedHtml;
}
