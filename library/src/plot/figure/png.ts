import { crc32, deflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const endOfHeader = signature.length + 25;

/** A PNG file of 8-bit RGBA pixels, without scaling (PNG specification, chunks IHDR, IDAT, IEND). */
export function encodePng(
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + 4 * width));
  for (let y = 0; y < height; y++) {
    rows.set(rgba.subarray(4 * width * y, 4 * width * (y + 1)), y * (1 + 4 * width) + 1);
  }
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The same PNG with its resolution noted (chunk pHYs), so that a 2× picture prints at its true size. */
export function withScale(png: Buffer, scale: number): Buffer {
  const density = Buffer.alloc(9);
  const pixelsPerMetre = Math.round((96 * scale) / 0.0254);
  density.writeUInt32BE(pixelsPerMetre, 0);
  density.writeUInt32BE(pixelsPerMetre, 4);
  density[8] = 1;
  return Buffer.concat([
    png.subarray(0, endOfHeader),
    chunk("pHYs", density),
    png.subarray(endOfHeader),
  ]);
}

/** Width and height in pixels as the PNG's header says. */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  const view = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}

function chunk(type: string, body: Buffer): Buffer {
  const name = Buffer.from(type, "latin1");
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(body, crc32(name)));
  return Buffer.concat([length, name, body, check]);
}
