export { type CombinedParams, Product, Sum } from "./combined.ts";
export { ExpSineSquared, type ExpSineSquaredParams } from "./exp-sine-squared.ts";
export { type Bounds, GaussianKernel } from "./kernel.ts";
export { Matern, type MaternParams } from "./matern.ts";
export { RationalQuadratic, type RationalQuadraticParams } from "./rational-quadratic.ts";
export { RBF, type RBFParams } from "./rbf.ts";
export {
  ConstantKernel,
  type ConstantKernelParams,
  DotProduct,
  type DotProductParams,
  WhiteKernel,
  type WhiteKernelParams,
} from "./simple.ts";
