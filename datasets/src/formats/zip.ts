import { unzipSync } from "fflate";

/**
 * The files in a zip by path, those only that pass `wanted`.
 *
 * @throws SyntaxError where it is not a zip, or a file in it is damaged
 */
export function readZip(
  bytes: Uint8Array,
  wanted: (path: string) => boolean = () => true,
): Map<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: ({ name }) => wanted(name) })));
  } catch (cause) {
    throw new SyntaxError(`The zip cannot be read: ${(cause as Error).message}`, { cause });
  }
}
