import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as vision from "../../../../library/src/vision/index.ts";

const sources = fileURLToPath(new URL("../../../../library/src/vision", import.meta.url));

/** What the comment of a public function or class says. */
export interface Description {
  readonly name: string;
  /** Its folder under library/src/vision; `.` for the folder itself. */
  readonly folder: string;
  readonly summary: string;
  /** What follows `Differs from …:`. */
  readonly differences: string;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

/** The comments of everything callable that `daylab/vision` exports, by folder and name. */
export function descriptions(): Description[] {
  const names = new Set(
    Object.entries(vision)
      .filter(([, value]) => typeof value === "function")
      .map(([name]) => name),
  );
  return readdirSync(sources, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join(sources, file), "utf8");
      const declared = text.matchAll(/^export (?:async )?(?:function|class) (\w+)/gmu);
      const first = new Map<string, number>();
      for (const { 1: name, index } of declared)
        if (names.has(name) && !first.has(name)) first.set(name, index);
      return [...first].map(([name, at]) => describe(name, path.dirname(file), text, at));
    });
}

function describe(name: string, folder: string, text: string, at: number): Description {
  const before = text.slice(0, at).trimEnd();
  const comment = before.endsWith("*/")
    ? before
        .slice(before.lastIndexOf("/**") + 3, -2)
        .split("\n")
        .map((line) => line.replace(/^\s*\* ?/u, ""))
        .join("\n")
    : "";
  const paragraphs = comment
    .trim()
    .split(/\n\s*\n|\n(?=@)/u)
    .map(oneLine);
  const differs = paragraphs.find((part) => part.startsWith("Differs from")) ?? "";
  return {
    name,
    folder,
    summary: paragraphs[0] ?? "",
    differences: differs.replace(/^Differs from /u, ""),
  };
}
