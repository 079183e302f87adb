export type { ClassWeight } from "./class-weight.ts";
export * from "./hist/index.ts";
