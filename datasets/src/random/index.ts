export { Random } from "./random.ts";
export type { Seed } from "./seed.ts";
