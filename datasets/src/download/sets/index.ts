/**
 * The sets that are downloaded when they are first asked for: how each is read from its files.
 *
 * @module
 */
import type { Columns } from "../../bundled/rows/index.ts";
import { readCaliforniaHousing, type CaliforniaBlock } from "./california-housing.ts";
import { readCifar10 } from "./cifar-10.ts";
import { readImdbReviews, type TextSplits } from "./imdb-reviews.ts";
import type { ImageSplits } from "./labelled-images.ts";
import { readFashionMnist, readMnist } from "./mnist.ts";
import { readMovieLens100k, type MovieLens } from "./movielens-100k.ts";
import { readOxfordPets, type Pets } from "./oxford-pets.ts";
import { readTinyShakespeare } from "./tiny-shakespeare.ts";
import { readTitanic, type TitanicPassenger } from "./titanic.ts";
import type { ArchiveFinder, FileFinder } from "./types.ts";
import { readVoc2007, type VocSplits } from "./voc-2007.ts";

/** The sets by name, each with what `download` gives of it. */
export interface DownloadMap {
  mnist: ImageSplits;
  "fashion-mnist": ImageSplits;
  "cifar-10": ImageSplits;
  "california-housing": Columns<CaliforniaBlock>;
  titanic: Columns<TitanicPassenger>;
  "imdb-reviews": TextSplits;
  "tiny-shakespeare": string;
  "oxford-pets": Pets;
  "voc-2007": VocSplits;
  "movielens-100k": MovieLens;
}

export type DownloadName = keyof DownloadMap;

type Readers = {
  readonly [Name in DownloadName]: (
    find: FileFinder,
    unpacked: ArchiveFinder,
  ) => Promise<DownloadMap[Name]>;
};

export const readers: Readers = {
  mnist: readMnist,
  "fashion-mnist": readFashionMnist,
  "cifar-10": readCifar10,
  "california-housing": readCaliforniaHousing,
  titanic: readTitanic,
  "imdb-reviews": readImdbReviews,
  "tiny-shakespeare": readTinyShakespeare,
  "oxford-pets": (_find, unpacked) => readOxfordPets(unpacked),
  "voc-2007": (_find, unpacked) => readVoc2007(unpacked),
  "movielens-100k": readMovieLens100k,
};

export type { CaliforniaBlock } from "./california-housing.ts";
export type { LabelledTexts, TextSplits } from "./imdb-reviews.ts";
export type { ImageSplits, LabelledImages } from "./labelled-images.ts";
export type { Movie, MovieLens, MovieRating, MovieUser } from "./movielens-100k.ts";
export type { Pet, Pets } from "./oxford-pets.ts";
export type { TitanicPassenger } from "./titanic.ts";
export type { VocSplits } from "./voc-2007.ts";
