/**
 * Well-known sets that are too large, or not free enough, to come with Daylab: downloaded when they
 * are first asked for, from one of several places, checked, and kept.
 *
 * @module
 */
export { downloadInfo, downloadNames, type DownloadInfo } from "./cards.ts";
export { DownloadError } from "./download-error.ts";
export { download } from "./download.ts";
export type {
  CaliforniaBlock,
  DownloadMap,
  DownloadName,
  ImageSplits,
  LabelledImages,
  LabelledTexts,
  Movie,
  MovieLens,
  MovieRating,
  MovieUser,
  Pet,
  Pets,
  TextSplits,
  TitanicPassenger,
  VocSplits,
} from "./sets/index.ts";
export type { DownloadOptions, DownloadProgress, RemoteFile } from "./types.ts";
