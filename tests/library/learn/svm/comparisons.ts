import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  LinearSVC,
  type LinearSVCParams,
  LinearSVR,
  type LinearSVRParams,
  SVC,
  type SVCParams,
  SVR,
  type SVRParams,
} from "../../../../library/src/learn/index.ts";
import { close } from "../close.ts";
import type { Answers, MachineAnswer } from "./answers.ts";

const answers = JSON.parse(
  readFileSync(new URL("fixtures/answers.json", import.meta.url), "utf8"),
) as Answers;
const { x, queries, target } = answers;
const tol = 1e-8;

/**
 * Kernel values are kept in 32 bits, here and in libsvm: coefficients at the optimum agree to about
 * 1e-5 of C, decision values to 1e-6.
 */
const coefficients = 1e-4;
const values = 1e-5;

/** The same vectors, and their coefficients; a vector with next to none may be missing. */
function sameMachine(
  made: { support_: Int32Array; dualCoef_: { toArray(): number[][] }; intercept_: unknown },
  expected: MachineAnswer,
): void {
  const dense = (support: ArrayLike<number>, rows: readonly number[][]) =>
    rows.map((row) => {
      const all = new Float64Array(x.length);
      row.forEach((value, k) => (all[support[k]] = value));
      return all;
    });
  close(
    dense(made.support_, made.dualCoef_.toArray()),
    dense(expected.support, expected.dualCoef),
    coefficients,
  );
  close(made.intercept_, expected.intercept, coefficients);
}

const svc = answers.svc.flatMap((one) => {
  const y = answers[one.y];
  const settings = `${JSON.stringify(one.options)}, ${one.y} classes`;
  const fit = (more: Partial<SVCParams> = {}) =>
    new SVC({ ...one.options, ...more, tol }).fit(x, y);
  return [
    {
      estimator: "SVC",
      what: `support vectors, dual coefficients and intercepts, ${settings}`,
      tolerance: coefficients,
      compare: () => {
        sameMachine(fit(), one);
        assert.deepEqual([...fit().nSupport_], one.nSupport);
      },
    },
    {
      estimator: "SVC",
      what: `decision values and labels, ${settings}`,
      tolerance: values,
      compare: () => {
        close(fit().decisionFunction(queries).toArray(), one.ovr, values);
        const ovo = fit({ decisionFunctionShape: "ovo" });
        close(ovo.decisionFunction(queries).toArray(), one.ovo, values);
        assert.deepEqual(fit().predict(queries), one.labels);
        if (one.brokenTies)
          assert.deepEqual(fit({ breakTies: true }).predict(queries), one.brokenTies);
      },
    },
  ];
});

const weighted = [
  {
    estimator: "SVC",
    what: "number of steps, and what they lead to, with the default tolerance",
    tolerance: 1e-6,
    compare: () => {
      const made = new SVC().fit(x, answers.three);
      assert.deepEqual([...made.nIter_], answers.steps.iterations);
      assert.deepEqual([...made.support_], answers.steps.support);
      close(made.dualCoef_.toArray(), answers.steps.dualCoef, 1e-6);
      close(made.intercept_, answers.steps.intercept, 1e-6);
    },
  },
  {
    estimator: "SVC",
    what: "balanced classes and weights of samples",
    tolerance: coefficients,
    compare: () => {
      const made = new SVC({ tol, classWeight: "balanced" });
      const options = { sampleWeight: answers.weights };
      sameMachine(made.fit(x, answers.three, options), answers.weighted);
    },
  },
  {
    estimator: "SVC",
    what: "weights of classes",
    tolerance: coefficients,
    compare: () => {
      const made = new SVC({ tol, classWeight: { a: 3, b: 0.5 } });
      sameMachine(made.fit(x, answers.three), answers.named);
    },
  },
  {
    estimator: "SVC",
    what: "probabilities: within four standard deviations of twenty seeds, and 0.02",
    tolerance: 0.02,
    compare: () => {
      const made = new SVC({ probability: true, randomState: 1 }).fit(x, answers.three);
      made
        .predictProba(queries)
        .toArray()
        .forEach((row, i) =>
          row.forEach((value, j) => {
            const allowed = 0.02 + 4 * answers.proba.spread[i][j];
            assert.ok(Math.abs(value - answers.proba.mean[i][j]) < allowed, `${i}, ${j}: ${value}`);
          }),
        );
    },
  },
];

const svr = answers.svr.map((one) => ({
  estimator: "SVR",
  what: `dual coefficients, intercept and predictions, ${JSON.stringify(one.options)}`,
  tolerance: coefficients,
  compare: () => {
    const options: Partial<SVRParams> = { ...one.options, tol, epsilon: 0.05 };
    const made = new SVR(options).fit(x, target);
    sameMachine(made, one);
    close(made.predict(queries), one.numbers, values);
  },
}));
const weightedSvr = {
  estimator: "SVR",
  what: "weights of samples",
  tolerance: coefficients,
  compare: () => {
    const options = { sampleWeight: answers.weights };
    sameMachine(new SVR({ tol }).fit(x, target, options), answers.weightedSvr);
  },
};

const precise = { tol: 1e-9, maxIter: 200_000, randomState: 1 };
const linear = answers.linear.map(({ options, ...one }) => ({
  estimator: "LinearSVC",
  what: `weights, intercepts, decision values and labels, ${JSON.stringify(options)}, ${one.y} classes`,
  tolerance: 1e-6,
  compare: () => {
    const loss: LinearSVCParams["loss"] = options.loss === "hinge" ? "hinge" : "squaredHinge";
    const fitIntercept = options.fit_intercept ?? true;
    const made = new LinearSVC({ C: options.C, loss, fitIntercept, ...precise });
    const fitted = made.fit(x, answers[one.y]);
    close(fitted.coef_.toArray(), one.coef, 1e-6);
    if (fitIntercept) close(fitted.intercept_, one.intercept, 1e-6);
    close(fitted.decisionFunction(queries).toArray(), one.values, 1e-6);
    assert.deepEqual(fitted.predict(queries), one.labels);
    assert.ok(fitted.converged_);
  },
}));
const linearSvr = answers.linearSvr.map(({ options, ...one }) => ({
  estimator: "LinearSVR",
  what: `weights, intercept and predictions, ${JSON.stringify(options)}`,
  tolerance: 1e-6,
  compare: () => {
    const { epsilon, C } = options;
    const loss: LinearSVRParams["loss"] = options.loss.startsWith("squared")
      ? "squaredEpsilonInsensitive"
      : "epsilonInsensitive";
    const made = new LinearSVR({ epsilon, C, loss, ...precise }).fit(x, target);
    close(made.coef_, one.coef, 1e-6);
    close(made.intercept_, one.intercept, 1e-6);
    close(made.predict(queries), one.numbers, 1e-6);
    assert.ok(made.converged_);
  },
}));

export const comparisons = [...svc, ...weighted, ...svr, weightedSvr, ...linear, ...linearSvr];
