import { readFile } from "node:fs/promises";
import type { Columns } from "../../bundled/rows/index.ts";
import { readZip } from "../../formats/index.ts";
import type { FileFinder } from "./types.ts";

export interface MovieRating {
  user: number;
  movie: number;
  /** Stars, 1 to 5. */
  rating: number;
  /** Seconds since 1970. */
  timestamp: number;
}

export interface Movie {
  movie: number;
  title: string;
  /** As published, for example `01-Jan-1995`. */
  released: string | null;
  /** Genres joined by `|`, for example `Animation|Comedy`. */
  genres: string;
}

export interface MovieUser {
  user: number;
  age: number;
  gender: "F" | "M";
  occupation: string;
  zip_code: string;
}

export interface MovieLens {
  readonly ratings: Columns<MovieRating>;
  readonly movies: Columns<Movie>;
  readonly users: Columns<MovieUser>;
}

export async function readMovieLens100k(find: FileFinder): Promise<MovieLens> {
  const files = readZip(await readFile(await find("ml-100k.zip")));
  const lines = (name: string, separator: string, fields: number): string[][] => {
    const bytes = files.get(`ml-100k/${name}`);
    if (!bytes) throw new SyntaxError(`ml-100k.zip has no ${name} in it.`);
    const text = Buffer.from(bytes).toString("latin1").trimEnd();
    return text.split("\n").map((line, at) => {
      const parts = line.split(separator);
      if (parts.length >= fields) return parts;
      throw new SyntaxError(`Line ${at + 1} of ${name} has ${parts.length} fields, not ${fields}.`);
    });
  };
  const genres = lines("u.genre", "|", 1).map(([name]) => name);
  const ratings = lines("u.data", "\t", 4);
  const movies = lines("u.item", "|", 5 + genres.length).filter(([id]) => id !== "");
  const users = lines("u.user", "|", 5);
  const numbers = (rows: readonly string[][], column: number) =>
    rows.map((row) => Number(row[column]));
  const texts = (rows: readonly string[][], column: number) => rows.map((row) => row[column]);
  return {
    ratings: {
      user: numbers(ratings, 0),
      movie: numbers(ratings, 1),
      rating: numbers(ratings, 2),
      timestamp: numbers(ratings, 3),
    },
    movies: {
      movie: numbers(movies, 0),
      title: texts(movies, 1),
      released: texts(movies, 2).map((date) => date || null),
      genres: movies.map((row) => genres.filter((_, g) => row[5 + g] === "1").join("|")),
    },
    users: {
      user: numbers(users, 0),
      age: numbers(users, 1),
      gender: texts(users, 2) as ("F" | "M")[],
      occupation: texts(users, 3),
      zip_code: texts(users, 4),
    },
  };
}
