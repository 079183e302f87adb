import { TextLists } from "./text/lists.ts";

/**
 * The texts of a column, under `series.str`: pandas' names in camelCase, danfo's beside them. Missing
 * values stay missing; characters are Unicode code points; a text given as a pattern stands for
 * itself, a RegExp is one.
 */
export class TextAccessor extends TextLists {}
