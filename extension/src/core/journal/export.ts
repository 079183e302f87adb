import { bodyOf } from "./blocks.ts";
import { importLog } from "./import.ts";
import { closed } from "./lines.ts";
import { relevelled } from "./levels.ts";
import type { JournalLog, JournalPart } from "./model.ts";
import { headingLines, levelOf } from "./shapes.ts";
import type { Shape } from "./shapes.ts";

/**
 * The log as Markdown in one of the five shapes, with LF at the ends of lines. Importing it and
 * exporting it again gives the same text.
 */
export function exportLog(log: JournalLog, shape: Shape): string {
  // An entry may hold text that reads as a heading of its own: what a reader would see is written.
  return rendered(importLog(rendered(log, shape)).log, shape);
}

function rendered({ parts }: JournalLog, shape: Shape): string {
  const pieces = parts.map((part) => renderedPart(part, shape)).filter((piece) => piece !== "");
  return pieces.length === 0 ? "" : `${pieces.join("\n\n")}\n`;
}

function renderedPart(part: JournalPart, shape: Shape): string {
  const body = closed(bodyOf(part.blocks));
  if (part.kind === "section") {
    // Below a day it must stand as high as the day, or it would belong to it.
    const heading = part.heading.replace(
      /^( {0,3})(#+)/,
      (_all, indent: string, hashes: string) =>
        indent + "#".repeat(Math.min(hashes.length, levelOf(shape))),
    );
    return [heading, body].filter((piece) => piece !== "").join("\n\n");
  }
  const moved = relevelled(body.split("\n"), levelOf(shape) - 1).join("\n");
  return [headingLines(part, shape).join("\n"), moved].filter((piece) => piece !== "").join("\n\n");
}
