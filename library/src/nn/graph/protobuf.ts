/**
 * The few kinds of fields that TensorFlow's messages use, in the wire format of protocol buffers:
 * https://protobuf.dev/programming-guides/encoding/
 */
const varintType = 0;
const bytesType = 2;
const fixed32Type = 5;

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  // Negative numbers are written as 64 bits in two's complement.
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

const tag = (field: number, type: number): Uint8Array => varint(field * 8 + type);

/** A whole number, also of an enumeration or a boolean. */
export const int = (field: number, value: number): Uint8Array =>
  Buffer.concat([tag(field, varintType), varint(value)]);

export function float(field: number, value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([tag(field, fixed32Type), bytes]);
}

/** Text, bytes, or a message within a message. */
export function field(number: number, content: string | Uint8Array): Uint8Array {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return Buffer.concat([tag(number, bytesType), varint(bytes.length), bytes]);
}

export const message = (...fields: readonly Uint8Array[]): Uint8Array => Buffer.concat(fields);
