import { open } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { createGunzip, createZstdDecompress } from "node:zlib";

import { openQuote } from "../../csv/scan.ts";

/** Whole records of a file, and where they begin. */
export interface Block {
  readonly bytes: Buffer;
  /** The line of the file that the block begins with, from 1. */
  readonly line: number;
}

/** A record longer than this is taken for a quote that was never closed. */
const longestRecord = 256 * 1024 * 1024;
const newline = 0x0a;

/**
 * A file in blocks that end with a line.
 *
 * @param quote the byte that line breaks may stand between; undefined where none does
 * @param size about how many bytes a block has
 */
export async function* blocks(
  path: string,
  quote: number | undefined,
  size: number,
): AsyncGenerator<Block> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const piece of pieces(path, size)) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = lastRecordEnd(bytes, quote);
    if (end === 0 && bytes.length > longestRecord) {
      throw new Error(openQuote(bytes, quote, line));
    }
    if (end > 0) {
      const block = bytes.subarray(0, end);
      yield { bytes: block, line };
      line += count(block, newline);
    }
    // A copy: the piece's memory is written over by the next.
    rest = Buffer.from(bytes.subarray(end));
  }
  if (rest.length === 0) return;
  if (quote !== undefined && count(rest, quote) % 2 === 1) {
    throw new Error(openQuote(rest, quote, line));
  }
  yield { bytes: rest, line };
}

/** The bytes of a file, unpacked; each piece lives until the next is asked for. */
async function* pieces(path: string, size: number): AsyncGenerator<Buffer> {
  const packing = await packingOf(path);
  if (packing !== undefined) {
    const unpack = packing === "gzip" ? createGunzip : createZstdDecompress;
    const packed = createReadStream(path);
    const stream = unpack({ chunkSize: 256 * 1024 });
    packed.on("error", (error) => stream.destroy(error));
    let held: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const piece of packed.pipe(stream) as AsyncIterable<Buffer>) {
        held.push(piece);
        bytes += piece.length;
        if (bytes < size) continue;
        yield Buffer.concat(held);
        [held, bytes] = [[], 0];
      }
    } finally {
      packed.destroy();
    }
    if (bytes > 0) yield Buffer.concat(held);
    return;
  }
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafeSlow(size);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, size);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** How a file is packed, by its first bytes. */
async function packingOf(path: string): Promise<"gzip" | "zstd" | undefined> {
  const file = await open(path);
  const first = Buffer.alloc(4);
  try {
    await file.read(first, 0, 4, 0);
  } finally {
    await file.close();
  }
  if (first[0] === 0x1f && first[1] === 0x8b) return "gzip";
  return first.readUInt32LE(0) === 0xfd2fb528 ? "zstd" : undefined;
}

/** How often a byte occurs. */
export function count(bytes: Buffer, byte: number): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) found += 1;
  return found;
}

/** The end of the last record that is whole; 0 where none is. A block begins outside of quotes. */
export function lastRecordEnd(bytes: Buffer, quote: number | undefined): number {
  let end = bytes.lastIndexOf(newline);
  if (quote === undefined || end < 0) return end + 1;
  let quotes = count(bytes.subarray(0, end), quote);
  while (end >= 0 && quotes % 2 === 1) {
    // Everything from the last quote on may be inside of it.
    const last = bytes.lastIndexOf(quote, end);
    const before = last <= 0 ? -1 : bytes.lastIndexOf(newline, last - 1);
    if (before < 0) return 0;
    quotes -= count(bytes.subarray(before, end), quote);
    end = before;
  }
  return end + 1;
}
