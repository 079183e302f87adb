/** What is recorded, how it is written, and what is said of a file that cannot be read. */
export { readBundle, writeBundle, type ReadBundle } from "./bundle.ts";
export * from "./published.ts";
export { inWords, type Problem } from "./problem.ts";
export { readDocument, type ReadOptions, type ReadResult } from "./read.ts";
export { dateOf, instantOf, isLocalDate, isLocalTime, localTime } from "./time.ts";
export * from "./types.ts";
export { isWriter, writeDocument } from "./write.ts";
