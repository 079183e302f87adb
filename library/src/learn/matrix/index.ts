export { Matrix } from "./matrix.ts";
export { describe, isFrame, isTensor, readMatrix } from "./read.ts";
export { SparseMatrix } from "./sparse.ts";
export { type Cell, isMissing, readColumns, Table, type TableLike } from "./table.ts";
export type { FrameLike, MatrixLike, TensorLike } from "./types.ts";
