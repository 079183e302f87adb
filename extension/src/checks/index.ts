/** Sees what kernels publish about exercises and outcomes, and records it once. */
export { observeChecks } from "./observe.ts";
export { recordsIn, type Bundle, type Published } from "./published.ts";
