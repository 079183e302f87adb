/** What a pandas user does on a Tuesday, by kind: the pandas expression and ours. */
import { idioms as assign } from "./assign.ts";
import { idioms as conversion } from "./conversion.ts";
import { idioms as dates } from "./dates.ts";
import { idioms as groupby } from "./groupby.ts";
import { idioms as reshape } from "./reshape.ts";
import { idioms as windows } from "./windows.ts";
import { idioms as categories } from "./categories.ts";
import { idioms as display } from "./display.ts";
import { idioms as encoding } from "./encoding.ts";
import type { Idioms } from "./idiom.ts";
import { idioms as io } from "./io.ts";
import { idioms as merge } from "./merge.ts";
import { idioms as missing } from "./missing.ts";
import { idioms as selection } from "./selection.ts";
import { idioms as sort } from "./sort.ts";
import { idioms as statistics } from "./statistics.ts";
import { idioms as strings } from "./strings.ts";

export const groups: Readonly<Record<string, Idioms>> = {
  io,
  selection,
  assign,
  sort,
  groupby,
  merge,
  reshape,
  missing,
  strings,
  dates,
  windows,
  statistics,
  categories,
  encoding,
  display,
  conversion,
};

/** What the page calls them. */
export const titles: Readonly<Record<string, string>> = {
  io: "Files",
  selection: "Selection and comparison",
  assign: "New columns, names and arithmetic",
  sort: "Order",
  groupby: "Groups",
  merge: "Merge and concat",
  reshape: "Shapes",
  missing: "Missing values",
  strings: "Texts",
  dates: "Dates and times",
  windows: "Windows and neighbours",
  statistics: "Statistics",
  categories: "Categories and bins",
  encoding: "Encoders",
  display: "Display",
  conversion: "Conversion",
};
