import { randomUUID } from "node:crypto";
import {
  download as bring,
  type CaliforniaBlock,
  type DownloadMap,
  type DownloadName,
  type DownloadOptions,
  type DownloadProgress,
  type Movie,
  type MovieRating,
  type MovieUser,
  type TitanicPassenger,
} from "@daylab/datasets";
import { DataFrame } from "../frame/index.ts";
import { host } from "../host/index.ts";

/** What {@link download} gives, by name: tables as dataframes. */
export type Downloaded = Omit<DownloadMap, "california-housing" | "titanic" | "movielens-100k"> & {
  "california-housing": DataFrame<CaliforniaBlock>;
  titanic: DataFrame<TitanicPassenger>;
  "movielens-100k": {
    readonly ratings: DataFrame<MovieRating>;
    readonly movies: DataFrame<Movie>;
    readonly users: DataFrame<MovieUser>;
  };
};

/**
 * A well-known set that does not come with Daylab. The first time its files are downloaded, one line
 * telling how far it is; they are checked and kept (in `DAYLAB_DATASETS`, else `.cache/datasets`), so
 * that later calls need no network. A download that was stopped goes on where it was.
 *
 * @throws RangeError with the nearest names where there is no such set
 * @throws DownloadError naming each place that failed and why, and what can be used offline
 *
 * @example
 * const { train, test } = await download("mnist");
 * const { x, y } = toTensors(train);
 */
export async function download<Name extends DownloadName>(
  name: Name,
  options: DownloadOptions = {},
): Promise<Downloaded[Name]> {
  const data = await bring(name, { onProgress: progressLine(), ...options });
  return withFrames(name, data) as Downloaded[Name];
}

/** The data of a set with its tables as frames. */
export function withFrames<Name extends DownloadName>(
  name: Name,
  data: DownloadMap[Name],
): unknown {
  switch (name) {
    case "california-housing":
      return new DataFrame(data as DownloadMap["california-housing"]);
    case "titanic":
      return new DataFrame(data as DownloadMap["titanic"]);
    case "movielens-100k": {
      const { ratings, movies, users } = data as DownloadMap["movielens-100k"];
      return {
        ratings: new DataFrame(ratings),
        movies: new DataFrame(movies),
        users: new DataFrame(users),
      };
    }
    default:
      return data;
  }
}

/** Shows each file's progress in a line of its own: live in a notebook, else only once it is there. */
export function progressLine(): (progress: DownloadProgress) => void {
  const lines = new Map<string, string>();
  const live = Symbol.for("Jupyter.host") in globalThis;
  return ({ file, received, size }) => {
    const update = lines.has(file);
    if (!live && received < size) return;
    const displayId = lines.get(file) ?? randomUUID();
    lines.set(file, displayId);
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
    const text =
      received < size
        ? `${file}: ${megabytes(received)} of ${megabytes(size)} MB`
        : `${file}: ${megabytes(size)} MB downloaded`;
    host().publish({ "text/plain": text }, { displayId, update });
  };
}
