/**
 * A TypeScript kernel for Jupyter. Most users only need the command `daylab-kernel`; set-up scripts
 * can install the kernelspec from here.
 *
 * @module
 */
export * from "./kernelspec/index.ts";
export { display } from "./api/index.ts";
