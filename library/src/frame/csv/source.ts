import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { types } from "node:util";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { shown } from "../engine/cell.ts";
import { existingFile } from "../io/file.ts";

/** Where CSV comes from: a file, an address, its bytes, or a response of `fetch`. */
export type CSVSource = string | URL | Uint8Array | Response;

/** How a source is called in messages. */
export function titleOf(source: CSVSource): string {
  if (typeof source === "string") return source;
  if (source instanceof URL) return source.href;
  return types.isUint8Array(source) ? `${source.byteLength} bytes` : source.url || "the response";
}

/** The full path of a source that is a file on this machine; undefined for any other. */
export function pathOf(source: CSVSource): string | undefined {
  if (source instanceof URL && source.protocol === "file:") {
    return existingFile("readCSV", fileURLToPath(source), "a CSV file");
  }
  if (typeof source === "object" && source !== null) {
    if (source instanceof URL || types.isUint8Array(source) || isResponse(source)) return undefined;
  }
  if (typeof source === "string" && /^https?:\/\//iu.test(source)) return undefined;
  return existingFile("readCSV", source, "a CSV file");
}

const isResponse = (source: unknown): source is Response =>
  typeof source === "object" && source !== null && "arrayBuffer" in source && "status" in source;

/** The bytes of a source, unpacked where they are gzip or Zstandard. */
export async function bytesOf(source: CSVSource, path: string | undefined): Promise<Buffer> {
  if (path !== undefined) return unpacked(readFileSync(path));
  if (types.isUint8Array(source)) {
    return unpacked(Buffer.from(source.buffer, source.byteOffset, source.byteLength));
  }
  const response = isResponse(source) ? source : await fetched(source);
  if (!response.ok) {
    throw new Error(
      `${shown(titleOf(source))} answered ${response.status} ${response.statusText}; look whether the address is right.`,
    );
  }
  if (response.bodyUsed) {
    throw new TypeError(
      "The response was read before; give readCSV one that was not, or its bytes.",
    );
  }
  return unpacked(Buffer.from(await response.arrayBuffer()));
}

async function fetched(source: CSVSource): Promise<Response> {
  try {
    return await fetch(source as string | URL);
  } catch (error) {
    const cause = (error as Error).cause;
    const reason = cause instanceof Error ? cause.message : (error as Error).message;
    throw new Error(
      `${shown(titleOf(source))} cannot be reached (${reason}); download it, and read the file.`,
      { cause: error },
    );
  }
}

/** Whether bytes are packed, by how they begin. */
export const isPacked = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b) ||
  (bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd);

function unpacked(bytes: Buffer): Buffer {
  if (!isPacked(bytes)) return bytes;
  try {
    return bytes[0] === 0x1f ? gunzipSync(bytes) : zstdDecompressSync(bytes);
  } catch (error) {
    throw new Error(`it is packed, but damaged: ${(error as Error).message}.`, { cause: error });
  }
}

/** pandas' names of encodings that have another name on the web. */
const aliases: Readonly<Record<string, string>> = {
  cp1252: "windows-1252",
  utf8: "utf-8",
  utf_8: "utf-8",
  "utf-8-sig": "utf-8",
  "utf-16": "utf-16le",
  utf16: "utf-16le",
};

/**
 * Text in any encoding as UTF-8. UTF-16 is known by its byte-order mark.
 *
 * @throws Error naming the line of the first byte that is not of the encoding
 */
export function asUtf8(bytes: Buffer, encoding: string | undefined): Buffer {
  const name = encoding?.toLowerCase();
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-16be";
  const hasMark = marked === "utf-16le" || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (name === "latin1" || name === "latin-1" || name === "iso-8859-1") {
    return Buffer.from(bytes.toString("latin1"), "utf8");
  }
  if (!hasMark && (name === undefined || aliases[name] === "utf-8" || name === "utf-8")) {
    const wrong = notUtf8(bytes);
    if (wrong === undefined) return bytes;
    throw new Error(wrong);
  }
  const label = hasMark && (name === undefined || /^utf-?16$/u.test(name)) ? marked : name;
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(aliases[label ?? ""] ?? label, { fatal: true });
  } catch (error) {
    throw new RangeError(
      `there is no encoding ${shown(encoding)}; such are utf-8, utf-16, latin1, windows-1252, shift_jis, gb18030.`,
      { cause: error },
    );
  }
  try {
    return Buffer.from(decoder.decode(bytes), "utf8");
  } catch (error) {
    throw new Error(`its bytes are not ${label}; look for its true encoding.`, { cause: error });
  }
}

/** The first line that is not UTF-8, in words; or undefined. */
export const notUtf8 = (bytes: Buffer): string | undefined =>
  isUtf8(bytes)
    ? undefined
    : `line ${firstWrongLine(bytes)} is not UTF-8; if the file is Western European, say so: encoding: "latin1".`;

function firstWrongLine(bytes: Buffer): number {
  let line = 1;
  for (let at = 0; at < bytes.length; line += 1) {
    const end = bytes.indexOf(10, at);
    const until = end < 0 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(at, until))) return line;
    at = until;
  }
  return line;
}

/** Whether a file must be unpacked or decoded first, by how it begins. */
export function needsDecoding(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const first = Buffer.alloc(4);
    readSync(file, first, 0, 4, 0);
    return (
      isPacked(first) ||
      (first[0] === 0xff && first[1] === 0xfe) ||
      (first[0] === 0xfe && first[1] === 0xff)
    );
  } finally {
    closeSync(file);
  }
}
