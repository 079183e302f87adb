import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Random } from "../../library/src/random/index.ts";

const syllables =
  "ba be bi con de do en er fa ga he in ka la li ma na no or pa re ro sa si ta te ti tion un va we ing ed".split(
    " ",
  );

/**
 * A file of lines of made-up words, as frequent as Zipf's law says, with capitals, signs and numbers;
 * the same in every run.
 */
export function textFile(folder: string, bytes: number): string {
  const file = path.join(folder, `zipf-${bytes}.txt`);
  if (existsSync(file)) return file;
  const random = new Random("zipf");
  const words = Array.from({ length: 30_000 }, () =>
    Array.from({ length: random.integer(1, 5) }, () => random.choice(syllables)).join(""),
  );
  const word = (): string => words[Math.floor(words.length ** random.uniform()) - 1];
  let text = "";
  while (text.length < bytes) {
    const line = Array.from({ length: random.integer(6, 25) }, () =>
      random.uniform() < 0.02 ? String(random.integer(0, 3000)) : word(),
    );
    const said = line.join(" ").replace(" ", random.uniform() < 0.4 ? ", " : " ");
    text += `${said[0].toUpperCase()}${said.slice(1)}.\n`;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text.slice(0, bytes));
  return file;
}
