import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseVoc, type VocAnnotation } from "../../formats/index.ts";
import type { ArchiveFinder } from "./types.ts";

export interface VocSplits {
  readonly train: readonly VocAnnotation[];
  readonly test: readonly VocAnnotation[];
}

/** `file` of each annotation is the path of the JPEG. */
export async function readVoc2007(unpacked: ArchiveFinder): Promise<VocSplits> {
  return {
    train: await readSplit(await unpacked("VOCtrainval_06-Nov-2007.tar"), "trainval"),
    test: await readSplit(await unpacked("VOCtest_06-Nov-2007.tar"), "test"),
  };
}

async function readSplit(folder: string, split: string): Promise<VocAnnotation[]> {
  const root = join(folder, "VOCdevkit", "VOC2007");
  const list = await readFile(join(root, "ImageSets", "Main", `${split}.txt`), "utf8");
  const annotations: VocAnnotation[] = [];
  for (const name of list.split(/\s+/).filter(Boolean)) {
    const annotation = parseVoc(await readFile(join(root, "Annotations", `${name}.xml`), "utf8"));
    annotations.push({ ...annotation, file: join(root, "JPEGImages", annotation.file) });
  }
  return annotations;
}
