import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as text from "../../../../library/src/text/index.ts";

const sources = fileURLToPath(new URL("../../../../library/src/text", import.meta.url));

/** What the comment of a function or class says of it. */
export interface Description {
  readonly name: string;
  /** Its folder under library/src/text. */
  readonly folder: string;
  readonly summary: string;
  readonly source: string;
  readonly differences: string;
  readonly example: string;
}

const oneLine = (said: string): string => said.replaceAll(/\s+/gu, " ").trim();

/** From a word at the start of a paragraph to the paragraph's end. */
const paragraph = (said: string, start: RegExp): string =>
  oneLine(said.split(/\n\s*\n|\n(?=@)/u).find((part) => start.test(part.trim())) ?? "");

/** The comments of all that the part exports, by folder and name. */
export function descriptions(): Description[] {
  const names = Object.keys(text);
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .sort();
  const found = files.flatMap((file) => {
    const source = readFileSync(path.join(sources, file), "utf8");
    return names.flatMap((name) => {
      const declared = new RegExp(
        `^export (?:async )?(?:function\\*?|class|const) ${name}\\b`,
        "mu",
      );
      const at = source.search(declared);
      return at < 0 ? [] : [describe(name, file, source.slice(0, at))];
    });
  });
  return found.sort((a, b) => a.folder.localeCompare(b.folder) || a.name.localeCompare(b.name));
}

function describe(name: string, file: string, before: string): Description {
  const comment = before
    .slice(before.lastIndexOf("/**") + 3, before.lastIndexOf("*/"))
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/u, ""))
    .join("\n");
  const [said, ...examples] = comment.split(/^@example\n/mu);
  return {
    name,
    folder: path.dirname(file),
    summary: oneLine(said.trim().split(/\n\s*\n|\n(?=@)/u)[0]).replaceAll(
      /\{@link ([^}]*)\}/gu,
      "`$1`",
    ),
    source: paragraph(said, /^Source/u),
    differences: paragraph(said, /^Differs from/u),
    example: (examples[0] ?? "").split(/^@/mu)[0].trim(),
  };
}
