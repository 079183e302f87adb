import { resolution } from "../charts/facets.ts";
import { Chart } from "../figure/chart.ts";
import type { AnySpec, Channel } from "../figure/spec.ts";
import { lookOf } from "../figure/theme.ts";
import { heading } from "./grid.ts";
import type { ComposeOptions } from "./grid.ts";
import { inner } from "./inner.ts";

/**
 * Charts on top of each other, the first at the bottom, on the same axes. The size and the titles of
 * axes are the first one's.
 *
 * @throws TypeError for fewer than one chart, or one that is a grid or has facets.
 * @example
 * layer([scatter(points, { x: "x", y: "y" }), line(fitted, { x: "x", y: "y" })]);
 */
export function layer(charts: readonly Chart[], options: ComposeOptions = {}): Chart<AnySpec> {
  for (const chart of charts) {
    const part = ["facet", "concat", "hconcat", "vconcat"].find((name) => name in chart.spec);
    if (part !== undefined)
      throw new TypeError(
        `Charts on top of each other have one pair of axes; one of them is made of several (${part}).`,
      );
  }
  if (charts.length === 0) throw new TypeError("Give at least one chart: layer([a, b]).");
  const [first] = charts;
  const { background, config } =
    options.theme === undefined
      ? { background: first.spec["background"], config: first.spec["config"] }
      : lookOf(options.theme);
  const specs = charts.map(({ spec }) => inner(spec));
  const apart = typeof options.scales === "object" ? options.scales.color : options.scales;
  const conflict = apart !== "independent" && orders(specs).size > 1;
  return new Chart<AnySpec>({
    $schema: first.spec.$schema,
    description: options.alt ?? charts.map(({ alt }) => alt).join(" On the same axes: "),
    ...(first.spec.title !== undefined && { title: first.spec.title }),
    ...heading(options),
    width: first.spec.width,
    height: first.spec.height,
    layer: specs.map((spec, i) => {
      const { width, height, title, description, ...rest } = conflict ? withoutOrder(spec) : spec;
      void [width, height, title, description];
      return i === 0 ? rest : titled(rest, axisTitles(first.spec));
    }),
    ...resolution(options.scales),
    background,
    config: structuredClone(config),
  });
}

/** The orders that the parts ask for on the scale of colours they share. */
function orders(specs: readonly Record<string, unknown>[]): Set<string> {
  const colors = specs.flatMap((spec) => {
    const { encoding, layer } = spec as { encoding?: Coded; layer?: Record<string, unknown>[] };
    const own = encoding?.color?.["field"] === undefined ? [] : [encoding.color["sort"]];
    return [...own.map((sort) => JSON.stringify(sort) ?? ""), ...orders(layer ?? [])];
  });
  return new Set(colors);
}

/** Without them: one scale has one order, and Vega-Lite would take its own with a warning on the console. */
function withoutOrder(spec: Record<string, unknown>): Record<string, unknown> {
  const { encoding, layer } = spec as { encoding?: Coded; layer?: Record<string, unknown>[] };
  const { sort, ...color } = encoding?.color ?? {};
  void sort;
  return {
    ...spec,
    ...(encoding?.color && { encoding: { ...encoding, color } }),
    ...(layer && { layer: layer.map(withoutOrder) }),
  };
}

interface Coded {
  readonly color?: Channel;
}

/** Vega-Lite joins the titles of layers on one axis, so each layer repeats the first one's. */
function titled(spec: Record<string, unknown>, titles: Titles): Record<string, unknown> {
  const encoding = spec["encoding"] as Record<string, Channel> | undefined;
  const layers = spec["layer"] as Record<string, unknown>[] | undefined;
  return {
    ...spec,
    ...(encoding && {
      encoding: Object.fromEntries(
        Object.entries(encoding).map(([name, channel]) => [
          name,
          titles[name] === undefined ? channel : { ...channel, title: titles[name] },
        ]),
      ),
    }),
    ...(layers && { layer: layers.map((one) => titled(one, titles)) }),
  };
}

type Titles = Readonly<Record<string, unknown>>;

/** The titles of the axes of a chart, from its first layer that has some. */
function axisTitles(spec: Record<string, unknown>): Titles {
  const encoding = (spec["encoding"] ?? {}) as Record<string, Channel>;
  const layers = (spec["layer"] ?? []) as Record<string, unknown>[];
  const inside = layers.map(axisTitles).find(({ x, y }) => x !== undefined || y !== undefined);
  return {
    ...(encoding["x"] && { x: encoding["x"]["title"] }),
    ...(encoding["y"] && { y: encoding["y"]["title"] }),
    ...inside,
  };
}
