/** An array as the IDX format of MNIST holds it, of unsigned bytes. */
export interface IdxArray {
  readonly shape: readonly number[];
  readonly values: Uint8Array;
}

const unsignedByte = 0x08;

/**
 * The array in an IDX file: two zero bytes, the type, the number of dimensions, their lengths as
 * big-endian 32-bit numbers, then the values, last dimension fastest.
 *
 * Source: Y. LeCun, C. Cortes, C. J. C. Burges, The MNIST database, "The IDX file format".
 *
 * @throws SyntaxError where the bytes are not such a file, or not all of it
 */
export function parseIdx(bytes: Uint8Array): IdxArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0)
    throw new SyntaxError("An IDX file starts with two zero bytes; this one does not.");
  if (bytes[2] !== unsignedByte)
    throw new SyntaxError(`An IDX file of unsigned bytes has type 8; this one has ${bytes[2]}.`);
  const dimensions = bytes[3];
  const start = 4 + 4 * dimensions;
  if (dimensions === 0 || bytes.length < start)
    throw new SyntaxError(`The IDX header of ${dimensions} dimensions is not complete.`);
  const shape = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const expected = shape.reduce((product, length) => product * length, 1);
  if (bytes.length - start !== expected)
    throw new SyntaxError(
      `The IDX header says [${shape.join(", ")}], ${expected} values; ${bytes.length - start} follow.`,
    );
  return { shape, values: bytes.subarray(start) };
}
