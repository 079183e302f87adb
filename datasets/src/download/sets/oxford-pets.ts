import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseVoc, type VocObject } from "../../formats/index.ts";
import type { ArchiveFinder } from "./types.ts";

/** A photograph of a cat or a dog. */
export interface Pet {
  /** Path of the JPEG. */
  readonly file: string;
  /** Path of a PNG as large: 1 is the animal, 2 the background, 3 the border between them. */
  readonly trimap: string;
  readonly species: "cat" | "dog";
  /** For example `Abyssinian` or `saint_bernard`. */
  readonly breed: string;
  /** Box around the head, where somebody drew one. */
  readonly head?: VocObject["box"];
}

export interface Pets {
  readonly train: readonly Pet[];
  readonly test: readonly Pet[];
}

export async function readOxfordPets(unpacked: ArchiveFinder): Promise<Pets> {
  const annotations = join(await unpacked("annotations.tar.gz"), "annotations");
  const images = join(await unpacked("images.tar.gz"), "images");
  const read = (list: string) => readList(join(annotations, list), images, annotations);
  return { train: await read("trainval.txt"), test: await read("test.txt") };
}

/** Lines are: name of the picture, class, species (1 cat, 2 dog), number of the breed. */
async function readList(path: string, images: string, annotations: string): Promise<Pet[]> {
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => /^[^#\s]/.test(line));
  return Promise.all(
    lines.map(async (line) => {
      const [name, , species] = line.trim().split(/\s+/);
      if (species !== "1" && species !== "2")
        throw new SyntaxError(
          `${path}: ${JSON.stringify(line)} names neither cat (1) nor dog (2).`,
        );
      const xml = join(annotations, "xmls", `${name}.xml`);
      const head = existsSync(xml) ? parseVoc(await readFile(xml, "utf8")).objects[0] : undefined;
      return {
        file: join(images, `${name}.jpg`),
        trimap: join(annotations, "trimaps", `${name}.png`),
        species: species === "1" ? "cat" : "dog",
        breed: name.slice(0, name.lastIndexOf("_")),
        ...(head && { head: head.box }),
      };
    }),
  );
}
