import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs-node";

export interface Answer<Value> {
  readonly name: string;
  readonly given: Readonly<Record<string, never>>;
  readonly on: string;
  readonly value: Value;
}

interface Answers {
  readonly data: Readonly<
    Record<
      string,
      {
        readonly shapes: readonly [number[], number[]];
        readonly y: readonly number[];
        readonly p: readonly number[];
      }
    >
  >;
  readonly metrics: readonly Answer<number>[];
  readonly losses: readonly (Answer<number | number[] | number[][]> & {
    readonly gradient: readonly number[];
  })[];
}

/** What Keras answers; see fixtures/answers.py. */
export const answers = JSON.parse(
  readFileSync(join(import.meta.dirname, "fixtures/answers.json"), "utf8"),
) as Answers;

/** Targets and predictions, made anew. */
export function dataOf(name: string): { y: tf.Tensor; p: tf.Tensor } {
  const { shapes, y, p } = answers.data[name];
  return { y: tf.tensor([...y], shapes[0]), p: tf.tensor([...p], shapes[1]) };
}
