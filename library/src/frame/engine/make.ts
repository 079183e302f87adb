/**
 * Verbs return frames and columns, and the classes call the verbs. The classes hand their
 * makers in here, so that neither side loads the other.
 *
 * @module
 */
import type pl from "nodejs-polars";
import type { DataFrame } from "../data-frame/data-frame.ts";
import type { Series } from "../series/series.ts";
import type { Table } from "./table.ts";

interface Makers {
  frame(table: Table): DataFrame;
  series(data: pl.Series, index: pl.Series | undefined): Series;
}

const makers: Partial<Makers> = {};

export function install(given: Partial<Makers>): void {
  Object.assign(makers, given);
}

function ready<K extends keyof Makers>(name: K): Makers[K] {
  const make = makers[name];
  if (make === undefined)
    throw new Error(`Import daylab/frame by its index: no ${name} maker yet.`);
  return make;
}

/** A frame around an engine table. The caller answers for the row type. */
export const frameOf = <R extends object>(table: Table): DataFrame<R> =>
  ready("frame")(table) as unknown as DataFrame<R>;

/** A column around the engine's. The caller answers for the cell type. */
export const seriesOf = <T>(data: pl.Series, index: pl.Series | undefined): Series<T> =>
  ready("series")(data, index) as unknown as Series<T>;
