import type { Comms } from "./comms.ts";
import { complete } from "./completion.ts";
import type { LazyDebugger } from "./debugger.ts";
import type { Execution } from "./execution.ts";
import { completenessSoon } from "./completeness.ts";
import type { History } from "./history.ts";
import { inspect } from "./inspection.ts";
import { kernelInfo } from "./kernel-info.ts";
import type { LazyLanguage } from "./language.ts";
import type { MainThreadInspector } from "./main-thread.ts";
import { shown } from "./shown.ts";
import type { Header, Message } from "./wire.ts";

type Content = Message["content"];

/** Answers one type of request: with the content of its reply. */
export type Answer = (content: Content, header: Header) => object | Promise<object>;

interface Parts {
  readonly history: History;
  readonly language: LazyLanguage;
  readonly mainThread: MainThreadInspector;
  readonly comms: Pick<Comms, "info">;
  readonly debug: Pick<LazyDebugger, "request">;
  readonly interrupt: () => void;
  readonly execution: Pick<Execution, "shells" | "deleteSubshell">;
}

/** The requests that are answered at once or by the language thread, by message type. */
export function answers(parts: Parts): Map<string, Answer> {
  const { history, language, mainThread, comms, debug, interrupt, execution } = parts;
  return new Map<string, Answer>([
    ["kernel_info_request", () => kernelInfo],
    ["comm_info_request", (content) => comms.info(content)],
    ["debug_request", (content, header) => debug.request(content, header)],
    ["history_request", (content) => ({ status: "ok", history: history.find(content) })],
    ["complete_request", (content) => complete(position(content), language, mainThread)],
    [
      "inspect_request",
      (content) => {
        const detail_level = content.detail_level === 1 ? 1 : 0;
        return inspect({ ...position(content), detail_level }, language, mainThread);
      },
    ],
    ["is_complete_request", (content) => completenessSoon(position(content).code, language)],
    [
      "interrupt_request",
      () => {
        interrupt();
        return { status: "ok" };
      },
    ],
    ["create_subshell_request", () => ({ status: "ok", subshell_id: execution.shells.create() })],
    [
      "delete_subshell_request",
      ({ subshell_id }) => {
        execution.deleteSubshell(subshell_id);
        return { status: "ok" };
      },
    ],
    ["list_subshell_request", () => ({ status: "ok", subshell_id: execution.shells.ids })],
  ]);
}

/** @throws TypeError where the request has no code; a missing cursor is at the end. */
function position({ code, cursor_pos }: Content): { code: string; cursor_pos: number } {
  if (typeof code !== "string") {
    throw new TypeError(`"code" must be a string, received ${shown(code)}`);
  }
  return { code, cursor_pos: typeof cursor_pos === "number" ? cursor_pos : Infinity };
}
