import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DataFrame } from "../../../../library/src/frame/index.ts";

interface Awkward {
  k: string | null;
  g: number | null;
  n: number | null;
  x: number | null;
  t: boolean;
  s: string | null;
}
interface Penguin {
  Species: string;
  Island: string;
  "Beak Length (mm)": number | null;
  "Beak Depth (mm)": number | null;
  "Flipper Length (mm)": number | null;
  "Body Mass (g)": number | null;
  Sex: string | null;
}

/** The path of a file beside the answers. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const inputs = read(fixture("inputs.json")) as {
  awkward: { [K in keyof Awkward]: Awkward[K][] };
  zeros: { z: number[]; v: number[] };
  one: { k: string[]; v: number[] };
  left: { k: (string | null)[]; v: number[]; w: number[] };
  right: { k: (string | null)[]; v: number[]; u: (number | null)[] };
  sales: {
    city: (string | null)[];
    year: number[];
    item: string[];
    sum: (number | null)[];
  };
  wide: { city: string[]; may: number[]; june: (number | null)[] };
  dups: { a: (number | null)[]; b: (string | null)[] };
  moments: { when: (string | null)[] };
  dates: { d: (string | null)[] };
};

export const awkward = new DataFrame(inputs.awkward);
export const zeros = new DataFrame(inputs.zeros);
export const one = new DataFrame(inputs.one);
export const left = new DataFrame(inputs.left);
export const right = new DataFrame(inputs.right);
export const big = new DataFrame({
  b: [9007199254740993n, -9007199254740993n, 9223372036854775807n, 9007199254740993n],
});
export const dates = new DataFrame({
  d: inputs.dates.d.map((text) => (text === null ? null : new Date(`${text}Z`))),
});
export const sales = new DataFrame(inputs.sales);
export const wide = new DataFrame(inputs.wide);
export const dups = new DataFrame(inputs.dups);
export const moments = new DataFrame({
  when: inputs.moments.when.map((text) => (text === null ? null : new Date(text))),
});
export const empty = new DataFrame(
  { k: [] as string[], v: [] as number[] },
  { dtypes: { k: "string" } },
);
export const penguins = new DataFrame(
  read(fixture("../../../../../node_modules/vega-datasets/data/penguins.json")) as Penguin[],
);
export const [mass, beak] = ["Body Mass (g)", "Beak Length (mm)"] as const;
export const { k, n, x, s, t } = awkward.cols;
export const { d } = dates.cols;
