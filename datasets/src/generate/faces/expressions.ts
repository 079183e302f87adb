import type { Random } from "../../random/index.ts";

/** The expressions, in the order of their labels. */
export const expressions = ["neutral", "happy", "sad", "surprised", "angry"] as const;

export type Expression = (typeof expressions)[number];

/** What an expression moves, in parts of the head's radius. */
export interface Muscles {
  /** How far the corners of the mouth lie above its middle. */
  readonly smile: number;
  /** Height of the open mouth. */
  readonly open: number;
  /** Half the mouth's width. */
  readonly width: number;
  /** How far the brows are raised. */
  readonly raise: number;
  /** How far the brows' inner ends lie above the outer ones. */
  readonly frown: number;
  /** Half the height of an open eye. */
  readonly lids: number;
}

const typical: Readonly<Record<Expression, Muscles>> = {
  neutral: { smile: 0, open: 0, width: 0.26, raise: 0, frown: 0, lids: 0.085 },
  happy: { smile: 0.15, open: 0.06, width: 0.33, raise: 0.02, frown: 0, lids: 0.07 },
  sad: { smile: -0.11, open: 0, width: 0.24, raise: 0.02, frown: 0.09, lids: 0.065 },
  surprised: { smile: 0, open: 0.26, width: 0.17, raise: 0.1, frown: 0.01, lids: 0.12 },
  angry: { smile: -0.06, open: 0.02, width: 0.25, raise: -0.05, frown: -0.11, lids: 0.065 },
};

/** An expression of a strength of its own: weak ones are near to neutral, as in life. */
export function muscles(random: Random, expression: Expression): Muscles {
  const strength = random.uniform(0.6, 1.15);
  const move = (name: keyof Muscles, spread: number): number => {
    const rest = typical.neutral[name];
    return rest + strength * (typical[expression][name] - rest) + random.normal(0, spread);
  };
  return {
    smile: move("smile", 0.012),
    open: Math.max(0, move("open", 0.008)),
    width: move("width", 0.015),
    raise: move("raise", 0.012),
    frown: move("frown", 0.012),
    lids: Math.max(0.03, move("lids", 0.006)),
  };
}
