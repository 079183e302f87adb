import { checkOptions } from "../../frame/engine/options.ts";
import { Dataset } from "./dataset.ts";
import { described, isTensor, type NumberArray, type Shaped } from "./element.ts";
import { sequencePipe } from "./pipe/pipe.ts";
import type { Column } from "./sources/columns.ts";
import { dtypeOf, toShaped } from "./stack.ts";

export interface TimeSeriesOptions<Y> {
  /** Steps of time in a window. */
  readonly sequenceLength: number;
  /** What belongs to the window that begins at each step, one a step: `series.slice(sequenceLength)` for a forecast. */
  readonly targets?: ArrayLike<Y>;
  /** Steps from the beginning of a window to that of the next (1). */
  readonly sequenceStride?: number;
  /** Steps between two values of a window (1). */
  readonly samplingRate?: number;
  /** The first step that is used (0). */
  readonly startIndex?: number;
  /** The step before which the data end (all). */
  readonly endIndex?: number;
}

const known = [
  ...["sequenceLength", "targets", "sequenceStride", "samplingRate"],
  ...["startIndex", "endIndex"],
];

/**
 * Windows over a time series, as Keras' `timeseries_dataset_from_array` cuts them: `x` is
 * `[sequenceLength, …features]`. The target of a window is that at its beginning.
 *
 * @param series one value, or row of values, a step of time
 * @throws RangeError for options that leave no window
 *
 * @example
 * const series = [10, 20, 30, 40, 50];
 * const windows = timeSeriesWindows(series, { sequenceLength: 3, targets: series.slice(3) });
 * windows.size; // 2
 */
export function timeSeriesWindows(
  series: Column,
  options: TimeSeriesOptions<never> & { readonly targets?: undefined },
): Dataset<{ readonly x: Shaped }>;
export function timeSeriesWindows<Y>(
  series: Column,
  options: TimeSeriesOptions<Y>,
): Dataset<{ readonly x: Shaped; readonly y: Y }>;
export function timeSeriesWindows<Y>(
  series: Column,
  options: TimeSeriesOptions<Y>,
): Dataset<{ readonly x: Shaped; readonly y?: Y }> {
  checkOptions("timeSeriesWindows", options, known);
  const { sequenceLength, targets, sequenceStride = 1, samplingRate = 1 } = options;
  const { data, shape } = toShaped(series, "The series");
  const [steps, ...features] = shape;
  if (steps === undefined)
    throw new TypeError(`A series has one value a step of time; it is ${described(series)}.`);
  const { startIndex = 0, endIndex = steps } = options;
  for (const [name, value] of Object.entries({ sequenceLength, sequenceStride, samplingRate }))
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${name} must be a whole number from 1, not ${String(value)}.`);
  if (!(startIndex >= 0 && startIndex < endIndex && endIndex <= steps))
    throw new RangeError(
      `startIndex and endIndex must be between 0 and the ${steps} steps, not ${startIndex} and ${endIndex}.`,
    );
  const starts = endIndex - startIndex - (sequenceLength - 1) * samplingRate;
  const used = Math.min(starts, targets === undefined ? Infinity : targets.length - startIndex);
  if (used < 1)
    throw new RangeError(
      `No window of ${sequenceLength} steps, ${samplingRate} apart, fits into ${endIndex - startIndex} steps${targets ? ` with ${targets.length} targets` : ""}.`,
    );
  const size = features.reduce((product, n) => product * n, 1);
  const whole = dtypeOf(isTensor(series) ? series : { data, shape }) === "int32";
  const window = (start: number): Shaped => {
    const values: NumberArray = new (whole ? Int32Array : Float32Array)(sequenceLength * size);
    for (let i = 0; i < sequenceLength; i++)
      for (let j = 0; j < size; j++)
        values[i * size + j] = data[(start + i * samplingRate) * size + j];
    return { data: values, shape: [sequenceLength, ...features] };
  };
  const length = Math.ceil(used / sequenceStride);
  const pipe = sequencePipe(length, () => ({
    length,
    at(index) {
      const start = startIndex + index * sequenceStride;
      return targets ? { x: window(start), y: targets[start] } : { x: window(start) };
    },
  }));
  return new Dataset(pipe, ["timeSeriesWindows"]);
}
