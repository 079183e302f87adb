/**
 * The Debug Adapter Protocol over Jupyter's `debug_request` and `debug_event`, with what Jupyter
 * adds to it, on top of V8's inspector. It runs on the protocol thread, so that it answers while
 * the main thread stands at a breakpoint.
 *
 * @module
 */
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Session } from "node:inspector";
import { RequestArguments } from "./arguments.ts";
import { Attached } from "./attached.ts";
import { capabilities, commands, loadedSource } from "./commands.ts";
import { DebugFailure } from "./failure.ts";
import { looks, type Looker } from "./looks.ts";
import { TargetSession } from "./session.ts";
import { cellPath, naming } from "./sources.ts";
import { threadId } from "./stops.ts";
import type { RanCell } from "./target/index.ts";
import { Variables } from "./variables.ts";

export type { RanCell } from "./target/index.ts";

export interface DebugAdapterParts {
  /** A new inspector session with the main thread. */
  readonly connect: () => Session;
  /** Publishes a `debug_event`. */
  readonly publish: (event: DebugProtocol.Event) => void;
  /** Whether a cell runs. */
  readonly isBusy: () => boolean;
}

/** Answers `debug_request`s. While no debugger is attached it costs the cells nothing. */
export class DebugAdapter {
  readonly #parts: DebugAdapterParts;
  readonly #dumped = new Map<string, string>();
  #attached: Attached | undefined;
  #attaching: Promise<Attached> | undefined;
  /** Looks at variables while no debugger is attached. */
  #looker: Promise<Looker> | undefined;
  #seq = 0;
  #showsTypes = true;

  constructor(parts: DebugAdapterParts) {
    this.#parts = parts;
  }

  /** Answers any request with a DAP response: one that cannot be done says why. */
  async request(content: Readonly<Record<string, unknown>>): Promise<DebugProtocol.Response> {
    const { command, seq } = content;
    const response = {
      type: "response" as const,
      seq: ++this.#seq,
      request_seq: typeof seq === "number" ? seq : 0,
      command: typeof command === "string" && command !== "" ? command : "unknown",
    };
    try {
      if (typeof command !== "string") {
        const received = JSON.stringify(command) ?? "nothing";
        throw new DebugFailure(`"command" must be a string, received ${received}`);
      }
      const body = await this.#answer(command, new RequestArguments(command, content.arguments));
      return { ...response, success: true, body };
    } catch (error) {
      const { message } = error as Error;
      const body = { error: { id: 1, format: "{reason}", variables: { reason: message } } };
      return { ...response, success: false, message, body };
    }
  }

  /** To be awaited before a cell is run: its breakpoints must be known by then. */
  beforeCell(cell: RanCell): Promise<void> | undefined {
    return this.#attached?.beforeCell(cell).catch(() => {});
  }

  afterCell(url: string): void {
    void this.#attached?.afterCell(url).catch(() => {});
  }

  /** Ends what stands at a breakpoint; undefined where nothing does. */
  terminate(): Promise<void> | undefined {
    return this.#attached?.stops.terminate();
  }

  /** Lets go of the main thread. */
  detach(): void {
    this.#attached?.detach();
    this.#attached = undefined;
    this.#attaching = undefined;
  }

  async #answer(command: string, given: RequestArguments): Promise<object> {
    switch (command) {
      case "initialize":
        this.#showsTypes = given.optionalString("clientID") !== "jupyterlab";
        await this.#attach();
        return capabilities;
      case "disconnect":
        this.detach();
        return {};
      case "debugInfo":
        return this.#info();
      case "dumpCell":
        return this.#dump(given.string("code"));
      case "source":
        return this.#source(given.sourcePath());
      case "pause":
        return this.#pause();
    }
    const look = Object.hasOwn(looks, command) ? looks[command] : undefined;
    if (look) return this.#seen(await look(this.#attached ?? (await this.#look()), given));
    const answer = Object.hasOwn(commands, command) ? commands[command] : undefined;
    if (!answer) throw new DebugFailure(`The debugger does not know the command "${command}"`);
    if (!this.#attached) {
      throw new DebugFailure(`${command} needs a debugger: send "initialize" and "attach" first`);
    }
    const body = await answer(this.#attached, given);
    if (command === "attach") this.#send("initialized");
    return body;
  }

  /** JupyterLab's tree shows the type of a variable in the place of its value, if it has one. */
  #seen(body: { readonly variables?: readonly DebugProtocol.Variable[] }): object {
    if (this.#showsTypes || !body.variables) return body;
    return { variables: body.variables.map((variable) => ({ ...variable, type: undefined })) };
  }

  #look(): Promise<Looker> {
    const start = async (): Promise<Looker> => {
      const session = new TargetSession(this.#parts.connect());
      await session.load();
      const frame = (): never => {
        throw new DebugFailure("No debugger is attached");
      };
      return { session, variables: new Variables(session), frame, isStopped: () => false };
    };
    this.#looker ??= start();
    return this.#looker;
  }

  async #attach(): Promise<void> {
    this.#attaching ??= Attached.start(this.#parts.connect(), {
      send: (...event) => this.#send(...event),
      dumped: (path) => this.#dumped.get(path),
    });
    try {
      this.#attached = await this.#attaching;
    } catch (error) {
      this.#attaching = undefined;
      throw error;
    }
  }

  #info(): object {
    const attached = this.#attached;
    return {
      ...naming,
      isStarted: attached !== undefined,
      breakpoints: attached?.breakpoints.list() ?? [],
      stoppedThreads: attached?.stops.current ? [threadId] : [],
      richRendering: true,
      exceptionPaths: [],
      copyToGlobals: true,
    };
  }

  #dump(code: string): object {
    const sourcePath = cellPath(code);
    this.#dumped.set(sourcePath, code);
    return { sourcePath };
  }

  async #source(path: string): Promise<object> {
    const mimeType = "text/typescript";
    const dumped = this.#dumped.get(path);
    if (dumped !== undefined) return { content: dumped, mimeType };
    if (!this.#attached) throw new DebugFailure(`No code ran from ${path}`);
    return { content: await loadedSource(this.#attached, path), mimeType };
  }

  async #pause(): Promise<object> {
    const attached = this.#attached;
    if (!attached) throw new DebugFailure('pause needs a debugger: send "initialize" first');
    if (!attached.isStopped()) await attached.pause(this.#parts.isBusy());
    return {};
  }

  #send(event: string, body?: object): void {
    this.#parts.publish({ type: "event", seq: ++this.#seq, event, ...(body && { body }) });
  }
}
