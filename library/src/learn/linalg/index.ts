export { eigenSymmetric, leastSquares, solvePositive, svd, type Svd } from "./decompositions.ts";
export { crossProduct, gram, multiply, transpose } from "./products.ts";
