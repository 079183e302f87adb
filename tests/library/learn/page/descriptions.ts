import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const sources = fileURLToPath(new URL("../../../../library/src/learn", import.meta.url));

/** What the comment of a registered class says of it. */
export interface Description {
  readonly name: string;
  /** Its folder under library/src/learn. */
  readonly family: string;
  readonly summary: string;
  readonly source: string;
  /** Such as `O(samples · features²)`. */
  readonly complexity: string;
  readonly differences: string;
  readonly example: string;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** From a word at the start of a line to the end of its paragraph. */
const paragraph = (text: string, start: RegExp): string =>
  oneLine(text.split(/\n\s*\n|\n(?=@)/u).find((part) => start.test(part.trim())) ?? "");

/** The comments of all registered classes, by family and name. */
export function descriptions(): Description[] {
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => describeFile(file, readFileSync(path.join(sources, file), "utf8")));
}

function describeFile(file: string, text: string): Description[] {
  return [...text.matchAll(/^register\("(\w+)", \w+\)/gmu)].map(([, name]) => {
    const at = text.search(new RegExp(`^export class ${name}\\b`, "mu"));
    const start = text.lastIndexOf("/**", at);
    const comment = text
      .slice(start + 3, text.indexOf("*/", start))
      .split("\n")
      .map((line) => line.replace(/^\s*\* ?/u, ""))
      .join("\n");
    const [said, ...examples] = comment.split(/^@example\n/mu);
    const family = path.dirname(file);
    return {
      name,
      family,
      summary: oneLine(said.trim().split(/\n\s*\n|\n(?=@)/u)[0]),
      source: paragraph(said, /^Source/u).replace(/ ?O\(.*$/u, ""),
      complexity: costs(said),
      differences: paragraph(said, /^Differs from scikit-learn/u).replace(/^[^:]*: ?/u, ""),
      example: (examples[0] ?? "").split(/^@/mu)[0].trim(),
    };
  });
}

/** The first sentence that has an `O(…)`, brackets inside it balanced. */
function costs(text: string): string {
  const start = text.indexOf("O(");
  if (start < 0) return "";
  let depth = 0;
  for (let end = start + 1; end < text.length; end += 1) {
    if (text[end] === "(") depth += 1;
    if (text[end] === ")") depth -= 1;
    if (depth === 0) return oneLine(text.slice(start, end + 1));
  }
  return "";
}
