/** Our models. Arguments: task, folder of the exchange, seconds a measurement, "eager" or "compiled". */
import { readFileSync } from "node:fs";
import path from "node:path";
import * as nn from "../../../library/src/nn/index.ts";
import { tasks } from "../tasks.ts";
import * as tf from "@tensorflow/tfjs-node";

const [name, folder, seconds, mode] = process.argv.slice(2);
const task = tasks.find((task) => task.name === name)!;
const { batch } = task;

interface Entry {
  readonly name: string;
  readonly shape: number[];
  readonly dtype: "float32" | "int32";
}

const header = JSON.parse(readFileSync(path.join(folder, "tensors.json"), "utf8")) as Entry[];
const { buffer, byteOffset } = readFileSync(path.join(folder, "tensors.bin"));
let offset = byteOffset;
const given = new Map(
  header.map(({ name, shape, dtype }) => {
    const size = shape.reduce((a, b) => a * b, 1);
    const bytes = buffer.slice(offset, (offset += size * 4));
    const values = dtype === "int32" ? new Int32Array(bytes) : new Float32Array(bytes);
    return [name, tf.tensor(values, shape, dtype)] as const;
  }),
);
const first = header.filter((entry) => entry.name.startsWith("weight"));
const tensor = (name: string): tf.Tensor => given.get(name)!;

const accelerate = mode === "compiled" ? nn.accelerate : undefined;

function model(): { model: tf.LayersModel; explain: () => string | undefined } {
  const model = task.build(1);
  model.setWeights(first.map(({ name }) => tensor(name)));
  model.compile({ optimizer: tf.train.adam(task.learningRate), loss: task.loss });
  const acceleration = accelerate?.(model);
  return { model, explain: () => acceleration?.explain() };
}

const samples: Record<string, number[]> = {};

async function time(key: string, warmUp: number, run: () => Promise<void>): Promise<void> {
  for (let i = 0; i < warmUp; i++) await run();
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const end = performance.now() + 1000 * Number(seconds); performance.now() < end;) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  samples[key] = times;
  samples[`${key} cpu`] = [(user + system) / 1000 / times.length];
}

const [x, y] = [tensor("x"), tensor("y")];

// The first in the process: what a lesson's reader waits for.
{
  const { model: fresh } = model();
  const start = performance.now();
  await fresh.fit(x, y, { epochs: 2, batchSize: batch, verbose: 0 });
  samples.fit = [performance.now() - start];
  fresh.dispose();
}

const { model: trained, explain } = model();
const [batchX, batchY] = [x.slice(0, batch), y.slice(0, batch)];
const losses: number[] = [];
for (let step = 0; step < 5; step++)
  losses.push((await trained.trainOnBatch(batchX, batchY)) as number);
await time("step", 5, async () => void (await trained.trainOnBatch(batchX, batchY)));

for (const rows of [1, 64]) {
  const asked = tensor("asked").slice(0, rows);
  await time(`predict ${rows}`, 5, async () => {
    const answer = trained.predict(asked, { batchSize: 64 }) as tf.Tensor;
    await answer.data();
    answer.dispose();
  });
}
samples.peak = [process.resourceUsage().maxRSS / 1024];
console.log(JSON.stringify({ samples, losses, explanation: explain() }));
