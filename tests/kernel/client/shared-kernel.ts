import { after } from "mocha";
import { JupyterClient } from "./jupyter-client.ts";

let shared: Promise<JupyterClient> | undefined;

/** One kernel for all suites that leave it as they found it; each names its own variables. */
export function sharedKernel(): Promise<JupyterClient> {
  return (shared ??= JupyterClient.start());
}

after(async () => {
  await (await shared)?.stop();
});
