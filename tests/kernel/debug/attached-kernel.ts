import { after, afterEach, before, beforeEach } from "mocha";
import { JupyterClient } from "../client/jupyter-client.ts";
import { DebugClient } from "./debug-client.ts";

/** A kernel for one suite, with a debugger attached anew for each of its tests. */
export function attachedKernel(cwd?: string): {
  readonly kernel: JupyterClient;
  readonly debug: DebugClient;
} {
  const parts = {} as { kernel: JupyterClient; debug: DebugClient };
  before(async () => {
    const options = { env: { DAYLAB_TYPES: "off" }, ...(cwd && { cwd }) };
    parts.kernel = await JupyterClient.start(options);
    parts.debug = new DebugClient(parts.kernel);
  });
  beforeEach(() => parts.debug.attach());
  afterEach(() => parts.debug.detach());
  after(() => parts.kernel.stop());
  return parts;
}
