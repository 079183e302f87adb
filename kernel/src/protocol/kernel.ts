import type { Report, ToMain } from "../threads/messages.ts";
import { Comms, isCommType, isFromComms } from "./comms.ts";
import { LazyDebugger } from "./debugger.ts";
import { Execution } from "./execution.ts";
import { History } from "./history.ts";
import type { ProtocolOptions } from "./index.ts";
import { InputRequests } from "./input-requests.ts";
import { LazyLanguage } from "./language.ts";
import { log } from "./log.ts";
import { MainThreadInspector } from "./main-thread.ts";
import { answers, type Answer } from "./requests.ts";
import type { RequestChannel, Sockets } from "./sockets.ts";
import { Survival } from "./survival.ts";
import { shown } from "./shown.ts";
import type { StreamName } from "./streams.ts";
import type { Header, Message } from "./wire.ts";

/** Routes each message to what answers it, and says busy before and idle after. */
export class Kernel {
  readonly #sockets: Sockets;
  readonly #execution: Execution;
  readonly #comms: Comms;
  readonly #input: InputRequests;
  readonly #survival: Survival;
  readonly #answers: Map<string, Answer>;
  readonly #shutdown: () => Promise<void>;

  private constructor(
    sockets: Sockets,
    execution: Execution,
    comms: Comms,
    input: InputRequests,
    survival: Survival,
    known: Map<string, Answer>,
    shutdown: () => Promise<void>,
  ) {
    this.#sockets = sockets;
    this.#execution = execution;
    this.#comms = comms;
    this.#input = input;
    this.#survival = survival;
    this.#answers = known;
    this.#shutdown = shutdown;
  }

  /** Starts to answer what arrives at the sockets. */
  static start(
    options: ProtocolOptions,
    sockets: Sockets,
    postToMain: (message: ToMain, transfer?: readonly ArrayBuffer[]) => void,
    shutdown: (mainThread: MainThreadInspector) => Promise<void>,
  ): Kernel {
    const mainThread = new MainThreadInspector();
    const language = new LazyLanguage(options.directory);
    const history = new History();
    const debug: LazyDebugger = new LazyDebugger({
      mainThread,
      publish: (event, parent) => sockets.publish("debug_event", event, parent),
      isBusy: (): boolean => execution.busy,
    });
    const input = new InputRequests((request, question, lost) =>
      sockets.ask(request, question, lost),
    );
    const survival: Survival = new Survival({
      connectionFile: options.connectionFile,
      heap: {
        used: () => mainThread.heapUsed(),
        collect: () => postToMain({ kind: "collect" }),
        collectNow: () => mainThread.collectGarbage(),
      },
      stop: (reason) => execution.interrupt(reason),
      tell: (id, text) => execution.tell(id, text),
    });
    const execution: Execution = new Execution({
      debug,
      reply: (request, content) => sockets.reply("shell", request, "execute_reply", content),
      publish: (type, content, parent) => sockets.publish(type, content, parent),
      postToMain,
      mainThread,
      language,
      history,
      input,
      types: options.types,
      watchers: survival.watchers,
    });
    const comms = new Comms({
      publish: (...message) => sockets.publish(...message),
      postToMain,
      mainThread,
      execution,
    });
    const interrupt = () => kernel.interrupt();
    const known = answers({ history, language, mainThread, comms, debug, interrupt, execution });
    const kernel = new Kernel(sockets, execution, comms, input, survival, known, () => {
      survival.close();
      return shutdown(mainThread);
    });
    sockets.listen((channel, message) => {
      kernel.#handle(channel, message).catch((error: unknown) => {
        log(`${shown(message.header.msg_type)} on ${channel} failed: ${String(error)}`);
      });
    });
    sockets.publish("status", { execution_state: "starting" });
    return kernel;
  }

  /** Takes what the main thread says. */
  receive(message: Report): void {
    if (message.kind === "heap") this.#survival.heap = message;
    else if (isFromComms(message)) this.#comms.receive(message);
    else this.#execution.receive(message);
    if (message.kind === "ready" || message.kind === "done") this.#comms.retry();
  }

  /** Takes what native code and child processes print. */
  captured(name: StreamName, text: string, urgent: boolean): void {
    this.#execution.captured(name, text, urgent);
  }

  /** False where so much waits for slow clients that no more output should be made. */
  get hasRoom(): boolean {
    return this.#sockets.hasRoom;
  }

  /** Calls `action` once there is room. */
  whenRoom(action: () => void): void {
    this.#sockets.whenRoom(action);
  }

  /** The process is about to be ended. */
  close(): void {
    this.#survival.close();
  }

  interrupt(): void {
    this.#execution.interrupt();
    this.#comms.interrupt();
  }

  async #handle(channel: RequestChannel, message: Message): Promise<void> {
    const { header, content } = message;
    const type = header.msg_type;
    if (type === "input_reply") return this.#input.receive(message);
    // Comms wait for no cell, so they have no use for a shell of their own.
    if (isCommType(type)) return this.#comms.enqueue(type, message);
    const lost = channel === "shell" ? this.#execution.shells.unknown(header) : undefined;
    if (lost) return this.#refuse(channel, message, lost);
    if (type === "execute_request") return this.#execution.enqueue(message);
    this.#sockets.publish("status", { execution_state: "busy" }, header);
    const replyType = type.replace(/_request$/, "_reply");
    const answer = this.#answers.get(type);
    if (answer) {
      this.#sockets.reply(channel, message, replyType, await settled(answer, content, header));
    } else if (type === "shutdown_request") {
      const reply = { status: "ok", restart: content.restart === true };
      this.#sockets.reply(channel, message, replyType, reply);
      this.#sockets.publish(replyType, reply, header);
    } else {
      log(`message of unknown type ${shown(type)} on ${channel} ignored`);
    }
    this.#sockets.publish("status", { execution_state: "idle" }, header);
    if (type === "shutdown_request") await this.#shutdown();
  }

  /** Answers a request to a subshell that is not there. */
  #refuse(channel: RequestChannel, message: Message, error: Error): void {
    const { header } = message;
    log(`${header.msg_type} not handled: ${error.message}`);
    this.#sockets.publish("status", { execution_state: "busy" }, header);
    const replyType = `${header.msg_type.replace(/_request$/, "")}_reply`;
    const { count: execution_count } = this.#execution;
    const counted = header.msg_type === "execute_request" ? { execution_count } : {};
    this.#sockets.reply(channel, message, replyType, { ...failure(error), ...counted });
    this.#sockets.publish("status", { execution_state: "idle" }, header);
  }
}

async function settled(
  answer: Answer,
  content: Message["content"],
  header: Header,
): Promise<object> {
  try {
    return await answer(content, header);
  } catch (error) {
    return failure(error as Error);
  }
}

function failure({ name: ename, message: evalue }: Error): object {
  return { status: "error", ename, evalue, traceback: [] };
}
