export * as generate from "./generate/index.ts";
export { nearest } from "./nearest.ts";
export { Random, type Seed } from "./random/index.ts";
