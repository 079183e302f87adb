import { existsSync } from "node:fs";
import path from "node:path";
import { pandasPython } from "../frame/pandas.ts";
import { comparison, type Measurement } from "../report/comparison.ts";
import { thisMachine } from "../report/machine.ts";
import type { Results } from "../report/publish.ts";
import { inRounds, type Measure } from "../report/rounds.ts";
import { runForJson } from "../run-process.ts";
import type { Settings } from "../settings.ts";
import { packageVersion, pythonVersions } from "../versions.ts";
import { textFile } from "./data.ts";

interface Output {
  readonly samples: Readonly<Record<string, readonly number[]>>;
  /** A hash of all tokens. */
  readonly ids: string;
}

const measurements: readonly Measurement[] = [
  ["train", "learn 8 000 tokens of 1 MB, ms"],
  ["load", "read tokenizer.json, ms"],
  ["encode", "encode 1 MB by lines, ms"],
  ["encode again", "encode it again, ms"],
  ["decode", "decode it, ms"],
].map(([key, title]) => ({ key, title, kind: "samples" as const }));

/** Our byte-level BPE beside Hugging Face's tokenizers in one thread, on the same text. */
export async function benchmarkText(settings: Settings): Promise<Results> {
  const { repository, rounds, quick } = settings;
  const python = await pandasPython(repository, settings.python);
  const folder = path.join(repository, ".cache/benchmarks/text");
  const bytes = quick ? 100_000 : 1_000_000;
  const text = textFile(folder, bytes);
  const tokenizer = path.join(folder, `bpe-${bytes}.json`);
  const engine = (file: string): string => path.join(import.meta.dirname, "engines", file);
  const programs: [string, string, string[]][] = [
    ["tokenizers", python, [engine("tokenizers_engine.py")]],
    ["daylab", process.execPath, [engine("daylab.ts")]],
  ];
  const ids = new Map<string, string>();
  const measures = programs.map(([name, command, args]): [string, Measure] => [
    name,
    async () => {
      const given = [...args, text, tokenizer, "3"];
      const output = await runForJson<Output>(command, given, { limit: 300 });
      ids.set(name, output.ids);
      return { samples: output.samples, counts: {} };
    },
  ]);
  // Theirs writes the tokenizer.json that both read.
  if (!existsSync(tokenizer)) await measures[0][1]();
  const { runs, failures } = await inRounds(rounds, new Map(measures));
  const same = ids.get("daylab") === ids.get("tokenizers");
  const sections = [
    comparison(runs, ["daylab", "tokenizers"], "tokenizers", measurements),
    `Tokens of the whole text: ${same ? "equal" : "NOT equal"}.`,
  ];
  const versions = {
    daylab: packageVersion(repository, "library"),
    ...(await pythonVersions(python, ["tokenizers"])),
  };
  return {
    name: "text",
    machine: thisMachine(),
    versions,
    sections,
    failures,
    runs: { text: runs },
  };
}
