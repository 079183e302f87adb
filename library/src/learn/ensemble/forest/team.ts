import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from "node:worker_threads";
import type { RankedColumns, TreeArrays } from "../../tree/grow/index.ts";
import { places } from "./control.ts";
import type { HelperData } from "./helper.ts";
import { type ForestJob, growMember } from "./job.ts";

/** How long one wait lasts at most; well below the helpers' patience. */
const wait = 50;

/** This thread and its helpers, which grow a forest together. */
export class Team {
  readonly #job: ForestJob;
  readonly #control: Int32Array;
  readonly #ports: MessagePort[] = [];
  readonly #trees: (TreeArrays | undefined)[];
  readonly #grown: () => void;
  #missing: number;

  constructor(job: ForestJob, helpers: number, grown: () => void) {
    this.#grown = grown;
    this.#job = shared(job);
    const bytes = 4 * (places.abandoned + helpers);
    this.#control = new Int32Array(new SharedArrayBuffer(bytes));
    this.#missing = job.seeds.length;
    this.#trees = new Array<TreeArrays | undefined>(this.#missing);
    for (let number = 0; number < helpers; number++) this.#start(number);
  }

  grow(): TreeArrays[] {
    const control = this.#control;
    const count = this.#trees.length;
    for (;;) {
      const index = Atomics.add(control, places.next, 1);
      if (index >= count) break;
      this.#growHere(index);
      this.#collect();
    }
    while (this.#missing > 0) {
      const news = Atomics.load(control, places.news);
      this.#collect();
      this.#takeBack();
      if (this.#missing > 0) Atomics.wait(control, places.news, news, wait);
      this.#beat();
    }
    for (const port of this.#ports) port.close();
    return this.#trees as TreeArrays[];
  }

  readonly #beat = (): void => {
    Atomics.add(this.#control, places.beat, 1);
  };

  #start(number: number): void {
    const { port1, port2 } = new MessageChannel();
    const data: HelperData = { job: this.#job, control: this.#control, number, port: port2 };
    const worker = new Worker(new URL("./helper.ts", import.meta.url), {
      workerData: data,
      transferList: [port2],
    });
    // Neither a helper nor its port keeps the process alive; one that cannot start is not missed.
    worker.unref();
    worker.on("error", () => undefined);
    port1.unref();
    this.#ports.push(port1);
  }

  #growHere(index: number): void {
    this.#keep(index, growMember(this.#job, index, this.#beat));
  }

  #keep(index: number, tree: TreeArrays): void {
    this.#trees[index] = tree;
    this.#missing--;
    this.#grown();
  }

  /** Reads what helpers sent. */
  #collect(): void {
    for (const port of this.#ports) {
      for (;;) {
        const received = receiveMessageOnPort(port);
        if (received === undefined) break;
        const { index, tree } = received.message as { index: number; tree: TreeArrays };
        this.#keep(index, tree);
      }
    }
  }

  /** Grows what a helper gave up. */
  #takeBack(): void {
    for (let number = 0; number < this.#ports.length; number++) {
      const index = Atomics.exchange(this.#control, places.abandoned + number, 0) - 1;
      if (index >= 0) this.#growHere(index);
    }
  }
}

/** The job with its large arrays in memory that threads share, instead of a copy for each. */
function shared(job: ForestJob): ForestJob {
  const ints = (from: Int32Array): Int32Array => {
    const to = new Int32Array(new SharedArrayBuffer(from.byteLength));
    to.set(from);
    return to;
  };
  const doubles = (from: Float64Array): Float64Array => {
    const to = new Float64Array(new SharedArrayBuffer(from.byteLength));
    to.set(from);
    return to;
  };
  const { target, weights, columns } = job;
  const values = new Float32Array(new SharedArrayBuffer(columns.values.byteLength));
  values.set(columns.values);
  const ranked: RankedColumns = { ...columns, ranks: ints(columns.ranks), values };
  return {
    ...job,
    columns: ranked,
    target: target instanceof Int32Array ? ints(target) : doubles(target),
    weights: doubles(weights),
  };
}
