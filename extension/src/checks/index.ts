/** Sees what kernels publish about exercises and outcomes, and records it once. */
export { observeChecks } from "./observe.ts";
