import { availableParallelism } from "node:os";
import type { TreeArrays } from "../../tree/grow/index.ts";
import { type ForestJob, growMember } from "./job.ts";
import { Team } from "./team.ts";

/** Below this many values to sort, starting a thread is taken to cost more than it saves. */
const worthwhile = 4e6;

/**
 * Grows the trees of a forest, the same ones whatever the number of threads. It waits for them without
 * giving way, so that a fit is one call; the threads end when this one is stopped.
 *
 * @param jobs the number of threads, this one included; -1 for one a core
 * @param grown called here for each tree
 */
export function growForest(job: ForestJob, jobs: number, grown: () => void): TreeArrays[] {
  const count = job.seeds.length;
  const threads = Math.min(jobs === -1 ? availableParallelism() : jobs, count);
  const values = job.columns.rows * job.options.maxFeatures * count;
  if (threads > 1 && values >= worthwhile) return new Team(job, threads - 1, grown).grow();
  const idle = (): void => undefined;
  return Array.from({ length: count }, (_, index) => {
    const tree = growMember(job, index, idle);
    grown();
    return tree;
  });
}
