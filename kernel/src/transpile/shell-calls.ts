import { Edits } from "./edits.ts";
import type { PositionMap } from "./positions.ts";
import { shellLines } from "./shell-lines.ts";
import type { PrepareOptions } from "./types.ts";

/** The cell with calls in the place of its shell commands, if it has any; lines stay where they are. */
export function shellCalls(
  source: string,
  { loader, isKnown = () => false }: PrepareOptions,
): { text: string; place: PositionMap } | undefined {
  const lines = shellLines(source, isKnown);
  if (lines.length === 0) return undefined;
  const edits = new Edits(source);
  for (const { mark, end, command } of lines) {
    const more = source.slice(mark, end).match(/\n/g)?.join("") ?? "";
    edits.replace(mark, end, `await ${loader}.shell(${JSON.stringify(command)});${more}`);
  }
  const { code, toSource } = edits.finish();
  return { text: code, place: toSource };
}
