import { crc32, deflateSync } from "node:zlib";

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A PNG file of 8-bit pixels (W3C PNG specification: chunks IHDR, pHYs, IDAT, IEND). Pixels without
 * transparency are stored as RGB. A row that repeats the row above becomes zeros (filter Up), which
 * makes enlarged pixels nearly free; other rows are stored as they are.
 *
 * @param scale - How many of its pixels make one pixel of a page (96 an inch), noted in the file.
 */
export function encodePng(
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  scale = 1,
): Buffer {
  const channels = isOpaque(rgba) ? 3 : 4;
  const stride = width * channels;
  const rows = new Uint8Array(height * (1 + stride));
  const row = new Uint8Array(stride);
  const above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    for (let x = 0, from = 4 * width * y, to = 0; x < width; x++, from += 4) {
      for (let c = 0; c < channels; c++) row[to++] = rgba[from + c] ?? 0;
    }
    const at = y * (1 + stride);
    const same = y > 0 && Buffer.compare(row, above) === 0;
    rows[at] = same ? 2 : 0;
    if (!same) rows.set(row, at + 1);
    above.set(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, channels === 3 ? 2 : 6, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("pHYs", density(scale)),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Width and height in pixels as the PNG's header says. */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  const view = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
}

function isOpaque(rgba: Uint8Array | Uint8ClampedArray): boolean {
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] !== 255) return false;
  return true;
}

/** Pixels per metre, both ways. */
function density(scale: number): Buffer {
  const body = Buffer.alloc(9);
  const pixels = Math.round((96 * scale) / 0.0254);
  body.writeUInt32BE(pixels, 0);
  body.writeUInt32BE(pixels, 4);
  body[8] = 1;
  return body;
}

function chunk(type: string, body: Buffer): Buffer {
  const name = Buffer.from(type, "latin1");
  const length = Buffer.alloc(4);
  const check = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(body, crc32(name)));
  return Buffer.concat([length, name, body, check]);
}
