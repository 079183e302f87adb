import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import { blackBoxFiles } from "./files.ts";
import { log } from "../protocol/log.ts";
import { firstLine, type Note } from "./note.ts";
import { oomKills } from "./oom-kills.ts";

/** Each note overwrites the one before, so all are equally long, in bytes. */
const size = 1024;

/** How often the memory of a running cell is noted, in milliseconds. */
const interval = 1_000;

/** A cell as the recorder is told of it. */
interface Cell {
  readonly id: number;
  readonly count: number;
  readonly code: string;
}

/**
 * Keeps a note of what runs, so that the next kernel can tell how this one ended if it could not.
 * It costs a write of one kilobyte at each end of a cell: 8 to 10 µs for both together, measured over
 * 10 000 cells on a busy machine.
 */
export class Recorder {
  /** Undefined once the kernel ends, or where the note can no longer be written. */
  #file: number | undefined;
  readonly #path: string;
  readonly #running = new Map<number, Cell>();
  #note: Note = { pid: process.pid, killed: oomKills() };
  #timer: NodeJS.Timeout | undefined;

  /** @throws Error where the note cannot be written. */
  constructor(connectionFile: string) {
    this.#path = blackBoxFiles(connectionFile).note;
    rmSync(this.#path, { force: true });
    this.#file = openSync(this.#path, "wx", 0o600);
    this.#write();
  }

  set heapLimit(heapLimit: number) {
    this.#note = { ...this.#note, heapLimit };
    this.#write();
  }

  began(cell: Cell): void {
    this.#running.set(cell.id, cell);
    const { count, code } = cell;
    this.#note = {
      ...this.#note,
      running: { count, line: firstLine(code), began: Date.now() },
      memory: undefined,
    };
    this.#write();
    this.#timer ??= setTimeout(() => this.#noteMemory(), interval);
  }

  ended(id: number): void {
    const cell = this.#running.get(id);
    if (!this.#running.delete(id) || this.#running.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#note = { ...this.#note, running: undefined, memory: undefined, ended: cell?.count };
    this.#write();
  }

  /** Takes the note away: the kernel ends as it should. */
  close(): void {
    clearTimeout(this.#timer);
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    rmSync(this.#path, { force: true });
  }

  #noteMemory(): void {
    const resident = process.memoryUsage.rss();
    const available = process.availableMemory();
    this.#note = { ...this.#note, memory: { seen: Date.now(), resident, available } };
    this.#write();
    this.#timer?.refresh();
  }

  #write(): void {
    // A cell may end, cut off, after the kernel took its leave.
    if (this.#file === undefined) return;
    const bytes = Buffer.alloc(size, " ");
    bytes.write(JSON.stringify(this.#note));
    try {
      writeSync(this.#file, bytes, 0, size, 0);
    } catch (error) {
      // A full disk is no reason to end a kernel.
      log(`how this kernel ends will not be noted: ${(error as Error).message}`);
      this.close();
    }
  }
}
