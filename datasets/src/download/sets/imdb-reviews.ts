import { readTar } from "../../formats/index.ts";
import type { FileFinder } from "./types.ts";

/** Reviews and how they judge: 1 is favourable, 0 is not. */
export interface LabelledTexts {
  readonly texts: readonly string[];
  readonly labels: Uint8Array;
}

export interface TextSplits {
  readonly train: LabelledTexts;
  readonly test: LabelledTexts;
}

const reviewPath = /\/?(train|test)\/(pos|neg)\/(\d+)_\d+\.txt$/;

export async function readImdbReviews(find: FileFinder): Promise<TextSplits> {
  const splits = { train: [] as Review[], test: [] as Review[] };
  const archive = await find("aclImdb_v1.tar.gz");
  await readTar(
    archive,
    (path) => reviewPath.test(path),
    (path, bytes) => {
      const [, split, judgement, id] = reviewPath.exec(path)!;
      const review = { id: Number(id), label: Number(judgement === "pos"), text: String(bytes) };
      splits[split as "train" | "test"].push(review);
    },
  );
  if (splits.train.length === 0 || splits.test.length === 0)
    throw new SyntaxError(`${archive} does not hold reviews to train and to test.`);
  return { train: ordered(splits.train), test: ordered(splits.test) };
}

interface Review {
  readonly id: number;
  readonly label: number;
  readonly text: string;
}

/** An archive has no promised order: unfavourable reviews first, each kind by its number. */
function ordered(reviews: Review[]): LabelledTexts {
  reviews.sort((a, b) => a.label - b.label || a.id - b.id);
  return {
    texts: reviews.map(({ text }) => text),
    labels: Uint8Array.from(reviews, ({ label }) => label),
  };
}
