import assert from "node:assert/strict";
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { jupyterEnvironment, python, temporaryFolder } from "./environment.ts";
import { ReceivedViolations } from "./message-spec/received-violations.ts";
import type { RawMessage } from "./message-spec/index.ts";

export type ClientChannel = "shell" | "control" | "iopub" | "stdin";

/** A message as the Jupyter client handed it over, its signature verified. */
export interface Received {
  readonly channel: ClientChannel;
  readonly type: string;
  /** Id of the request it answers. */
  readonly parent: string;
  readonly date: string;
  readonly content: Content;
  readonly metadata: Content;
  readonly buffers: readonly Buffer[];
  /** Its whole header, for a message that answers it. */
  readonly header: Content;
}

/** Contents differ by message type; a test states what it expects by its assertions. */
export type Content = Record<string, unknown>;

/** A request that came to its end: the reply, and all that was published for it in between. */
export interface Answered {
  readonly reply: Content;
  readonly published: readonly Received[];
}

/** What a request may carry besides its content. */
export interface Extras {
  readonly metadata?: Content;
  /** Added to the header, for example a `subshell_id`. */
  readonly header?: Content;
  /** The header of the message that it answers. */
  readonly parent?: Content;
  readonly buffers?: readonly Uint8Array[];
}

export interface StartOptions {
  readonly env?: Record<string, string>;
  readonly cwd?: string;
  /** Settings of Jupyter's kernel manager, by their Python names. */
  readonly manager?: Content;
  /** Whether a kernel that died is started anew, as the Jupyter server does. Default: false. */
  readonly restarts?: boolean;
}

type Event = { readonly event: string } & Content;

const driver = fileURLToPath(new URL("./driver.py", import.meta.url));
const patience = 30_000;

/** A kernel started and spoken to by the real Jupyter client, in a Python process. */
export class JupyterClient {
  readonly received: Received[] = [];
  /** Where the kernel's own stderr goes. */
  readonly logFile: string;
  connectionFile = "";
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #watchers = new Set<() => void>();
  readonly #events: Event[] = [];
  /** What came that the protocol does not allow: the test that waits for messages next fails of it. */
  readonly #violations = new ReceivedViolations();

  private constructor(options: StartOptions) {
    const cwd = options.cwd ?? temporaryFolder();
    this.logFile = join(temporaryFolder(), "kernel.log");
    const { env = {}, manager = {}, restarts = false } = options;
    const given = { kernel: "daylab", cwd, env, manager, restarts, log: this.logFile };
    const argument = JSON.stringify(given);
    this.#child = spawn(python, [driver, argument], {
      env: jupyterEnvironment(),
      stdio: ["pipe", "pipe", "inherit"],
    });
    createInterface(this.#child.stdout).on("line", (line) => this.#read(JSON.parse(line) as Event));
  }

  /** Starts a kernel and waits until it can execute. */
  static async start(options: StartOptions = {}): Promise<JupyterClient> {
    const client = new JupyterClient(options);
    client.connectionFile = (await client.event("started")).connection as string;
    // What is published before the subscription holds is not received.
    await client.until(
      () => client.received.some(({ type }) => type === "iopub_welcome"),
      "welcome",
    );
    await client.request("shell", "kernel_info_request", {});
    return client;
  }

  /** Sends a request and returns its id at once. */
  send(
    channel: ClientChannel,
    type: string,
    content: Content,
    { buffers = [], ...extras }: Extras = {},
  ): string {
    const id = randomUUID();
    const encoded = buffers.map((buffer) => Buffer.from(buffer).toString("base64"));
    this.#command({ op: "send", channel, type, content, id, buffers: encoded, ...extras });
    return id;
  }

  /** Sends raw frames. */
  sendFrames(channel: ClientChannel, frames: readonly (string | Uint8Array)[]): void {
    const encoded = frames.map((frame) => Buffer.from(frame).toString("base64"));
    this.#command({ op: "frames", channel, frames: encoded });
  }

  /** Waits for the reply to a request, and for its idle. */
  async answer(id: string): Promise<Answered> {
    const mine = () => this.received.filter(({ parent }) => parent === id);
    const find = () => ({
      reply: mine().find(({ channel }) => channel === "shell" || channel === "control"),
      idle: mine().find(
        ({ type, content }) => type === "status" && content.execution_state === "idle",
      ),
    });
    await this.until(() => Object.values(find()).every(Boolean), `the end of ${id}`);
    const { reply } = find();
    return {
      reply: reply!.content,
      published: mine().filter(({ channel }) => channel === "iopub"),
    };
  }

  async request(
    channel: ClientChannel,
    type: string,
    content: Content,
    extras: Extras = {},
  ): Promise<Answered> {
    return this.answer(this.send(channel, type, content, extras));
  }

  /** Waits for the n-th question of a request, the first being 1. */
  async question(id: string, n = 1): Promise<Received> {
    const asked = () =>
      this.received.filter(({ parent, type }) => parent === id && type === "input_request");
    await this.until(() => asked().length >= n, `question ${n} of ${id}`);
    return asked()[n - 1];
  }

  /** Answers a question as JupyterLab does. */
  reply(question: Received, value: unknown): void {
    const content = { status: "ok", value };
    this.send("stdin", "input_reply", content, { parent: question.header });
  }

  /** Sends code without waiting for its end. */
  begin(code: string, flags: Content = {}, extras: Extras = {}): string {
    const defaults = {
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
    };
    const content = { ...defaults, stop_on_error: true, code, ...flags };
    return this.send("shell", "execute_request", content, extras);
  }

  async execute(code: string, flags: Content = {}): Promise<Answered> {
    return this.answer(this.begin(code, flags));
  }

  /** Executes code that must succeed, and returns its result as plain text. */
  async evaluate(code: string): Promise<string | undefined> {
    const { reply, published } = await this.execute(code);
    assert.equal(reply.status, "ok", `${code}: ${String(reply.evalue)}`);
    const result = published.find(({ type }) => type === "execute_result")?.content;
    return (result?.data as Record<string, string> | undefined)?.["text/plain"];
  }

  /** Waits until something was published for a request. */
  async published(id: string, matches: (message: Received) => boolean): Promise<Received> {
    const find = () => this.received.find((message) => message.parent === id && matches(message));
    await this.until(() => find() !== undefined, `a message for ${id}`);
    return find()!;
  }

  /** Restarts the kernel; followed by the event `restarted`. */
  restart(): void {
    this.#command({ op: "restart" });
  }

  interrupt(): void {
    this.#command({ op: "interrupt" });
  }

  signal(name: "SIGINT" | "SIGKILL" | "SIGSEGV"): void {
    this.#command({ op: "signal", name });
  }

  /** Resident memory of the kernel, in megabytes. */
  async memory(): Promise<number> {
    this.#command({ op: "memory" });
    return (await this.event("memory")).megabytes as number;
  }

  async beating(): Promise<boolean> {
    this.#command({ op: "beating" });
    return (await this.event("beating")).beating as boolean;
  }

  async alive(): Promise<boolean> {
    this.#command({ op: "alive" });
    return (await this.event("alive")).alive as boolean;
  }

  log(): string {
    return readFileSync(this.logFile, "utf8");
  }

  /** Ends the kernel and the client. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const exited = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.stdin.end();
    await exited;
    this.#violations.throw();
  }

  /** Kills the client, so that it cannot say good-bye to the kernel. */
  kill(): void {
    this.#child.kill("SIGKILL");
  }

  async event(name: string): Promise<Event> {
    const at = () => this.#events.findIndex(({ event }) => event === name);
    await this.until(() => at() >= 0, `event ${name}`);
    return this.#events.splice(at(), 1)[0];
  }

  async until(holds: () => boolean, what: string): Promise<void> {
    await this.#when(holds, what);
    this.#violations.throw();
  }

  async #when(holds: () => boolean, what: string): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        clearInterval(poll);
        this.#watchers.delete(look);
      };
      const look = () => {
        if (!holds()) return;
        stop();
        resolve();
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`The client waited ${patience} ms in vain for ${what}\n${this.log()}`));
      }, patience);
      // The log says nothing when it grows.
      const poll = setInterval(look, 100);
      this.#watchers.add(look);
    });
  }

  #command(command: Content): void {
    this.#child.stdin.write(`${JSON.stringify(command)}\n`);
  }

  #read(event: Event): void {
    if (event.event === "message") {
      this.#violations.look(event.channel as ClientChannel, event.message as RawMessage);
      this.received.push(receivedOf(event));
    } else this.#events.push(event);
    for (const look of [...this.#watchers]) look();
  }
}

interface WellFormed {
  readonly header: { readonly msg_type: string; readonly date: string } & Content;
  readonly parent_header: { readonly msg_id?: string };
  readonly content: Content;
  readonly metadata: Content;
  readonly buffers: readonly string[];
}

function receivedOf(event: Event): Received {
  const { header, parent_header: parent, content, metadata, buffers } = event.message as WellFormed;
  return {
    channel: event.channel as ClientChannel,
    type: header.msg_type,
    parent: parent.msg_id ?? "",
    date: header.date,
    content,
    metadata,
    buffers: buffers.map((text) => Buffer.from(text, "base64")),
    header,
  };
}

/** The text that went to a stream. */
export function streamText({ published }: Answered, name: "stdout" | "stderr"): string {
  return published
    .filter(({ type, content }) => type === "stream" && content.name === name)
    .map(({ content }) => content.text as string)
    .join("");
}
