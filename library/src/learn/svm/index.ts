export type { KernelFunction } from "./kernels.ts";
export { LinearSVC, type LinearSVCParams } from "./linear-svc.ts";
export { LinearSVR, type LinearSVRParams } from "./linear-svr.ts";
export { SVC, type SVCParams } from "./svc.ts";
export { SVR, type SVRParams } from "./svr.ts";
