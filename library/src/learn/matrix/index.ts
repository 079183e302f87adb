export { Matrix } from "./matrix.ts";
export { describe, isFrame, isTensor, readMatrix } from "./read.ts";
export type { FrameLike, MatrixLike, TensorLike } from "./types.ts";
