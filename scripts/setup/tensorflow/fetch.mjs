import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { environmentVariables } from "../environment.mjs";
import { cacheDirectory } from "../paths.mjs";
import { run } from "../run.mjs";
import { tensorflowTarget, tensorflowVersion } from "./target.mjs";

const unpack = fileURLToPath(new URL("./unpack.py", import.meta.url));

/** Holds the shared libraries, and `include/` with the C headers. */
export const libraryFolder = path.join(cacheDirectory, `libtensorflow-${tensorflowVersion}`);

export const isFetched = () =>
  tensorflowTarget().libraries.every((name) => existsSync(path.join(libraryFolder, name)));

/**
 * Downloads TensorFlow's wheel with pip, which checks its sha256, and keeps the C library and its
 * headers. The folder appears under its name only when it is whole.
 *
 * @param {import("../environment.mjs").Environment} environment
 * @param {(line: string) => void} say
 */
export async function fetchLibrary(environment, say) {
  if (isFetched()) return;
  const { project, tags, sha256, libraries } = tensorflowTarget();
  mkdirSync(cacheDirectory, { recursive: true });
  for (const name of readdirSync(cacheDirectory)) {
    if (name.startsWith("tensorflow-part-"))
      rmSync(path.join(cacheDirectory, name), { recursive: true });
  }
  const part = mkdtempSync(path.join(cacheDirectory, "tensorflow-part-"));
  const requirement = path.join(part, "requirement.txt");
  writeFileSync(requirement, `${project}==${tensorflowVersion} --hash=sha256:${sha256}\n`);
  say(`downloading ${project} ${tensorflowVersion}`);
  await run({
    what: "Downloading TensorFlow",
    command: environment.python,
    args: [
      ...[
        "-m",
        "pip",
        "download",
        "--disable-pip-version-check",
        "--no-deps",
        "--only-binary=:all:",
        "--require-hashes",
      ],
      ...["--implementation", "cp", "--python-version", "3.11", "--abi", "cp311"],
      ...tags.flatMap((tag) => ["--platform", tag]),
      ...["-d", part, "-r", requirement],
    ],
    env: environmentVariables(environment),
    onLine: say,
  });
  const wheel = readdirSync(part).find((name) => name.endsWith(".whl"));
  const whole = path.join(part, "library");
  say("unpacking the C library and its headers");
  await run({
    what: "Unpacking TensorFlow",
    command: environment.python,
    args: [unpack, path.join(part, wheel), whole, ...libraries],
    onLine: say,
  });
  rmSync(libraryFolder, { recursive: true, force: true });
  renameSync(whole, libraryFolder);
  rmSync(part, { recursive: true });
}
