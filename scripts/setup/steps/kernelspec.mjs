import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { environmentVariables } from "../environment.mjs";
import { root } from "../paths.mjs";
import { run } from "../run.mjs";
import { fingerprint } from "../stamps.mjs";

const entry = path.join(root, "kernel/src/bin/daylab-kernel.mjs");

const specification = path.join(root, "kernel/src/kernelspec/spec.ts");

/** Tells the environment's JupyterLab where the kernel is. */
export const kernelspec = {
  name: "kernelspec",
  title: "The TypeScript kernel in JupyterLab",
  expectation: "a second",
  isThere: ({ prefix, node }) => {
    const file = path.join(prefix, "share/jupyter/kernels/daylab/kernel.json");
    return (
      existsSync(file) && readFileSync(file, "utf8").includes(JSON.stringify(node).slice(1, -1))
    );
  },
  fingerprint: ({ prefix, node }) =>
    fingerprint({ texts: [root, prefix, node], files: [entry, specification] }),
  async run(environment, say) {
    await run({
      what: "Installing the kernel",
      command: environment.node,
      args: [entry, "install", "--prefix", environment.prefix],
      env: environmentVariables(environment),
      onLine: say,
    });
  },
};
