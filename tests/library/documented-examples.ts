import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

interface Example {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The lines of every `@example` block of a file, without the comment's stars. */
function examplesOf(file: string, folder: string): Example[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/@example\n((?:\s*\*(?! @|\/).*\n)+)/gu)].map((match) => {
    const lines = (match[1] ?? "").split("\n").map((line) => line.replace(/^\s*\* ?/u, ""));
    const shown = lines.filter((line) => line.trim() !== "");
    const line = text.slice(0, match.index).split("\n").length;
    return { title: `${file.slice(folder.length + 1)}:${line}`, lines: shown };
  });
}

/** `expression; // value` becomes a check; a comment line is the value of the line before it. */
function asChecks(lines: readonly string[]): { code: string; checks: number } {
  const joined = lines
    .join("\n")
    .replace(/;\n\/\/ /gu, "; // ")
    .split("\n");
  let checks = 0;
  const code = joined.map((line) => {
    const [, expression, value] = /^(.*?); \/\/ (.*)$/u.exec(line) ?? [];
    if (expression === undefined) return line;
    checks += 1;
    return `check(${expression}, ${value});`;
  });
  return { code: code.join("\n"), checks };
}

/** Values of the other realm have other prototypes; as JSON they are plain. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, cell: unknown) => {
      if (cell === Infinity || cell === -Infinity) return String(cell);
      return ArrayBuffer.isView(cell) ? Array.from(cell as Float64Array) : cell;
    }),
  );

/**
 * Declares a test for each example in the comments of a part of the library that states a value.
 *
 * @param part its folder in library/src
 * @param names what an example may use
 * @param atLeast so many examples there are at least
 */
export function testExamples(part: string, names: object, atLeast: number): void {
  const folder = fileURLToPath(new URL(`../../library/src/${part}`, import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const examples = files.sort().flatMap((name) => examplesOf(`${folder}/${name}`, folder));

  it("are there", () => assert.ok(examples.length >= atLeast, String(examples.length)));

  for (const { title, lines } of examples) {
    const { code, checks } = asChecks(lines);
    // An example that only shows a call, on a file the reader has, has nothing to check.
    if (checks === 0) continue;
    it(title, () => {
      const check = (ours: unknown, said: unknown): void =>
        assert.deepEqual(plain(ours), plain(said));
      const block = /\bawait /u.test(code) ? `(async () => {${code}\n})()` : `{${code}\n}`;
      // Only an example that waits gives a promise, which the test then waits for.
      return vm.runInNewContext(block, {
        ...names,
        check,
        Date,
        Float32Array,
        Number,
        Array,
      }) as Promise<void> | undefined;
    });
  }
}
