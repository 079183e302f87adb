import { existsSync } from "node:fs";
import path from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser that the browser tests drive: $DAYLAB_CHROMIUM, or the first of its names on PATH. */
export function findChromium(env = process.env) {
  if (env.DAYLAB_CHROMIUM) return existsSync(env.DAYLAB_CHROMIUM) ? env.DAYLAB_CHROMIUM : undefined;
  return (env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
}
