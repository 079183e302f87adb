export type { KernelFunction } from "./kernels.ts";
export { SVC, type SVCParams } from "./svc.ts";
export { SVR, type SVRParams } from "./svr.ts";
