import { existsSync } from "node:fs";
import path from "node:path";
import { environmentVariables } from "../environment.mjs";
import { root } from "../paths.mjs";
import { run } from "../run.mjs";
import { fingerprint } from "../stamps.mjs";

/**
 * The npm packages of the lock file, by Node 24's own npm: an older Node's npm skips the polars
 * binary without a word, because that declares a newer engine.
 */
export const nodePackages = {
  name: "node-packages",
  title: "npm packages",
  expectation: "about a minute the first time",
  isThere: () => existsSync(path.join(root, "node_modules/@tensorflow/tfjs-node/package.json")),
  fingerprint: ({ node }) =>
    fingerprint({
      texts: [root, node],
      files: ["package-lock.json", ".npmrc"].map((name) => path.join(root, name)),
    }),
  async run(environment, say) {
    await run({
      what: "Installing the npm packages",
      command: environment.node,
      args: [environment.npm, "ci", "--no-progress", "--loglevel=http"],
      env: environmentVariables(environment),
      onLine: say,
    });
  },
};
