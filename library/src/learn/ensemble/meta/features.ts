import { type AnyEstimator, kindOf } from "../../base/index.ts";
import { DataFrame } from "../../../frame/index.ts";
import { isFrame, type Matrix, type MatrixLike, readMatrix } from "../../matrix/index.ts";
import type { Samples } from "../../model-selection/samples.ts";

/** The features that were seen. */
export type Seen = Pick<Matrix, "columns" | "names">;

/** A pipeline gets a frame as it was given; everything else is read as numbers, once for all members. */
export function bagSamples(
  x: Samples,
  estimator: AnyEstimator,
  read: (numbers: MatrixLike) => Matrix,
): Samples {
  const isPipeline = "steps" in estimator.getParams() && kindOf(estimator) !== undefined;
  return isPipeline && isFrame(x) ? x : read(x as MatrixLike);
}

/**
 * The samples with these features alone; all, as they were given, where no choice was made. A frame stays
 * one unless a feature comes twice.
 */
export function columnsOf(
  x: Samples,
  places: Int32Array | undefined,
  seen: Seen,
  who: string,
): Samples {
  if (places === undefined) return x;
  const { names } = seen;
  if (x instanceof DataFrame && names !== undefined && new Set(places).size === places.length) {
    const frame = x as DataFrame<Record<string, unknown>>;
    return frame.select(Array.from(places, (j) => names[j]));
  }
  return readMatrix(x as MatrixLike, who).takeColumns(places);
}
