export * from "./ada/index.ts";
export * from "./gradient/index.ts";
export * from "./hist/index.ts";
