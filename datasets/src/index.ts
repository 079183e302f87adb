/**
 * Data for the lessons: real sets with their cards, generators for what no real set shows, and the
 * seeded random numbers under them.
 *
 * @module
 */
export * from "./bundled/index.ts";
export * from "./download/index.ts";
export * as generate from "./generate/index.ts";
export { nearest } from "./nearest.ts";
export { Random, type Seed } from "./random/index.ts";
