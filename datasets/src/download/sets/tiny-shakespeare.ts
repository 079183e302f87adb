import { readFile } from "node:fs/promises";
import type { FileFinder } from "./types.ts";

export async function readTinyShakespeare(find: FileFinder): Promise<string> {
  return readFile(await find("input.txt"), "utf8");
}
