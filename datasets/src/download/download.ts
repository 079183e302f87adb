import { downloadInfo, type DownloadInfo } from "./cards.ts";
import { DownloadError } from "./download-error.ts";
import { downloadFile } from "./download-file.ts";
import { readers, type DownloadMap, type DownloadName } from "./sets/index.ts";
import type { DownloadOptions } from "./types.ts";
import { unpacked } from "./unpacked.ts";

/**
 * A set that does not come with Daylab: its files are downloaded the first time, their checksums
 * compared, and kept (see `DownloadOptions.folder`); later calls need no network.
 *
 * @throws RangeError with the nearest names where there is no such set
 * @throws DownloadError naming each place that failed and why, and what can be used offline
 *
 * @example
 * const { train, test } = await download("mnist");
 * train.shape; // [60000, 28, 28, 1]
 */
export async function download<Name extends DownloadName>(
  name: Name,
  options: DownloadOptions = {},
): Promise<DownloadMap[Name]> {
  return downloadAs(downloadInfo(name), readers[name], options);
}

/** Like {@link download} for a card that is given; tests put a server of their own into it. */
export async function downloadAs<Data>(
  card: Pick<DownloadInfo, "name" | "files" | "offline">,
  read: (
    find: (file: string) => Promise<string>,
    unpack: (file: string) => Promise<string>,
  ) => Promise<Data>,
  options: DownloadOptions,
): Promise<Data> {
  const find = async (wanted: string): Promise<string> => {
    const file = card.files.find((known) => known.name === wanted);
    if (!file) throw new RangeError(`${card.name} has no file ${wanted}.`);
    try {
      return await downloadFile(card.name, file, options);
    } catch (error) {
      if (!(error instanceof DownloadError)) throw error;
      throw new DownloadError(`${error.message}\nWithout a network: ${card.offline}`, {
        cause: error.cause,
      });
    }
  };
  return read(find, async (wanted) => unpacked(await find(wanted), options.signal));
}
