import type { Cell } from "../engine/cell.ts";
import { install } from "../engine/make.ts";
import { EngineColumn, SeriesBase } from "./base.ts";

/** One typed column: values of one type, a name, and row labels where they were given. */
export class Series<T = Cell> extends SeriesBase<T> {}

install({ series: (data, index) => new Series(new EngineColumn(data, index)) });
