/** What a prediction p costs where y is wanted, and how the cost changes with p. */
export interface Loss {
  readonly value: (y: number, p: number) => number;
  readonly slope: (y: number, p: number) => number;
}

const hinge = (threshold: number): Loss => ({
  value: (y, p) => Math.max(0, threshold - y * p),
  slope: (y, p) => (y * p <= threshold ? -y : 0),
});

/** Losses of classes, for y of -1 and 1. */
export const classLosses = {
  hinge: hinge(1),
  perceptron: hinge(0),
  squaredHinge: {
    value: (y: number, p: number) => Math.max(0, 1 - y * p) ** 2,
    slope: (y: number, p: number) => -2 * y * Math.max(0, 1 - y * p),
  },
  logLoss: {
    value: (y: number, p: number) => {
      const z = y * p;
      return Math.max(0, -z) + Math.log1p(Math.exp(-Math.abs(z)));
    },
    slope: (y: number, p: number) => -y / (1 + Math.exp(y * p)),
  },
  modifiedHuber: {
    value: (y: number, p: number) => {
      const z = y * p;
      return z >= -1 ? Math.max(0, 1 - z) ** 2 : -4 * z;
    },
    slope: (y: number, p: number) => {
      const z = y * p;
      return z >= -1 ? -2 * y * Math.max(0, 1 - z) : -4 * y;
    },
  },
} as const satisfies Record<string, Loss>;

export type ClassLossName = keyof typeof classLosses;

/** Losses of numbers; `epsilon` is where they change their shape. */
export const numberLosses = {
  squaredError: (): Loss => ({
    value: (y, p) => ((p - y) * (p - y)) / 2,
    slope: (y, p) => p - y,
  }),
  huber: (epsilon: number): Loss => ({
    value: (y, p) => {
      const away = Math.abs(p - y);
      return away <= epsilon ? (away * away) / 2 : epsilon * away - (epsilon * epsilon) / 2;
    },
    slope: (y, p) => Math.max(-epsilon, Math.min(epsilon, p - y)),
  }),
  epsilonInsensitive: (epsilon: number): Loss => ({
    value: (y, p) => Math.max(0, Math.abs(p - y) - epsilon),
    slope: (y, p) => (Math.abs(p - y) > epsilon ? Math.sign(p - y) : 0),
  }),
  squaredEpsilonInsensitive: (epsilon: number): Loss => ({
    value: (y, p) => Math.max(0, Math.abs(p - y) - epsilon) ** 2,
    slope: (y, p) => 2 * Math.sign(p - y) * Math.max(0, Math.abs(p - y) - epsilon),
  }),
} as const satisfies Record<string, (epsilon: number) => Loss>;

export type NumberLossName = keyof typeof numberLosses;
