import pl from "nodejs-polars";

/** An Arrow file starts and ends with this; a stream does not. */
const magic = "ARROW1";

/** The table in the bytes of an Arrow IPC file or stream. */
export function arrowTable(bytes: Buffer): pl.DataFrame {
  const isFile = bytes.subarray(0, magic.length).toString("latin1") === magic;
  try {
    return isFile ? pl.readIPC(bytes) : pl.readIPCStream(bytes);
  } catch (error) {
    if (!/dictionary key/u.test(String(error))) throw error;
    // pandas writes a missing category as the key -1, which is not valid Arrow.
    throw new Error(
      "a category column has missing values, as pandas writes them; write it as texts, or the frame as Parquet.",
      { cause: error },
    );
  }
}
