import { delimiter, dirname, join, resolve } from "node:path";

/**
 * The environment of a command: the kernel's own, with the programs of installed packages found
 * before others, and the kernel's own `node` after all.
 */
export function environmentIn(
  folder: string,
  more: Readonly<Record<string, string | undefined>> = {},
): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, ...more };
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const paths = [...packagePrograms(folder), env[name] ?? "", dirname(process.execPath)];
  return { ...env, [name]: paths.filter((path) => path !== "").join(delimiter) };
}

/** The folders that npm puts programs into, nearest first. */
function packagePrograms(start: string): string[] {
  const folders: string[] = [];
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    folders.push(join(folder, "node_modules", ".bin"));
    if (dirname(folder) === folder) return folders;
  }
}
