import type { Name, Row } from "../engine/cell.ts";

/** Which rows a merged frame has: those with keys of both, of the left, of the right, of either; or every pair. */
export type MergeHow = "inner" | "left" | "right" | "outer" | "cross";

type Suffix<S> = S extends string ? S : "";
type Flat<T> = { [K in keyof T]: T[K] };

/** The columns of one side: a key is never missing for want of a partner, the others may be. */
type Side<R, Keys, Gone, Shared, S, Lonely> = {
  [N in Exclude<Name<R>, Gone> as N extends Shared ? `${N}${Suffix<S>}` : N]: N extends Keys
    ? R[N]
    : Lonely extends true
      ? R[N] | null
      : R[N];
};

type Known<R> = string extends Name<R> ? false : true;

/**
 * The columns of a merged frame: those of the left, then those of the right without the shared keys;
 * other names that both have get a suffix.
 */
export type Merged<L extends object, R extends object, Keys, H extends MergeHow, S> =
  Known<L> extends true
    ? Known<R> extends true
      ? Flat<
          Side<
            L,
            Keys,
            never,
            Exclude<Name<L> & Name<R>, Keys>,
            S extends readonly [infer X, unknown] ? X : "",
            H extends "right" | "outer" ? true : false
          > &
            Side<
              R,
              never,
              Keys,
              Exclude<Name<L> & Name<R>, Keys>,
              S extends readonly [unknown, infer Y] ? Y : "",
              H extends "left" | "outer" ? true : false
            >
        >
      : Row
    : Row;
