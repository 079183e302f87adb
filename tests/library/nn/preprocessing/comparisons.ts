import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import * as tf from "@tensorflow/tfjs-node";
import {
  imageFolder,
  integerLookup,
  type LookupOptions,
  normalizer,
  padSequences,
  type PadSequencesOptions,
  stringLookup,
  timeSeriesWindows,
  toCategorical,
} from "../../../../library/src/nn/index.ts";

/** One function's answers beside those of an implementation that we did not write. */
export interface Comparison {
  readonly subject: string;
  readonly what: string;
  readonly oracle: string;
  readonly tolerance: number;
  readonly compare: () => void | Promise<void>;
}

type Options = Readonly<Record<string, unknown>>;
interface Answers {
  readonly keras: string;
  readonly toCategorical: readonly { labels: number[]; classes: number | null; answer: unknown }[];
  readonly padSequences: readonly { sequences: number[][]; options: Options; answer: unknown }[];
  readonly normalization: readonly Record<
    "data" | "mean" | "variance" | "part" | "answer" | "inverted",
    number[]
  >[];
  readonly lookups: readonly {
    kind: "string" | "integer";
    adapt: string[] | null;
    asked: string[];
    options: Options;
    vocabulary: unknown[];
    answer: unknown;
  }[];
  readonly timeSeries: readonly {
    data: number[];
    targets: number[] | null;
    options: Options;
    x: unknown[];
    y: number[] | null;
  }[];
  readonly imageFolders: readonly {
    options: { image_size: [number, number]; color_mode?: "grayscale"; class_names?: string[] } & {
      crop_to_aspect_ratio?: boolean;
    };
    classNames: string[];
    files: string[];
    y: number[];
    sums: number[];
    first: number[];
  }[];
}

const answers = JSON.parse(
  readFileSync(join(import.meta.dirname, "fixtures/answers.json"), "utf8"),
) as Answers;
const pictures = join(import.meta.dirname, "../data/fixtures/pictures");
const oracle = `Keras ${answers.keras}`;

/** Python's names of options as ours. */
const camel = <T>(options: Options): T =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name.replace(/_(.)/gu, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  ) as T;

const shown = (options: Options): string => JSON.stringify(options);

/** A tensor's values, which is disposed. */
function taken(tensor: tf.Tensor): unknown {
  const values = tensor.arraySync();
  tensor.dispose();
  return values;
}

function near(ours: unknown, theirs: unknown, tolerance: number): void {
  const [a, b] = [ours, theirs].map((one) => [one].flat(Infinity) as number[]);
  assert.equal(a.length, b.length);
  a.forEach((value, i) => {
    const far = Math.abs(value - b[i]);
    assert.ok(far <= tolerance * Math.max(1, Math.abs(b[i])), `${i}: ${value}, Keras ${b[i]}`);
  });
}

export const comparisons: readonly Comparison[] = [
  ...answers.toCategorical.map(({ labels, classes, answer }): Comparison => ({
    subject: "toCategorical",
    what: `${JSON.stringify(labels)}, ${classes ?? "classes found"}`,
    oracle,
    tolerance: 0,
    compare: () => assert.deepEqual(taken(toCategorical(labels, classes ?? undefined)), answer),
  })),
  ...answers.padSequences.map(({ sequences, options, answer }): Comparison => ({
    subject: "padSequences",
    what: shown(options),
    oracle,
    tolerance: 0,
    compare: () =>
      assert.deepEqual(taken(padSequences(sequences, camel<PadSequencesOptions>(options))), answer),
  })),
  ...answers.normalization.map((one, i): Comparison => ({
    subject: "normalizer",
    what: `data set ${i + 1}: mean, variance, normalised, inverted, as a layer`,
    oracle,
    tolerance: 2e-5,
    compare() {
      const scaler = normalizer().adapt(one.data);
      near(scaler.mean, one.mean, 1e-6);
      near(scaler.variance, one.variance, 2e-5);
      const part = tf.tensor(one.part);
      const scaled = scaler.apply(part);
      near(scaled.arraySync(), one.answer, 2e-5);
      near(taken(scaler.invert(scaled)), one.inverted, 2e-5);
      const layer = scaler.layer();
      near(taken(layer.apply(part) as tf.Tensor), one.answer, 1e-4);
      tf.dispose([part, scaled]);
    },
  })),
  ...answers.lookups.map(({ kind, adapt, asked, options, vocabulary, answer }): Comparison => ({
    subject: `${kind}Lookup`,
    what: `${adapt ? "adapted" : "given"}, ${shown(options)}`,
    oracle,
    tolerance: 0,
    compare() {
      const make = kind === "string" ? stringLookup : integerLookup;
      const lookup = make(camel<LookupOptions<never>>(options));
      if (adapt) lookup.adapt(adapt as never);
      assert.deepEqual(lookup.vocabulary, vocabulary);
      assert.deepEqual(taken(lookup.apply(asked as never)), answer);
    },
  })),
  ...answers.timeSeries.map(({ data, targets, options, x, y }): Comparison => ({
    subject: "timeSeriesWindows",
    what: `${targets ? "with" : "without"} targets, ${shown(options)}`,
    oracle,
    tolerance: 0,
    async compare() {
      const { sequenceLength, ...rest } = camel<{ sequenceLength: number }>(options);
      const found = timeSeriesWindows<number>(data, {
        sequenceLength,
        ...rest,
        ...(targets && { targets }),
      });
      assert.equal(found.size, x.length);
      const [xs, ys]: [unknown[], unknown[]] = [[], []];
      for await (const batch of found.batch(4)) {
        xs.push(...(batch.x.arraySync() as unknown[]));
        if (targets) ys.push(...batch.y.dataSync());
      }
      assert.deepEqual(xs, x);
      assert.deepEqual(ys, y ?? []);
    },
  })),
  ...answers.imageFolders.map(({ options, classNames, files, y, sums, first }): Comparison => ({
    subject: "imageFolder",
    what: shown(options),
    oracle,
    tolerance: 1e-4,
    async compare() {
      const folder = await imageFolder(pictures, {
        size: options.image_size,
        color: options.color_mode ? "gray" : "rgb",
        ...(options.class_names && { classNames: options.class_names }),
        cropToAspectRatio: options.crop_to_aspect_ratio ?? false,
        shuffle: false,
      });
      assert.deepEqual(folder.classNames, classNames);
      const names = folder.files.train.map((file) => relative(pictures, file));
      assert.deepEqual(names, files);
      const found: { y: number; values: number[] }[] = [];
      for await (const picture of folder.train)
        found.push({ y: picture.y, values: [...picture.x.dataSync()] });
      assert.deepEqual(
        found.map((one) => one.y),
        y,
      );
      // Ours are from 0 to 1. Gray is weighed in whole numbers by one decoder and not by the other.
      const tolerance = options.color_mode ? 0.006 : 1e-4;
      found[0].values.forEach((value, i) =>
        assert.ok(Math.abs(value - first[i] / 255) < tolerance, `${value} ${first[i] / 255}`),
      );
      found.forEach(({ values }, i) => {
        const sum = values.reduce((a, b) => a + b, 0);
        assert.ok(Math.abs(sum - sums[i] / 255) < tolerance * values.length, `picture ${i}`);
      });
    },
  })),
];
