import { fileURLToPath } from "node:url";

/** The library's own folder: its lines are not the ones to be changed. */
const own = fileURLToPath(new URL("../../", import.meta.url));

const foreign = /node_modules[\\/]|^node:|^internal[\\/]/;

/** The first line of a stack that is the user's. Names of files without their folders. */
export function placeOf(stack: string): string {
  for (const line of stack.split("\n")) {
    const [, place, at] =
      /(?:\(|at (?:async )?)((?:file:\/\/)?[^()\s][^()]*?):(\d+:\d+)\)?$/.exec(line) ?? [];
    if (place === undefined) continue;
    const file = place.startsWith("file://") ? fileURLToPath(place) : place;
    if (foreign.test(file) || file.startsWith(own)) continue;
    return `${file.split(/[\\/]/).at(-1)}:${at}`;
  }
  return "";
}
