import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { environmentVariables } from "../environment.mjs";
import { root } from "../paths.mjs";
import { run } from "../run.mjs";
import { fingerprint } from "../stamps.mjs";

const folder = path.join(root, "extension");
const modules = path.join(root, "node_modules");
const built = path.join(folder, "dist/labextension");

const installed = (prefix) => path.join(prefix, "share/jupyter/labextensions/@daylab/labextension");

/** Everything the bundle is made from: the sources, and the versions of what is bundled. */
function ingredients() {
  const sources = ["src", "style", "schema"].flatMap((name) => {
    const from = path.join(folder, name);
    if (!existsSync(from)) return [];
    return readdirSync(from, { recursive: true, encoding: "utf8" }).map((file) =>
      path.join(from, file),
    );
  });
  const versions = [
    "@jupyter/builder",
    "@jupyterlab/core-meta",
    "plotly.js-dist-min",
    "typescript",
  ];
  return [
    ...sources.filter((file) => /\.(ts|css|json)$/.test(file)).sort(),
    ...["package.json", "tsconfig.json"].map((name) => path.join(folder, name)),
    ...versions.map((name) => path.join(modules, name, "package.json")),
  ];
}

/**
 * The JupyterLab extension, compiled and bundled by JupyterLab's own builder. It is started without
 * the builder's Python command: that brings a yarn which takes this repository for an ES module.
 */
export const labextension = {
  name: "labextension",
  title: "The JupyterLab extension",
  expectation: "a few seconds",
  // Two places: what JupyterLab loads, and what the wheel is made from.
  isThere: ({ prefix }) =>
    [installed(prefix), built].every((folder) => existsSync(path.join(folder, "package.json"))),
  fingerprint: ({ prefix }) => fingerprint({ texts: [root, prefix], files: ingredients() }),
  async run(environment, say) {
    const tool = (what, ...args) =>
      run({
        what,
        command: environment.node,
        args,
        env: environmentVariables(environment),
        onLine: say,
      });
    rmSync(path.join(folder, "dist"), { recursive: true, force: true });
    // Types are checked by npm run typecheck; a learner's set-up only needs the JavaScript.
    await tool(
      "Compiling the extension",
      path.join(modules, "typescript/bin/tsc"),
      ...["-p", folder, "--noCheck"],
    );
    await tool(
      "Bundling the extension",
      path.join(modules, "@jupyter/builder/lib/build-labextension.js"),
      ...["--core-package-file", path.join(modules, "@jupyterlab/core-meta/core.package.json")],
      folder,
    );
    rmSync(installed(environment.prefix), { recursive: true, force: true });
    cpSync(built, installed(environment.prefix), { recursive: true });
  },
};
