import type { DebugProtocol } from "@vscode/debugprotocol";
import type { DebugAdapter, RanCell } from "../debug/index.ts";
import type { MainThreadInspector } from "./main-thread.ts";
import type { Header, Message } from "./wire.ts";

interface Parts {
  readonly mainThread: MainThreadInspector;
  readonly publish: (event: DebugProtocol.Event, parent: Header | undefined) => void;
  /** Whether a cell runs. */
  readonly isBusy: () => boolean;
}

/** The debugger, loaded when a front end asks it something first. */
export class LazyDebugger {
  readonly #parts: Parts;
  #adapter: DebugAdapter | undefined;
  #loading: Promise<DebugAdapter> | undefined;
  /** Events belong to the request that came last: they are not output of a cell. */
  #parent: Header | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async request(content: Message["content"], header: Header): Promise<object> {
    this.#parent = header;
    this.#loading ??= this.#load();
    return (await this.#loading).request(content);
  }

  beforeCell = (cell: RanCell): Promise<void> | undefined => this.#adapter?.beforeCell(cell);

  afterCell = (url: string): void => this.#adapter?.afterCell(url);

  async #load(): Promise<DebugAdapter> {
    const { DebugAdapter } = await import("../debug/index.ts");
    const { mainThread, publish, isBusy } = this.#parts;
    this.#adapter = new DebugAdapter({
      connect: () => mainThread.connect(),
      publish: (event) => publish(event, this.#parent),
      isBusy,
    });
    mainThread.endStopped = () => this.#adapter?.terminate();
    return this.#adapter;
  }
}
