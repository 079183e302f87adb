import { parseCifar10, readTar, type CifarBatch } from "../../formats/index.ts";
import { labelledImages, type ImageSplits, type LabelledImages } from "./labelled-images.ts";
import type { FileFinder } from "./types.ts";

const classes = [
  "airplane",
  "automobile",
  "bird",
  "cat",
  "deer",
  "dog",
  "frog",
  "horse",
  "ship",
  "truck",
];

/** All of it as numbers takes 740 MB of memory. */
export async function readCifar10(find: FileFinder): Promise<ImageSplits> {
  const batches = new Map<string, CifarBatch>();
  const archive = await find("cifar-10-binary.tar.gz");
  await readTar(
    archive,
    (path) => /_batch(_\d)?\.bin$/.test(path),
    (path, bytes) => batches.set(path.slice(path.lastIndexOf("/") + 1), parseCifar10(bytes)),
  );
  const names = [...batches.keys()].sort();
  const join = (wanted: (name: string) => boolean): LabelledImages => {
    const chosen = names.filter(wanted).map((name) => batches.get(name)!);
    if (chosen.length === 0) throw new SyntaxError(`${archive} holds no batches of this kind.`);
    const labels = Buffer.concat(chosen.map((batch) => batch.labels));
    const pixels = Buffer.concat(chosen.map((batch) => batch.pixels));
    return labelledImages(pixels, new Uint8Array(labels), [labels.length, 32, 32, 3], classes);
  };
  return {
    train: join((name) => name.startsWith("data_")),
    test: join((name) => name.startsWith("test_")),
  };
}
