import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Run } from "../report/comparison.ts";
import { runForJson } from "../run-process.ts";
import { bytesWritten, type Peer } from "./peers.ts";

/** How often each thing is done in one round. */
export const fullTimes = {
  trivial: 200,
  completion: 50,
  quick: 1000,
  burst: 500,
  "after imports": 50,
};
export const fewTimes = { trivial: 20, completion: 5, quick: 100, burst: 100, "after imports": 5 };

const driver = fileURLToPath(new URL("./driver/session.py", import.meta.url));

/** Makes a Jupyter data folder that knows the peers and nothing else. */
export function installPeers(peers: readonly Peer[]): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "daylab-benchmark-"));
  for (const { name, argv, env = {} } of peers) {
    const spec = { argv, env, display_name: name, language: name, interrupt_mode: "message" };
    const at = path.join(folder, "kernels", name);
    mkdirSync(at, { recursive: true });
    writeFileSync(path.join(at, "kernel.json"), JSON.stringify(spec));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** One round of one peer, by the real Jupyter client in a Python process. */
export async function measureKernel(
  peer: Peer,
  where: { readonly python: string; readonly data: string; readonly workFolder: string },
  times: typeof fullTimes,
): Promise<Pick<Run, "samples" | "counts">> {
  // An active Python environment comes before the user's data folder, JUPYTER_PATH before both.
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    JUPYTER_DATA_DIR: where.data,
    JUPYTER_PATH: where.data,
  };
  delete env.DAYLAB_TYPES;
  const plan = {
    kernel: peer.name,
    folder: where.workFolder,
    log: path.join(where.workFolder, `${peer.name}.log`),
    code: peer.code,
    times: { ...times, bytes: bytesWritten },
  };
  return runForJson(where.python, [driver, JSON.stringify(plan)], { env, limit: 900 });
}
