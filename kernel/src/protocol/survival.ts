import { lastWords, Recorder } from "../black-box/index.ts";
import type { CellError } from "../errors/types.ts";
import type { HeapLimit } from "../threads/messages.ts";
import { BadNews } from "./bad-news.ts";
import type { CellWatcher } from "./cell-watcher.ts";
import { log } from "./log.ts";
import { machineReadings, MemoryWatch, type Heap } from "./memory-watch.ts";

interface Parts {
  readonly connectionFile: string;
  readonly heap: Heap;
  /** Stops what runs, for a reason. */
  readonly stop: (reason: CellError) => void;
  /** Prints to a cell. */
  readonly tell: (cell: number, text: string) => void;
}

/**
 * What keeps a kernel from dying of its cells' hunger for memory, and what tells of one that died
 * all the same.
 */
export class Survival {
  readonly watchers: readonly CellWatcher[];
  /** How the kernel before this one died, if it did. */
  readonly news: string | undefined;
  readonly #memory: MemoryWatch;
  readonly #recorder: Recorder | undefined;

  constructor({ connectionFile, heap, stop, tell }: Parts) {
    this.#memory = new MemoryWatch(machineReadings(heap), stop);
    this.news = lastWords(connectionFile);
    if (this.news !== undefined) log(this.news);
    this.#recorder = recorderFor(connectionFile);
    const watchers = [this.#recorder, this.#memory, new BadNews(this.news, tell)];
    this.watchers = watchers.filter((watcher) => watcher !== undefined);
  }

  set heap(limit: HeapLimit) {
    this.#memory.heap = limit;
    if (this.#recorder) this.#recorder.heapLimit = limit.limit;
  }

  /** The kernel ends, and as it should. */
  close(): void {
    this.#recorder?.close();
  }
}

function recorderFor(connectionFile: string): Recorder | undefined {
  try {
    return new Recorder(connectionFile);
  } catch (error) {
    log(`should the kernel die, nobody will know of what: ${(error as Error).message}`);
    return undefined;
  }
}
