/** Prints the vectors of a small training, for a test that runs this in two processes. */
import { createHash } from "node:crypto";
import { Glove, Word2Vec } from "../../../../library/src/text/vectors/index.ts";
import { royalCorpus } from "./corpus.ts";

const sentences = royalCorpus(200, 3);
const hash = createHash("sha256");
hash.update(new Word2Vec({ size: 12, epochs: 2, seed: 7 }).fit(sentences).data);
hash.update(new Glove({ size: 12, epochs: 2, seed: 7 }).fit(sentences).data);
console.log(hash.digest("hex"));
