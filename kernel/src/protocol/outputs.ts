import { writeOwnStderr } from "../capture/own-stderr.ts";
import type { ClearOutput, DisplayOutput, StreamOutput } from "../threads/messages.ts";
import { StreamCoalescer, type StreamName } from "./streams.ts";
import type { Header } from "./wire.ts";

/** Where output of a cell goes. Kept for as long as the kernel lives: a cell may print after its end. */
interface Addressee {
  readonly header: Header;
  readonly silent: boolean;
}

/** Publishes what cells put out, each under the request that started it; nothing for a silent one. */
export class Outputs {
  readonly #addressees = new Map<number, Addressee>();
  #latest: number | undefined;
  readonly #streams = new StreamCoalescer((id, name, text) => {
    this.#send(id, "stream", { name, text });
  });
  readonly #publish: (type: string, content: object, parent: Header) => void;

  constructor(publish: (type: string, content: object, parent: Header) => void) {
    this.#publish = publish;
  }

  /** Names the request that output of the cell `id` belongs to. */
  open(id: number, header: Header, silent: boolean): void {
    this.#addressees.set(id, { header, silent });
  }

  /** What comes out of descriptors 1 and 2 from now on is taken for this cell's. */
  begin(id: number): void {
    if (!this.#addressees.get(id)?.silent) this.#latest = id;
  }

  /** The request that output of the cell `id` belongs to. */
  header(id: number): Header | undefined {
    return this.#addressees.get(id)?.header;
  }

  /** Publishes after all text that was written before it. */
  publish(id: number, type: string, content: object): void {
    this.#streams.flush();
    this.#send(id, type, content);
  }

  write(id: number, name: StreamName, text: string): void {
    this.#streams.write(id, name, text);
  }

  /**
   * What came out of descriptors 1 and 2. Nothing tells who wrote it, so it goes to the latest cell,
   * past silent requests, which front ends send of themselves; to the log where there was no cell.
   */
  captured(name: StreamName, text: string): void {
    if (this.#latest === undefined) writeOwnStderr(text);
    else this.write(this.#latest, name, text);
  }

  flush(): void {
    this.#streams.flush();
  }

  receive(message: StreamOutput | DisplayOutput | ClearOutput): void {
    switch (message.kind) {
      case "stream":
        return this.write(message.id, message.name, message.text);
      case "clear":
        return this.publish(message.id, "clear_output", { wait: message.wait });
      case "display": {
        const { id, output, displayId, update } = message;
        const transient = displayId === undefined ? {} : { display_id: displayId };
        const type = update ? "update_display_data" : "display_data";
        return this.publish(id, type, { ...output, transient });
      }
    }
  }

  #send(id: number, type: string, content: object): void {
    const to = this.#addressees.get(id);
    if (to && !to.silent) this.#publish(type, content, to.header);
  }
}
