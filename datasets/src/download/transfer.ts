import type { Hash } from "node:crypto";
import { open, stat, truncate, type FileHandle } from "node:fs/promises";
import { hashOf } from "./checksum.ts";
import type { DownloadOptions, RemoteFile } from "./types.ts";

/** The bytes that arrived are not the file's. */
export class ChecksumError extends Error {}

const reportEvery = 100;

/**
 * Brings a file from one place into `part`, going on where an earlier attempt stopped if the server
 * can do so.
 *
 * @throws ChecksumError where the whole file arrived and is not the right one
 * @throws Error where it did not arrive whole; `part` then holds its beginning
 */
export async function transfer(
  file: RemoteFile,
  url: string,
  part: string,
  options: DownloadOptions,
): Promise<void> {
  const begun = await lengthOf(part);
  const present = begun >= file.size ? 0 : begun;
  const stalled = new AbortController();
  const patience = options.patience ?? 30_000;
  const timer = setTimeout(() => {
    stalled.abort(new Error(`nothing arrived for ${patience / 1000} s`));
  }, patience);
  const signals = options.signal ? [options.signal, stalled.signal] : [stalled.signal];
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any(signals),
      // A compressed transfer would make lengths and positions those of other bytes.
      headers: {
        "accept-encoding": "identity",
        ...(present > 0 && { range: `bytes=${present}-` }),
      },
    });
    const start = startOf(response, file, present);
    if (start < begun) await truncate(part, start);
    const hash = await hashOf(part, start).catch(() => hashOf(part, 0));
    const received = await append(response, part, { file, start, hash, timer, options });
    if (received < file.size)
      throw new Error(`the connection ended after ${received} of ${file.size} bytes`);
    const found = hash.digest("hex");
    if (found !== file.sha256)
      throw new ChecksumError(`what arrived is damaged or another file: its SHA-256 is ${found}`);
  } finally {
    clearTimeout(timer);
  }
}

/** The position at which the body of the answer starts. */
function startOf(response: Response, file: RemoteFile, asked: number): number {
  if (!response.ok)
    throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get("content-range") ?? "");
  const start = response.status === 206 && range ? Number(range[1]) : 0;
  if (start !== 0 && start !== asked)
    throw new Error(`the server sent bytes from ${start} where ${asked} was asked for`);
  const length = response.headers.get("content-length");
  if (length !== null && start + Number(length) !== file.size)
    throw new ChecksumError(
      `the server offers ${start + Number(length)} bytes where the file has ${file.size}`,
    );
  return start;
}

interface Arrival {
  readonly file: RemoteFile;
  readonly start: number;
  readonly hash: Hash;
  /** Started anew with every chunk. */
  readonly timer: NodeJS.Timeout;
  readonly options: DownloadOptions;
}

async function append(
  response: Response,
  part: string,
  { file, start, hash, timer, options }: Arrival,
): Promise<number> {
  let received = start;
  let reported = -Infinity;
  const tell = () => options.onProgress?.({ file: file.name, received, size: file.size });
  let handle: FileHandle | undefined;
  try {
    handle = await open(part, start === 0 ? "w" : "a");
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      timer.refresh();
      received += chunk.length;
      if (received > file.size)
        throw new ChecksumError(`more than the file's ${file.size} bytes arrived`);
      hash.update(chunk);
      await handle.writeFile(chunk);
      if (performance.now() - reported < reportEvery) continue;
      reported = performance.now();
      tell();
    }
  } finally {
    await handle?.close();
  }
  tell();
  return received;
}

async function lengthOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
