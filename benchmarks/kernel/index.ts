import { mkdirSync } from "node:fs";
import path from "node:path";
import { comparison, type Measurement } from "../report/comparison.ts";
import { thisMachine } from "../report/machine.ts";
import type { Results } from "../report/publish.ts";
import { inRounds } from "../report/rounds.ts";
import type { Settings } from "../settings.ts";
import { packageVersion, pythonVersions } from "../versions.ts";
import { denoProgram, denoVersion } from "./deno.ts";
import { peersOf } from "./peers.ts";
import { fewTimes, fullTimes, installPeers, measureKernel } from "./session.ts";

const measurements: readonly Measurement[] = [
  { key: "start", title: "start → first reply, ms", kind: "samples" },
  { key: "first-cell", title: "start → first cell done, ms", kind: "samples" },
  { key: "trivial", title: "trivial cell, ms", kind: "samples" },
  { key: "trivial-cpu", title: "trivial cell, CPU ms with all that follows it", kind: "samples" },
  { key: "declaration", title: "cell that declares an object and a function, ms", kind: "samples" },
  { key: "imports", title: "import tfjs-node and danfojs-node, ms", kind: "samples" },
  { key: "after-imports", title: "trivial cell after these imports, ms", kind: "samples" },
  { key: "completion", title: "completion, changing text, ms", kind: "samples" },
  { key: "completion-right", title: "completions that name the method", kind: "count" },
  { key: "inspection", title: "inspection, changing text, ms", kind: "samples" },
  { key: "inspection-right", title: "inspections that name the method", kind: "count" },
  { key: "loop", title: "loop of 1e8 at top level, ms", kind: "samples" },
  { key: "writes", title: "100 000 writes of 100 bytes, ms", kind: "samples" },
  { key: "writes-bytes", title: "bytes of them that arrived before idle", kind: "count" },
  { key: "quick-replies", title: "cells one by one: replies", kind: "count" },
  { key: "quick-outputs", title: "cells one by one: outputs", kind: "count" },
  { key: "burst", title: "cells sent at once, all of them, ms", kind: "samples" },
  { key: "burst-replies", title: "cells sent at once: replies", kind: "count" },
  { key: "burst-outputs", title: "cells sent at once: outputs", kind: "count" },
  { key: "rss-start", title: "RSS before the first cell, MiB", kind: "samples" },
  { key: "rss-20", title: "RSS after 20 cells, MiB", kind: "samples" },
  { key: "rss-half", title: "RSS after 500 more, MiB", kind: "samples" },
  { key: "rss-all", title: "RSS after another 500, MiB", kind: "samples" },
];

/** Our kernel beside ipykernel, tslab and Deno, all driven by the same Jupyter client. */
export async function benchmarkKernel(settings: Settings): Promise<Results> {
  const { repository, python, rounds, quick } = settings;
  const machine = thisMachine();
  // Below the repository, so that a cell finds the packages it imports.
  const workFolder = path.join(repository, ".cache/benchmarks/kernel");
  mkdirSync(workFolder, { recursive: true });
  const missing = new Map<string, string>();
  const deno = await denoProgram(repository).catch((error: Error) => {
    missing.set("deno", error.message);
    return undefined;
  });
  const peers = peersOf({ node: process.execPath, python, deno, repository });
  const { folder: data, remove } = installPeers(peers);
  const times = quick ? fewTimes : fullTimes;
  try {
    const { runs, failures } = await inRounds(
      rounds,
      new Map(
        peers.map((peer) => [
          peer.name,
          () => measureKernel(peer, { python, data, workFolder }, times),
        ]),
      ),
    );
    const names = peers.map(({ name }) => name);
    return {
      name: "kernel",
      machine,
      versions: {
        daylab: packageVersion(repository, "kernel"),
        ...(await pythonVersions(python, ["ipykernel", "jupyter_client"])),
        tslab: packageVersion(repository, "node_modules/tslab"),
        deno: denoVersion,
      },
      sections: [comparison(runs, names, "ipykernel", measurements)],
      failures: new Map([...missing, ...failures]),
      runs: { kernel: runs },
    };
  } finally {
    remove();
  }
}
