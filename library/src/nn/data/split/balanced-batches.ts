import { checkOptions } from "../../../frame/engine/options.ts";
import { Random, type Seed } from "../../../random/index.ts";
import { defaultSeed } from "../../random/course.ts";
import { Dataset } from "../dataset.ts";
import type { Batched } from "../element.ts";
import { sequencePipe } from "../pipe/pipe.ts";
import type { ClassLabel } from "./class-weights.ts";
import { indexed } from "./subset.ts";

export interface BalancedOptions {
  /** The class of each element, in the dataset's order. */
  readonly labels: ArrayLike<ClassLabel>;
  /** Elements a batch; a multiple of the number of classes gives each class the same number. */
  readonly batchSize: number;
  readonly seed?: Seed;
  /** Batches an epoch. Default: as many as hold the number of elements there are. */
  readonly stepsPerEpoch?: number;
}

/**
 * Batches in which all classes are as frequent. Each class is dealt like a pack of cards: mixed, drawn
 * to its end, mixed again, so a rare class comes round more often and no element long before another.
 *
 * @throws RangeError for labels of another length, or a batch with fewer elements than there are classes
 */
export function balancedBatches<T>(
  dataset: Dataset<T>,
  options: BalancedOptions,
): Dataset<Batched<T>> {
  const who = "balancedBatches";
  checkOptions(who, options, ["labels", "batchSize", "seed", "stepsPerEpoch"]);
  const { labels, batchSize, seed = defaultSeed() } = options;
  const { size, sequence } = indexed(dataset, who);
  if (labels.length !== size)
    throw new RangeError(`${who}: there are ${labels.length} labels for ${size} elements.`);
  const classes = membersOf(labels);
  if (batchSize < classes.length)
    throw new RangeError(
      `${who}: a batch of ${batchSize} cannot hold all ${classes.length} classes.`,
    );
  const { stepsPerEpoch = Math.ceil(size / batchSize) } = options;
  if (!Number.isInteger(stepsPerEpoch) || stepsPerEpoch < 1)
    throw new RangeError(`stepsPerEpoch must be a whole number from 1, not ${stepsPerEpoch}.`);
  const length = stepsPerEpoch * batchSize;
  const pipe = sequencePipe(length, (pass) => {
    const elements = sequence(pass);
    const order = dealt(classes, length, new Random(seed, "balanced", ...pass));
    return {
      length,
      at: (index) => elements.at(order[index]),
      gather: (indices) => elements.gather?.(indices.map((index) => order[index])),
    };
  });
  return new Dataset(pipe, [who]).batch(batchSize);
}

function membersOf(labels: ArrayLike<ClassLabel>): number[][] {
  const members = new Map<ClassLabel, number[]>();
  for (let i = 0; i < labels.length; i++) {
    const known = members.get(labels[i]);
    if (known) known.push(i);
    else members.set(labels[i], [i]);
  }
  return [...members.values()];
}

/** One element of each class in turn; the classes' order changes each turn. */
function dealt(classes: readonly number[][], length: number, random: Random): Int32Array {
  const packs: number[][] = classes.map(() => []);
  const order = new Int32Array(length);
  for (let i = 0; i < length;) {
    for (const k of random.permutation(classes.length)) {
      if (i === length) break;
      if (packs[k].length === 0) packs[k] = random.shuffle(classes[k]);
      order[i++] = packs[k].pop() as number;
    }
  }
  return order;
}
