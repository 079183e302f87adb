/**
 * The whole library by its parts. Importing a part by its own path, as `daylab/frame`, loads that part
 * alone.
 *
 * @module
 */
export * as check from "./check/index.ts";
export * as datasets from "./datasets/index.ts";
export * as frame from "./frame/index.ts";
export * as learn from "./learn/index.ts";
export * as nn from "./nn/index.ts";
export * as plot from "./plot/index.ts";
export * as random from "./random/index.ts";
export * as text from "./text/index.ts";
export * as vision from "./vision/index.ts";
export * as widgets from "./widgets/index.ts";
