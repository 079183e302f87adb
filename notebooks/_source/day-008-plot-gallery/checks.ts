import { load } from "daylab/datasets";
import type { Chart } from "daylab/plot";
import { defineChecks, exercise, type Expect } from "daylab/check";

type Spec = Record<string, unknown>;

const isSpec = (value: unknown): value is Spec => typeof value === "object" && value !== null;
const part = (spec: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((at, name) => (isSpec(at) ? at[name] : undefined), spec);

/** Mean litres per 100 km by origin, of the cars with known consumption and power. */
function means(): Map<string, number> {
  const lists = new Map<string, number[]>();
  for (const car of load("cars").toRecords()) {
    if (car.miles_per_gallon === null || car.horsepower === null) continue;
    lists.set(car.origin, [...(lists.get(car.origin) ?? []), 235.215 / car.miles_per_gallon]);
  }
  return new Map([...lists].map(([key, v]) => [key, v.reduce((a, b) => a + b, 0) / v.length]));
}

const reasons: Record<string, { right: string; because: string }> = {
  spread: {
    right: "histogram",
    because: "the question is about hills in one column. A box has none, a bar chart counts kinds.",
  },
  power: {
    right: "scatter",
    because:
      "two columns of numbers, one point a car. Cars have no order in which a line could run.",
  },
  makers: {
    right: "bar",
    because: "an amount for each of three kinds. A histogram cuts an axis of numbers into bins.",
  },
  months: {
    right: "line",
    because: "something that goes on over time: the eye should follow it from month to month.",
  },
};

export default defineChecks({
  choose: exercise<Record<string, string>>({
    title: "Choose",
    hints: [
      "Ask for each: how many columns does the question need? Are they numbers, kinds, or times?",
      "One column of numbers: histogram. Kinds and amounts: bar. Time: line.",
      "Two columns of numbers, each car a point: scatter.",
    ],
    check(choice, expect: Expect) {
      for (const [question, { right, because }] of Object.entries(reasons)) {
        const answer = choice[question];
        expect.that(
          answer === right,
          `${question}: a ${String(answer)} does not answer it directly: ${because}\nLook again at the question in italics above each kind of plot.`,
        );
      }
    },
  }),

  facet: exercise<Chart>({
    title: "Facet by class",
    hints: [
      "As in the scatter plot above: the option `facet` takes the name of a column.",
      'Without `scales`, facets share their axes. Titles are the options `xTitle` and `yTitle`: `yTitle: "Litres per 100 km"`.',
      '`panels = plot.line(kinds, { x: "year", y: "litres", facet: "cylinders", xTitle: "Year", yTitle: "Litres per 100 km" })`.',
    ],
    check(panels, expect: Expect) {
      const { spec } = panels;
      const field = part(spec, "facet", "field");
      expect.that(
        field === "cylinders",
        `Expected: one small chart for each number of cylinders\nReceived: ${field === undefined ? "one chart for all" : `a chart for each ${JSON.stringify(field)}`}. The option is called facet.`,
      );
      expect.that(
        JSON.stringify(part(spec, "spec", "mark")).includes('"line"'),
        'Expected: lines over the years, made by `plot.line`.\nReceived: another mark in "spec.mark".',
      );
      for (const axis of ["x", "y"] as const) {
        const shared = part(spec, "resolve", "scale", axis) ?? "shared";
        expect.equal(
          shared,
          "shared",
          `The ${axis} axis of the facets. With axes of their own, 2 litres in one panel look like 8 in another.`,
        );
        const wanted = { x: "year", y: "litres" }[axis];
        const channel = part(spec, "spec", "encoding", axis);
        expect.equal(part(channel, "field"), wanted, `The column along the ${axis} axis.`);
      }
      const title = String(part(spec, "spec", "encoding", "y", "title"));
      expect.that(
        /l(itres|iters)?\b.*100/i.test(title),
        `The vertical axis needs a title that says what is measured, with its unit, litres per 100 km.\nReceived: "${title}"`,
      );
      expect.equal(part(spec, "data", "values", "length"), 34, "The rows of `kinds`, all of them.");
    },
  }),

  axis: exercise<Chart>({
    title: "Fix a misleading axis",
    hints: [
      "The line `brochure.spec.encoding.y.scale = …` cuts the axis. Leave it out, and bars begin at zero.",
      "The unit belongs to the title of the axis: the option `yTitle`.",
      '`honest = plot.bar(origins, { x: "origin", y: "litres", yTitle: "Mean consumption (litres per 100 km)" })`.',
    ],
    async check(honest, expect: Expect) {
      const { spec } = honest;
      const values = part(spec, "data", "values");
      const rows = Array.isArray(values) ? values.filter(isSpec) : [];
      const right = means();
      expect.that(
        rows.length === 3 &&
          rows.every((row) =>
            Object.values(row).some(
              (v) => Math.abs(Number(v) - (right.get(String(row["origin"])) ?? NaN)) < 1e-9,
            ),
          ),
        `The same three bars: the mean litres of Europe, Japan and the USA, from origins.\nReceived: ${JSON.stringify(rows).slice(0, 160)}`,
      );
      const svg = await honest.toSVG();
      const bars = [...svg.matchAll(/aria-roledescription="bar" d="[^"]*?v([\d.]+)/g)];
      const heights = bars.map((bar) => Number(bar[1]));
      expect.that(heights.length === 3, "Expected: three bars, made by `plot.bar`.");
      const looks = heights[2] / heights[1];
      const is = (right.get("USA") ?? NaN) / (right.get("Japan") ?? NaN);
      expect.that(
        Math.abs(looks - is) < 1e-6,
        `I measured the bars. The American one is ${looks.toFixed(2)} times as long as the Japanese one; the number is ${is.toFixed(2)} times as large.\nExpected: twice as much is twice as long. Where does the axis begin, and is it even?`,
      );
      const title = String(part(spec, "encoding", "y", "title"));
      expect.that(
        /l(itres|iters)?\b.*100/i.test(title),
        `The vertical axis needs a title with the unit: litres per 100 km.\nReceived: "${title}"`,
      );
    },
  }),
});
