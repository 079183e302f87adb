const side = 32;
const pixels = side * side;
const record = 1 + 3 * pixels;

/** Images of one CIFAR-10 batch. */
export interface CifarBatch {
  /** `[count, 32, 32, 3]`, 0 to 255, colours last. */
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

/**
 * The images in a binary CIFAR-10 batch: records of one label byte, then 1 024 bytes of red, of green
 * and of blue, row by row.
 *
 * Source: A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009, and its page.
 *
 * @throws SyntaxError where the bytes are not whole records or a label is not 0 to 9
 */
export function parseCifar10(bytes: Uint8Array): CifarBatch {
  const count = bytes.length / record;
  if (!Number.isInteger(count))
    throw new SyntaxError(
      `A CIFAR-10 batch is made of ${record} bytes an image; ${bytes.length} bytes are not.`,
    );
  const labels = new Uint8Array(count);
  const out = new Uint8Array(count * 3 * pixels);
  for (let i = 0; i < count; i++) {
    labels[i] = bytes[i * record];
    if (labels[i] > 9) throw new SyntaxError(`Image ${i} has label ${labels[i]}, not 0 to 9.`);
    for (let channel = 0; channel < 3; channel++) {
      const plane = i * record + 1 + channel * pixels;
      for (let p = 0; p < pixels; p++) out[(i * pixels + p) * 3 + channel] = bytes[plane + p];
    }
  }
  return { pixels: out, labels };
}
