export * from "./information.ts";
export * from "./pairs.ts";
export * from "./shape.ts";
