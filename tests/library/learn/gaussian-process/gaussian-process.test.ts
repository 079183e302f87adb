import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  ConstantKernel,
  fromJSON,
  GaussianProcessRegressor,
  Matern,
  RBF,
  WhiteKernel,
} from "../../../../library/src/learn/index.ts";
import { close } from "../close.ts";
import { comparisons } from "./comparisons.ts";

describe("Gaussian processes, beside scikit-learn", () => {
  for (const { estimator, what, tolerance, compare } of comparisons)
    it(`${estimator}: ${what} (within ${tolerance})`, compare);
});

describe("Gaussian processes", () => {
  const x = [[0], [1], [2.5], [4]];
  const y = [1, 3, -1, 0];

  it("pass through the samples, sure there and unsure elsewhere", () => {
    const made = new GaussianProcessRegressor({ kernel: new RBF().times(4) }).fit(x, y);
    close(made.predict(x), y, 1e-6);
    const { std } = made.predict([...x, [40]], { returnStd: true });
    assert.ok(std.slice(0, 4).every((value) => value < 1e-3));
    assert.ok(std[4] > 1);
  });

  it("draw functions with the mean and the covariance that predict gives", () => {
    const kernel = new RBF({ lengthScaleBounds: "fixed" });
    const made = new GaussianProcessRegressor({ kernel: kernel.times(1) }).fit(x, y);
    const queries = [[0.5], [1.5], [6]];
    const { mean, covariance } = made.predict(queries, { returnCov: true });
    const draws = 20_000;
    const drawn = made.sampleY(queries, draws, 4);
    assert.deepEqual(drawn.shape, [3, draws]);
    const means = queries.map((_, i) => drawn.row(i).reduce((sum, v) => sum + v / draws, 0));
    close(means, mean, 0.05);
    queries.forEach((_, i) =>
      queries.forEach((__, j) => {
        let sum = 0;
        for (let s = 0; s < draws; s++)
          sum += (drawn.at(i, s) - means[i]) * (drawn.at(j, s) - means[j]);
        close(sum / draws, covariance.at(i, j), 0.05);
      }),
    );
    assert.deepEqual(made.sampleY(queries).data, made.sampleY(queries).data);
  });

  it("leave the kernel that was given as it was, and fixed hyperparameters too", () => {
    const kernel = new ConstantKernel({ constantValue: 2, constantValueBounds: "fixed" })
      .times(new Matern())
      .plus(new WhiteKernel());
    const made = new GaussianProcessRegressor({ kernel }).fit(x, y);
    assert.deepEqual([...kernel.theta()], [0, 0]);
    assert.notDeepEqual([...made.kernel_.theta()], [0, 0]);
    assert.match(String(made.kernel_), /constantValue: 2/);
    assert.match(
      String(made.kernel_),
      /^ConstantKernel\(.*\) \* Matern\(.*\) \+ WhiteKernel\(.*\)$/,
    );
    made.setParams({ kernel__k2__noiseLevel: 3 });
    assert.match(String(made), /noiseLevel: 3/);
  });

  it("predict the same after JSON, kernel and all", () => {
    const kernel = new RBF().plus(new WhiteKernel());
    const made = new GaussianProcessRegressor({ kernel }).fit(x, y);
    const read = fromJSON(JSON.stringify(made)) as GaussianProcessRegressor;
    assert.deepEqual(read.predict([[3]]), made.predict([[3]]));
    assert.equal(String(read.kernel_), String(made.kernel_));
  });

  it("refuse what they do not know", () => {
    const fit = (options: object) => () => new GaussianProcessRegressor(options).fit(x, y);
    assert.throws(fit({ kernel: "rbf" }), /kernel must be a kernel such as new RBF\(\)/);
    assert.throws(fit({ kernel: new RBF({ lengthScale: 0 }) }), /lengthScale must be .*above 0/);
    assert.throws(fit({ kernel: new Matern({ nu: 2 }) }), /nu must be one of/);
    const two = new RBF({ lengthScale: [1, 2] });
    assert.throws(fit({ kernel: two }), /2 values of lengthScale for 1 features/);
    const flipped = new RBF({ lengthScaleBounds: [2, 1] });
    assert.throws(fit({ kernel: flipped }), /lengthScaleBounds must be "fixed" or two numbers/);
    const flat = new GaussianProcessRegressor({ alpha: 0 });
    assert.throws(() => flat.fit([[1], [1]], [0, 1]), /not positive definite/);
  });
});
