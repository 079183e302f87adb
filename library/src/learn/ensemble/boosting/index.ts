export * from "./hist/index.ts";
