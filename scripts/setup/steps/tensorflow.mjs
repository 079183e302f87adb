import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { environmentVariables } from "../environment.mjs";
import { root } from "../paths.mjs";
import { SetupProblem } from "../problem.mjs";
import { fingerprint } from "../stamps.mjs";
import { addonFile, compileAddon, packageFolder } from "../tensorflow/compile.mjs";
import { fetchLibrary, isFetched } from "../tensorflow/fetch.mjs";
import { patchPackage } from "../tensorflow/patch.mjs";
import { tensorflowVersion } from "../tensorflow/target.mjs";

const recipe = ["target.mjs", "fetch.mjs", "compile.mjs", "patch.mjs", "unpack.py"].map((name) =>
  fileURLToPath(new URL(`../tensorflow/${name}`, import.meta.url)),
);

const proof = `
  const tf = require("@tensorflow/tfjs-node");
  const [answer] = tf.tensor([1, 2, 3]).square().sum().dataSync();
  if (tf.getBackend() !== "tensorflow" || answer !== 14) process.exit(2);
`;

/** tfjs-node with its real native binding, without its own installer, which downloads from elsewhere. */
export const tensorflow = {
  name: "tensorflow",
  title: `TensorFlow ${tensorflowVersion}, native`,
  expectation: "a download of 220 MB and a short compilation the first time",
  isThere: () =>
    isFetched() && existsSync(addonFile) && existsSync(path.join(packageFolder, "deps/lib")),
  fingerprint: () => fingerprint({ texts: [root], files: recipe }),
  async run(environment, say) {
    await fetchLibrary(environment, say);
    patchPackage();
    await compileAddon(environment, say);
    say("trying it");
    const trial = spawnSync(environment.node, ["-e", proof], {
      cwd: root,
      encoding: "utf8",
      env: environmentVariables(environment),
    });
    if (trial.status === 0) return;
    rmSync(addonFile);
    throw new SetupProblem(
      `The TensorFlow addon was compiled and does not load: ${trial.stderr.trim().split("\n").at(-1)}`,
      "Run npm run doctor, and report its output.",
    );
  },
};
