/** What the header of a raster picture file says. Width and height in pixels. */
export interface ImageHeader {
  readonly type: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
  readonly width: number;
  readonly height: number;
}

const READERS = [png, gif, webp, jpeg];

/** Reads format, width and height, or gives `undefined` where the header is not whole. */
export function imageSize(bytes: Uint8Array): ImageHeader | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const read of READERS) {
    const header = read(view);
    if (header && header.width > 0 && header.height > 0) return header;
  }
  return undefined;
}

function png(file: Buffer): ImageHeader | undefined {
  if (file.length < 24 || file.readUInt32BE(0) !== 0x89504e47) return undefined;
  if (file.readUInt32BE(4) !== 0x0d0a1a0a || file.toString("latin1", 12, 16) !== "IHDR") {
    return undefined;
  }
  return { type: "image/png", width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

function gif(file: Buffer): ImageHeader | undefined {
  if (file.length < 10 || !/^GIF8[79]a/.test(file.toString("latin1", 0, 6))) return undefined;
  return { type: "image/gif", width: file.readUInt16LE(6), height: file.readUInt16LE(8) };
}

/** RIFF container with a lossy (`VP8 `), lossless (`VP8L`) or extended (`VP8X`) first chunk. */
function webp(file: Buffer): ImageHeader | undefined {
  if (file.length < 30 || file.toString("latin1", 0, 4) !== "RIFF") return undefined;
  if (file.toString("latin1", 8, 12) !== "WEBP") return undefined;
  const type = "image/webp";
  switch (file.toString("latin1", 12, 16)) {
    case "VP8 ":
      return {
        type,
        width: file.readUInt16LE(26) & 0x3fff,
        height: file.readUInt16LE(28) & 0x3fff,
      };
    case "VP8L": {
      const bits = file.readUInt32LE(21);
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { type, width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}

/** Walks the marker segments to the start-of-frame, which holds the size. */
function jpeg(file: Buffer): ImageHeader | undefined {
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // A fill byte.
    } else if (isStartOfFrame(marker)) {
      return {
        type: "image/jpeg",
        width: file.readUInt16BE(at + 7),
        height: file.readUInt16BE(at + 5),
      };
    } else {
      at += 2 + file.readUInt16BE(at + 2);
    }
  }
  return undefined;
}

/** SOF0 to SOF15 without the tables that lie between them (DHT, JPG, DAC). */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
