/** Writes a task's first weights and data, from which every peer starts. Arguments: task, folder, batches. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { tasks } from "./tasks.ts";
import type { Tensor } from "../../library/src/tensorflow/index.ts";

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
}

/** `tensors.json` says the shapes of what stands in `tensors.bin`, one after the other, little-endian. */
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

const [name, folder, batches] = process.argv.slice(2);
const task = tasks.find((task) => task.name === name)!;
const model = task.build(1);
// Whole batches and a half one at the end.
const { x, y } = task.data(1, Number(batches) * task.batch + task.batch / 2);
// 64 rows for predicting, whatever the batch of the training.
const asked = task.data(2, 64);
const weights = model.getWeights().map((weight, i) => [`weight${i}`, weight] as const);
write(folder, [...weights, ["x", x], ["y", y], ["asked", asked.x]]);
console.log(JSON.stringify({ parameters: model.countParams() }));
