import type { SVCParams } from "../../../../library/src/learn/index.ts";

/** A trained machine, as scikit-learn describes it. */
export interface MachineAnswer {
  readonly support: number[];
  readonly dualCoef: number[][];
  readonly intercept: number[];
}

/** A linear one. */
export interface LinearAnswer {
  readonly coef: number[][];
  readonly intercept: number[];
}

type KernelOptions = Partial<Pick<SVCParams, "kernel" | "degree" | "gamma" | "coef0" | "C">>;
type Classes = "two" | "three";

/** What fixtures/answers.py writes. */
export interface Answers extends Readonly<Record<Classes, string[]>> {
  readonly x: number[][];
  readonly queries: number[][];
  readonly target: number[];
  readonly weights: number[];
  readonly svc: (MachineAnswer & {
    options: KernelOptions;
    y: Classes;
    nSupport: number[];
    ovr: number[][];
    ovo: number[][];
    labels: string[];
    brokenTies: string[] | null;
  })[];
  readonly steps: MachineAnswer & { iterations: number[] };
  readonly weighted: MachineAnswer;
  readonly named: MachineAnswer;
  readonly svr: (MachineAnswer & { options: KernelOptions; numbers: number[] })[];
  readonly weightedSvr: MachineAnswer;
  readonly oneClass: (MachineAnswer & {
    options: KernelOptions & { nu: number };
    values: number[];
    labels: number[];
  })[];
  readonly linear: (LinearAnswer & {
    options: { loss: string; C: number; fit_intercept?: boolean };
    y: Classes;
    values: number[][];
    labels: string[];
  })[];
  readonly linearSvr: {
    options: { loss: string; epsilon: number; C?: number };
    coef: number[];
    intercept: number[];
    numbers: number[];
  }[];
  readonly proba: { mean: number[][]; spread: number[][] };
}
