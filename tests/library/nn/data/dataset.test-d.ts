import type { Tensor } from "@tensorflow/tfjs-node";
import { DataFrame } from "../../../../library/src/frame/index.ts";
import {
  type Batch,
  type BatchSource,
  Dataset,
  timeSeriesWindows,
} from "../../../../library/src/nn/index.ts";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <T extends true>(): T | undefined => undefined;

const frame = new DataFrame({ width: [1.5], kind: ["a"], on: [true] });
const data = Dataset.fromFrame(frame, { features: ["width", "on"], target: "kind" });
type Row = typeof data extends Dataset<infer T> ? T : never;
same<Equal<Row["y"], string>>();

// @ts-expect-error: no such column
Dataset.fromFrame(frame, { features: ["widht"], target: "kind" });
// @ts-expect-error: texts are no features
Dataset.fromFrame(frame, { features: ["kind"], target: "on" });
// @ts-expect-error: a target is needed
Dataset.fromFrame(frame, { features: ["width"] });

const batched = data.batch(4);
type B = typeof batched extends Dataset<infer T> ? T : never;
same<Equal<B["x"], Tensor>>();
same<Equal<B["y"], Tensor>>();
export const source: BatchSource = batched;
export const batch: Batch = {} as B;

// @ts-expect-error: single samples are no batches
export const single: BatchSource = data;

export const mapped = Dataset.range(3).map((i) => ({ at: i, name: String(i) }));
same<Equal<typeof mapped, Dataset<{ at: number; name: string }>>>();
export const pairs = Dataset.zip({ a: Dataset.range(3), b: mapped });
type Pair = typeof pairs extends Dataset<infer T> ? T : never;
same<Equal<Pair["a"], number>>();
same<Equal<Pair["b"]["name"], string>>();

// @ts-expect-error: without targets there is no y
timeSeriesWindows([1, 2, 3], { sequenceLength: 2 }).map(({ y }) => y as number);
