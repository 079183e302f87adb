import {
  ConstantKernel,
  DotProduct,
  ExpSineSquared,
  type GaussianKernel,
  GaussianProcessRegressor,
  Matern,
  Product,
  RationalQuadratic,
  RBF,
  Sum,
  WhiteKernel,
} from "../../../../../library/src/learn/index.ts";
import type { Case } from "../case.ts";

const parts = { k1: new RBF() as GaussianKernel, k2: new WhiteKernel() as GaussianKernel };
const kernels = [
  new ConstantKernel(),
  new DotProduct(),
  new ExpSineSquared(),
  new Matern(),
  new Product(parts),
  new RationalQuadratic(),
  new RBF(),
  new Sum(parts),
  new WhiteKernel(),
];

export const gaussianProcess: readonly Case[] = [
  {
    name: "GaussianProcessRegressor",
    kind: "regressor",
    make: () => new GaussianProcessRegressor({ kernel: new RBF().plus(new WhiteKernel()) }),
  },
  // Kernels are kept as estimators are, but do not learn: gaussian-process.test.ts asks them.
  ...kernels.map((kernel): Case => ({
    name: kernel.name,
    kind: "transformer",
    make: () => kernel,
    otherSamples: true,
  })),
];
