import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { checkOptions } from "../../frame/engine/options.ts";
import type { Callback } from "./contract.ts";

export interface CsvLoggerOptions {
  /** Default a comma. */
  readonly separator?: string;
  /** Goes on with the file where it exists; by default it is written anew. */
  readonly append?: boolean;
}

/**
 * Writes a row of a CSV file after each epoch: `epoch`, from 0, and the metrics in alphabetical order,
 * as Keras' `CSVLogger` does.
 *
 * @throws RangeError where the file it appends to has other columns
 */
export function csvLogger(file: string, options: CsvLoggerOptions = {}): Callback {
  checkOptions("csvLogger", options, ["separator", "append"]);
  const { separator = ",", append = false } = options;
  let columns: string[] | undefined;
  return {
    onTrainBegin() {
      columns = undefined;
      if (!append || !existsSync(file)) writeFileSync(file, "");
    },
    onEpochEnd(epoch, metrics) {
      columns ??= begin(Object.keys(metrics).sort());
      const values = columns.map((name) => metrics[name] ?? NaN);
      appendFileSync(file, `${[epoch, ...values].join(separator)}\n`);
    },
  };

  function begin(names: string[]): string[] {
    const header = ["epoch", ...names].join(separator);
    if (statSync(file).size === 0) {
      appendFileSync(file, `${header}\n`);
      return names;
    }
    const [found] = readFileSync(file, "utf8").split("\n", 1);
    if (found === header) return names;
    throw new RangeError(
      `${file} has the columns ${found}; this training reports ${header}. Choose another file, or append: false.`,
    );
  }
}
