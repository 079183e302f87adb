/**
 * SQL over frames, and the engine's lazy frames.
 *
 * @module
 */
export { LazyFrame } from "./lazy.ts";
export { runQuery, sql, type SQLTable } from "./query.ts";
