import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";

/** A SHA-256 that has taken in the first `length` bytes of a file. */
export async function hashOf(path: string, length = Infinity): Promise<Hash> {
  const hash = createHash("sha256");
  if (length === 0) return hash;
  const stream = createReadStream(path, length === Infinity ? {} : { end: length - 1 });
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash;
}
