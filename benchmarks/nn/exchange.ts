/** Writes a task's first weights and data, from which every peer starts. Arguments: task, folder. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { tasks, type Task } from "./tasks.ts";
import { tensorflow, type Tensor } from "../../library/src/tensorflow/index.ts";

/** Samples of the data set that `fit` goes through: whole batches and a half one at the end. */
export const fitRows = ({ batch }: Task): number => 30 * batch + batch / 2;

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
}

/** `weights.json` says the shapes of what stands in `weights.bin`, one after the other, little-endian. */
function write(folder: string, entries: readonly (readonly [string, Tensor])[]): void {
  mkdirSync(folder, { recursive: true });
  const header = entries.map(([name, { shape, dtype }]): Entry => ({ name, shape, dtype }));
  const bytes = entries.map(([, tensor]) => {
    const { buffer, byteOffset, byteLength } = tensor.dataSync();
    return Buffer.from(buffer, byteOffset, byteLength);
  });
  writeFileSync(path.join(folder, "tensors.bin"), Buffer.concat(bytes));
  writeFileSync(path.join(folder, "tensors.json"), JSON.stringify(header));
}

if (process.argv[1] === import.meta.filename) {
  const [name, folder] = process.argv.slice(2);
  const task = tasks.find((task) => task.name === name)!;
  const model = task.build(1);
  const { x, y } = task.data(1, fitRows(task));
  // A data set of 64 rows for predicting, whatever the batch of the training.
  const asked = task.data(2, 64);
  const weights = model.getWeights().map((weight, i) => [`weight${i}`, weight] as const);
  write(folder, [...weights, ["x", x], ["y", y], ["asked", asked.x]]);
  console.log(JSON.stringify({ parameters: model.countParams(), tf: tensorflow().version_core }));
}
