/** Our tokenizer; prints times. Arguments: text, tokenizer.json, repetitions. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Tokenizer, trainBpe } from "../../../library/src/text/index.ts";

const [textFile, tokenizerFile, repetitions] = process.argv.slice(2);
const lines = readFileSync(textFile, "utf8").split("\n");
const samples: Record<string, number[]> = {};

function time<T>(name: string, run: () => T): T {
  const start = performance.now();
  const made = run();
  (samples[name] ??= []).push(performance.now() - start);
  return made;
}

let ids = "";
for (let i = 0; i < Number(repetitions); i += 1) {
  time("train", () => trainBpe(lines, { vocabSize: 8000 }));
  const tokenizer = time("load", () => Tokenizer.load(tokenizerFile));
  const first = time("encode", () => lines.map((line) => tokenizer.encode(line)));
  time("encode again", () => lines.map((line) => tokenizer.encode(line)));
  time("decode", () => first.map((encoding) => tokenizer.decode(encoding.ids)));
  const hash = createHash("sha256");
  for (const encoding of first) hash.update(`${encoding.ids.join(",")}\n`);
  ids = hash.digest("hex");
}
console.log(JSON.stringify({ samples, ids }));
