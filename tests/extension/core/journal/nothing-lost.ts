import assert from "node:assert/strict";
import { exportLog, importLog, shapes } from "../../../../extension/src/core/index.ts";

/** Words, numbers and signs, without white space: what a reader reads. */
const words = (text: string): string[] =>
  text.match(/[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];

/** Not the marks of headings, whose number a shape changes, nor a fence that had to be closed. */
const body = (text: string): string[] =>
  words(text).filter((word) => !["#", "`", "~"].includes(word));

/**
 * What an import promises, for any text: its pieces are the text; every word of a body stands in
 * every export, in its order; and an export that is imported is exported as the same text.
 */
export function assertNothingLost(text: string): void {
  const { log, sources } = importLog(text);
  assert.equal(sources.join(""), text, "the pieces are the text");
  assert.equal(sources.length, log.parts.length);
  log.parts.forEach((part, i) => {
    const held = part.blocks.flatMap(({ label, text: of }) => [label, of]).join("\n");
    const lines = sources[i].replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
    const first = lines.findIndex((line) => line.trim() !== "");
    const heading = lines[first] ?? "";
    if (part.kind === "section") {
      assert.deepEqual(body(`${part.heading}\n${held}`), body(lines.join("\n")));
      return;
    }
    assert.ok(
      heading.replace(/\s+/g, " ").includes(part.title),
      `title "${part.title}" of "${heading}"`,
    );
    const rest = lines.slice(first + 1);
    if (/^ {0,3}(?:=+|--+)[ \t]*$/.test(rest[0] ?? "") && !/^ {0,3}#/.test(heading)) rest.shift();
    const dated = rest.findIndex((line) => line.trim() !== "");
    const isDate = part.dates !== undefined && /^[*_]*date/i.test(rest[dated] ?? "");
    const without = isDate ? rest.toSpliced(dated, 1) : rest;
    const given = body(held).length === body(without.join("\n")).length ? without : rest;
    assert.deepEqual(body(held), body(given.join("\n")), `the body under "${heading}"`);
  });
  const all = log.parts.flatMap((part) => [
    ...words(part.kind === "section" ? part.heading : part.title),
    ...part.blocks.flatMap(({ label, text: of }) => words(`${label}\n${of}`)),
  ]);
  const wanted = all.filter((word) => !["#", "`", "~"].includes(word));
  for (const shape of shapes) {
    const once = exportLog(log, shape);
    const lost = firstMissing(wanted, body(once));
    assert.equal(lost, undefined, `the shape ${shape} lacks: ${String(lost)}`);
    assert.equal(exportLog(importLog(once).log, shape), once, `the round trip as ${shape}`);
  }
}

/** The words from the first one on that `given` lacks; undefined when all are there in their order. */
function firstMissing(wanted: readonly string[], given: readonly string[]): string | undefined {
  let at = 0;
  for (const word of given) if (at < wanted.length && word === wanted[at]) at++;
  return at === wanted.length ? undefined : wanted.slice(Math.max(0, at - 5), at + 8).join(" ");
}
