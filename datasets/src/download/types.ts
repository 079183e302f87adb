/** A file on the net that is always the same: its length and checksum are known before. */
export interface RemoteFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** The same file at several places, tried in this order. */
  readonly urls: readonly string[];
}

/** How far a download has come. */
export interface DownloadProgress {
  readonly file: string;
  /** Bytes on the disk so far, those of an earlier attempt included. */
  readonly received: number;
  /** Bytes of the whole file. */
  readonly size: number;
}

export interface DownloadOptions {
  /**
   * Where downloaded files are kept. Default: the environment variable `DAYLAB_DATASETS`, else
   * `.cache/datasets` in Daylab's own folder.
   */
  readonly folder?: string;
  /** Ends the download; what has arrived is kept, and the next attempt goes on from there. */
  readonly signal?: AbortSignal;
  /** Called as bytes arrive, at most ten times a second, and at the end of each file. */
  readonly onProgress?: (progress: DownloadProgress) => void;
  /** Longest wait for the next byte before the next mirror is tried, in milliseconds (default 30 000). */
  readonly patience?: number;
}
