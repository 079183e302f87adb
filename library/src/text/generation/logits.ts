/**
 * One number a token, the greater the likelier: an array, or a tensor whose last dimension are the
 * tokens. Of a tensor with more rows the last one counts; it is read and disposed.
 */
export type LogitsLike =
  | ArrayLike<number>
  | {
      readonly shape: readonly number[];
      data(): Promise<ArrayLike<number>>;
      dispose(): void;
    };

/**
 * A model: what comes after tokens. As `{ batch }` it gets several sequences of one length at once and
 * returns one row each: arrays, or a tensor of the shape [sequences, vocabulary].
 */
export type NextLogits =
  | ((tokens: readonly number[]) => LogitsLike | Promise<LogitsLike>)
  | {
      batch(
        sequences: readonly (readonly number[])[],
      ):
        | readonly ArrayLike<number>[]
        | Exclude<LogitsLike, ArrayLike<number>>
        | Promise<readonly ArrayLike<number>[] | Exclude<LogitsLike, ArrayLike<number>>>;
    };

const isTensor = (value: unknown): value is Exclude<LogitsLike, ArrayLike<number>> =>
  typeof (value as { data?: unknown } | null)?.data === "function";

async function lastRow(logits: LogitsLike): Promise<Float64Array> {
  if (!isTensor(logits)) return Float64Array.from(logits);
  const size = logits.shape.at(-1) ?? 0;
  const all = await logits.data();
  logits.dispose();
  return Float64Array.from({ length: size }, (_, i) => all[all.length - size + i]);
}

/** The logits after each of some sequences of one length. @throws RangeError where a model gives no numbers */
export async function logitsOf(
  next: NextLogits,
  sequences: readonly (readonly number[])[],
): Promise<Float64Array[]> {
  const rows: Float64Array[] = [];
  if (typeof next === "function") {
    for (const tokens of sequences) rows.push(await lastRow(await next(tokens)));
  } else {
    const made = await next.batch(sequences);
    if (isTensor(made)) {
      const size = made.shape.at(-1) ?? 0;
      const all = Float64Array.from(await made.data());
      made.dispose();
      for (let at = 0; at < all.length; at += size) rows.push(all.subarray(at, at + size));
    } else rows.push(...made.map((row) => Float64Array.from(row)));
    if (rows.length !== sequences.length)
      throw new RangeError(
        `The model got ${sequences.length} sequences and gave ${rows.length} rows.`,
      );
  }
  for (const row of rows)
    if (row.length === 0 || row.some(Number.isNaN) || !row.some((value) => value > -Infinity))
      throw new RangeError(
        `The model gave ${row.length} logits of which none can be chosen or some are NaN.`,
      );
  return rows;
}
