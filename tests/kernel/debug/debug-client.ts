import assert from "node:assert/strict";
import type { DebugProtocol } from "@vscode/debugprotocol";
import type { JupyterClient, Received } from "../client/jupyter-client.ts";

type Body<Response extends DebugProtocol.Response> = Response["body"];

/** What Jupyter adds to DAP. */
export interface DebugInfo {
  readonly isStarted: boolean;
  readonly hashMethod: string;
  readonly hashSeed: number;
  readonly tmpFilePrefix: string;
  readonly tmpFileSuffix: string;
  readonly breakpoints: { readonly source: string; readonly breakpoints: { line: number }[] }[];
  readonly stoppedThreads: number[];
  readonly richRendering: boolean;
  readonly copyToGlobals: boolean;
}

/** Speaks DAP through the real Jupyter client's control channel, as JupyterLab does. */
export class DebugClient {
  readonly kernel: JupyterClient;
  #seq = 0;
  /** Events that were looked at. */
  #seen = 0;

  constructor(kernel: JupyterClient) {
    this.kernel = kernel;
  }

  /** Any request; the response as it came. */
  async ask(command: string, given?: object): Promise<DebugProtocol.Response> {
    const { reply } = await this.kernel.request("control", "debug_request", {
      type: "request",
      seq: ++this.#seq,
      command,
      ...(given && { arguments: given }),
    });
    const response = reply as unknown as DebugProtocol.Response;
    assert.equal(response.type, "response");
    assert.equal(response.request_seq, this.#seq);
    assert.equal(response.command, command);
    return response;
  }

  /** A request that must succeed; the body of its response. */
  async request<Response extends DebugProtocol.Response>(
    command: string,
    given?: object,
  ): Promise<Body<Response>> {
    const response = await this.ask(command, given);
    assert.ok(response.success, `${command}: ${response.message}`);
    return response.body as Body<Response>;
  }

  /** A request that must fail; its message. */
  async failure(command: string, given?: object): Promise<string> {
    const response = await this.ask(command, given);
    assert.equal(response.success, false, `${command} succeeded`);
    assert.equal(typeof response.message, "string");
    return response.message!;
  }

  async attach(): Promise<void> {
    this.#seen = this.#events().length;
    await this.request("initialize", { clientID: "test", adapterID: "daylab" });
    await this.request("attach", {});
    await this.event("initialized");
  }

  async detach(): Promise<void> {
    await this.request("disconnect", { restart: false, terminateDebuggee: false });
  }

  /** Sets breakpoints in a cell as JupyterLab does; the path that stands for it. */
  async breakpoints(
    code: string,
    ...breakpoints: (number | DebugProtocol.SourceBreakpoint)[]
  ): Promise<string> {
    const path = await this.dumpCell(code);
    await this.request("setBreakpoints", {
      source: { path },
      breakpoints: breakpoints.map((one) => (typeof one === "number" ? { line: one } : one)),
      sourceModified: false,
    });
    await this.request("configurationDone", {});
    return path;
  }

  /** The path that stands for a cell. */
  async dumpCell(code: string): Promise<string> {
    return ((await this.request("dumpCell", { code })) as { sourcePath: string }).sourcePath;
  }

  async info(): Promise<DebugInfo> {
    return (await this.request("debugInfo")) as DebugInfo;
  }

  /** The next event of a kind that was not waited for yet; those before it are passed over. */
  async event(name: string): Promise<DebugProtocol.Event> {
    const find = () =>
      this.#events().findIndex(
        ({ content }, index) => index >= this.#seen && content.event === name,
      );
    await this.kernel.until(() => find() >= 0, `the debug event ${name}`);
    const at = find();
    this.#seen = at + 1;
    return this.#events()[at].content as unknown as DebugProtocol.Event;
  }

  async stopped(): Promise<DebugProtocol.StoppedEvent["body"]> {
    return (await this.event("stopped")).body as DebugProtocol.StoppedEvent["body"];
  }

  async frames(): Promise<DebugProtocol.StackFrame[]> {
    type Response = DebugProtocol.StackTraceResponse;
    return (await this.request<Response>("stackTrace", { threadId: 1 })).stackFrames;
  }

  /** Goes on and waits for the next stop; `name:line` of its calls, innermost first. */
  async go(command: "next" | "stepIn" | "stepOut" | "continue"): Promise<string[]> {
    await this.request(command, { threadId: 1 });
    await this.stopped();
    return this.places();
  }

  /** `name:line` of the calls, innermost first. */
  async places(): Promise<string[]> {
    return (await this.frames()).map(({ name, line }) => `${name}:${line}`);
  }

  /** The variables of one scope of the innermost call, as `name=value`. */
  async scope(name: string, frame = 0): Promise<string[]> {
    return (await this.variables(await this.scopeReference(name, frame))).map(
      (variable) => `${variable.name}=${variable.value}`,
    );
  }

  async scopeReference(name: string, frame = 0): Promise<number> {
    const { id: frameId } = (await this.frames())[frame];
    const { scopes } = await this.request<DebugProtocol.ScopesResponse>("scopes", { frameId });
    const scope = scopes.find((one) => one.name === name);
    assert.ok(scope, `no scope ${name} among ${scopes.map((one) => one.name).join()}`);
    return scope.variablesReference;
  }

  async variables(
    variablesReference: number,
    page: object = {},
  ): Promise<DebugProtocol.Variable[]> {
    type Response = DebugProtocol.VariablesResponse;
    return (await this.request<Response>("variables", { variablesReference, ...page })).variables;
  }

  async evaluate(expression: string): Promise<string> {
    const [{ id: frameId }] = await this.frames();
    type Response = DebugProtocol.EvaluateResponse;
    const given = { expression, frameId, context: "repl" };
    return (await this.request<Response>("evaluate", given)).result;
  }

  /** Goes on to the end of a cell that was begun. */
  async finish(id: string): Promise<void> {
    await this.request("continue", { threadId: 1 });
    const { reply } = await this.kernel.answer(id);
    assert.equal(reply.status, "ok", String(reply.evalue));
  }

  #events(): readonly Received[] {
    return this.kernel.received.filter(({ type }) => type === "debug_event");
  }
}
