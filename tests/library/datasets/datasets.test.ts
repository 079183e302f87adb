import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import {
  generate,
  info,
  load,
  names,
  path,
  readDigitImages,
  toTensors,
  type Flight,
} from "daylab/datasets";
import * as tf from "@tensorflow/tfjs-node";
import { DataFrame, scan } from "../../../library/src/frame/index.ts";

const display = (card: unknown): Record<string, string> =>
  (card as Record<symbol, () => Record<string, string>>)[Symbol.for("Jupyter.display")]();

describe("library datasets", () => {
  it("loads every set as a frame with the card's rows and columns", () => {
    for (const name of names()) {
      const frame = load(name as "iris");
      const card = info(name);
      assert.ok(frame instanceof DataFrame);
      assert.deepEqual(frame.shape, [card.rows, card.columns.length]);
      assert.deepEqual(
        frame.columns,
        card.columns.map((c) => c.name),
      );
    }
  });

  it("the three million flights are those that pandas reads, as a frame and as a scan", async () => {
    const fixture = JSON.parse(
      readFileSync(
        new URL("../../datasets/bundled/fixtures/columns.json", import.meta.url),
        "utf8",
      ),
    ) as Record<
      string,
      {
        rows: number;
        columns: { sum: number; distinct: number; span: string[] }[];
      }
    >;
    const { rows, columns } = fixture["flights-3m"];
    const [date, delay, distance, origin, destination] = columns;
    const flights = load("flights-3m");
    assert.equal(flights.shape[0], rows);
    assert.equal(flights.column("date").nUnique(), date.distinct);
    assert.deepEqual(
      [flights.column("date").min(), flights.column("date").max()],
      date.span.map((text) => new Date(text)),
    );
    assert.equal(flights.column("delay").sum(), delay.sum);
    assert.equal(flights.column("distance").sum(), distance.sum);
    assert.equal(flights.column("origin").nUnique(), origin.distinct);
    const scanned = await (
      await scan<Flight>(path("flights-3m"))
    )
      .groupby("destination")
      .agg({ delay: ["sum", "count"] })
      .collect();
    assert.equal(scanned.shape[0], destination.distinct);
    assert.equal(scanned.column("delay_sum").sum(), delay.sum);
    assert.equal(scanned.column("delay_count").sum(), rows);
  });

  it("gives the path of a set's file, once its checksum was compared", () => {
    assert.match(readFileSync(path("iris"), "utf8"), /^sepal_length_cm/);
    assert.throws(() => path("flights-30m" as "iris"), /Did you mean "flights-3m"/);
  });

  it("keeps types and missing values", () => {
    const mass: readonly (number | null)[] = load("penguins").column("body_mass_g").values;
    assert.deepEqual(mass.slice(0, 4), [3750, 3800, 3250, null]);
  });

  it("knows its names and columns at compile time", () => {
    // @ts-expect-error -- no such set
    assert.throws(() => load("pengins"), /mean "penguins"\?/);
    // @ts-expect-error -- no such column
    assert.throws(() => load("penguins").column("body_mas_g"));
    const species: readonly ("Adelie" | "Chinstrap" | "Gentoo")[] =
      load("penguins").column("species").values;
    assert.equal(species[0], "Adelie");
  });

  it("a card shows source, licence, units and checksum, as text and as HTML", () => {
    const { "text/plain": text, "text/html": html } = display(info("penguins"));
    for (const form of [text, html])
      for (const part of [
        "Palmer penguins",
        "344",
        "CC0-1.0",
        "Gorman KB",
        "body_mass_g",
        "0facf7",
      ])
        assert.ok(form.includes(part), part);
    assert.match(html, /<a href="https:\/\/github\.com\/allisonhorst\/palmerpenguins">/);
    assert.ok(display(info("digits"))["text/plain"].includes('… and 53 more, the last "target"'));
    assert.equal(JSON.stringify(info("iris")).includes("Jupyter"), false);
    assert.throws(() => info("irris" as "iris"), /mean "iris"\?/);
  });

  it("turns images with labels and with masks into tensors", () => {
    const before = tf.memory().numTensors;
    const digits = readDigitImages();
    const labelled = toTensors(digits);
    assert.deepEqual(labelled.x.shape, [1797, 8, 8, 1]);
    const classes = tf.tidy(() => labelled.y.argMax(-1).dataSync());
    assert.deepEqual([...classes], [...digits.labels]);
    const scenes = generate.shapes({ count: 3, seed: 1, size: 32 });
    const masked = toTensors(scenes);
    assert.deepEqual(masked.y.shape, [3, 32, 32, 1]);
    assert.deepEqual(
      [...masked.y.dataSync()],
      [...scenes.masks].map((m) => Number(m > 0)),
    );
    assert.deepEqual(masked.x.dataSync(), scenes.images);
    tf.dispose([labelled, masked]);
    assert.equal(tf.memory().numTensors, before);
  });

  it("refuses labels and lengths that do not fit", () => {
    const images = new Float32Array(8);
    const shape = [2, 2, 2, 1] as const;
    assert.throws(() => toTensors({ images, shape, labels: [0, 10] }), /Label 1 is 10, .* 0 to 9/);
    assert.throws(() => toTensors({ images, shape, labels: [0] }), /labels holds 1 numbers .* 2/);
    assert.throws(
      () => toTensors({ images, shape: [3, 2, 2, 1], labels: [0, 0, 0] }),
      /images holds 8 numbers where the shape says 12/,
    );
    assert.throws(() => toTensors({ images, shape, masks: new Uint8Array(7) }), /masks holds 7/);
  });

  it("does not load TensorFlow before a tensor is asked for", () => {
    const code = `
      import { createRequire } from "node:module";
      import { load } from "daylab/datasets";
      import "daylab/check";
      load("iris");
      const loaded = Object.keys(createRequire(import.meta.url).cache);
      console.log(loaded.some((file) => file.includes("tfjs")));`;
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: import.meta.dirname,
      encoding: "utf8",
    });
    assert.equal(output.trim(), "false");
  });
});
