import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SetupProblem } from "../problem.mjs";
import { packageFolder } from "./compile.mjs";

const isNil = [
  "(0, util_1.isNullOrUndefined)",
  "(function (v) { return v === null || v === undefined; })",
];

/**
 * Defects of tfjs-node 4.22, its last release: `util.is…` went away in Node 23 (mended upstream in
 * pull request 8425, never released), and a TensorBoard histogram of constant weights concatenates
 * scalars.
 */
const patches = {
  "dist/nodejs_kernel_backend.js": [
    isNil,
    ["(0, util_1.isArray)", "Array.isArray"],
    [
      "tf.concat([bucketStart, bucketEnd, bucketCounts_1])",
      "tf.stack([bucketStart, bucketEnd, bucketCounts_1])",
    ],
  ],
  "dist/kernels/TopK.js": [isNil],
};

/** Mends the package in place; a package that is already mended stays as it is. */
export function patchPackage(folder = packageFolder) {
  for (const [name, edits] of Object.entries(patches)) {
    const file = path.join(folder, name);
    const before = existsSync(file) ? readFileSync(file, "utf8") : "";
    const after = edits.reduce((text, [wrong, right]) => text.replaceAll(wrong, right), before);
    if (!edits.every(([, right]) => after.includes(right))) {
      throw new SetupProblem(
        `${name} of @tensorflow/tfjs-node is not the file that version 4.22.0 ships.`,
        "Delete node_modules and run npm run setup again.",
      );
    }
    if (after !== before) writeFileSync(file, after);
  }
}
