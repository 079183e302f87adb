/** An idiom that gives something else than pandas on purpose. */
export interface Differs {
  readonly ours: () => unknown;
  /** What ours gives, in the form of `encoded`. */
  readonly gives: unknown;
  readonly differs: string;
}

/** An idiom that cannot be written here, and what to do instead. */
export interface NotThere {
  readonly notThere: string;
}

/** Ours gives what pandas gives, or one of the two above. */
export type Idiom = (() => unknown) | Differs | NotThere;

/** By pandas expression, over the frames of `data.py` and `data.ts`. */
export type Idioms = Readonly<Record<string, Idiom>>;
