export { addTransposed, affine, affineInto } from "./affine.ts";
export { eigenSymmetric, leastSquares, solvePositive, svd, type Svd } from "./decompositions.ts";
export { crossProduct, gram, type NormalEquations, normalEquations } from "./gram.ts";
export { columnMeans } from "./means.ts";
export { multiply, transpose } from "./products.ts";
export { triangle } from "./triangle.ts";
