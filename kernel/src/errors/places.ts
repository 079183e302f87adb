import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { safely } from "./safely.ts";

const kernel = fileURLToPath(new URL("../", import.meta.url));
const names = new Map<string, string | undefined>();

/** The file of a script, or undefined where the frame is the kernel's or Node's own. */
export function userFile(source: string): string | undefined {
  const path = source.startsWith("file:")
    ? safely(() => fileURLToPath(new URL(source)))
    : isAbsolute(source)
      ? source
      : undefined;
  return path === undefined || path.startsWith(kernel) ? undefined : path;
}

/** A path as short as it stays clear: from the working folder, or from its package. */
export function shortPath(path: string): string {
  const [, inPackage] = /.*[\\/]node_modules[\\/](.*)$/.exec(path) ?? [];
  if (inPackage !== undefined) return inPackage;
  const fromHere = relative(process.cwd(), path);
  if (!fromHere.startsWith("..") && !isAbsolute(fromHere)) return fromHere;
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
    const name = nameOf(folder);
    if (name !== undefined) return join(name, relative(folder, path));
  }
  const home = homedir();
  return path.startsWith(join(home, "/")) ? join("~", relative(home, path)) : path;
}

/** The name of the package that has its `package.json` in a folder. */
function nameOf(folder: string): string | undefined {
  if (!names.has(folder)) {
    const path = join(folder, "package.json");
    const read = (): unknown =>
      (JSON.parse(readFileSync(path, "utf8")) as { name?: unknown } | null)?.name;
    const name = existsSync(path) ? safely(read) : undefined;
    names.set(folder, typeof name === "string" ? name : undefined);
  }
  return names.get(folder);
}
