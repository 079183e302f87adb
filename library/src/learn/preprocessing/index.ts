export * from "./encoders/index.ts";
export * from "./features/index.ts";
export * from "./imputers/index.ts";
export * from "./scalers/index.ts";
