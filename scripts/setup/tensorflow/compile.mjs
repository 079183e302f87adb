import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { environmentVariables } from "../environment.mjs";
import { root } from "../paths.mjs";
import { run } from "../run.mjs";
import { findCompiler } from "./compiler.mjs";
import { libraryFolder } from "./fetch.mjs";
import { tensorflowTarget } from "./target.mjs";

export const packageFolder = path.join(root, "node_modules/@tensorflow/tfjs-node");

/** Node-API 8 is the newest the package knows, and every Node from 18 on speaks it. */
const nodeApi = 8;

export const addonFile = path.join(packageFolder, `lib/napi-v${nodeApi}/tfjs_binding.node`);

/**
 * Compiles the addon from the source that ships in the npm package, against the fetched C library
 * and npm's `node-api-headers`. The libraries are linked, not copied: they are 600 MB.
 *
 * @param {import("../environment.mjs").Environment} environment
 * @param {(line: string) => void} say
 */
export async function compileAddon(environment, say) {
  const [compiler, ...compilerArgs] = await findCompiler(environment, say);
  const { libraries } = tensorflowTarget();
  const links = path.join(packageFolder, "deps/lib");
  rmSync(path.join(packageFolder, "deps"), { recursive: true, force: true });
  mkdirSync(links, { recursive: true });
  for (const name of libraries) {
    symlinkSync(path.relative(links, path.join(libraryFolder, name)), path.join(links, name));
  }
  mkdirSync(path.dirname(addonFile), { recursive: true });
  say(`compiling the addon with ${[path.basename(compiler), ...compilerArgs].join(" ")}`);
  await run({
    what: "Compiling the TensorFlow addon",
    command: compiler,
    args: [
      ...compilerArgs,
      ...["-std=c++17", "-O2", "-fPIC", "-shared", `-DNAPI_VERSION=${nodeApi}`],
      ...[
        path.join(root, "node_modules/node-api-headers/include"),
        path.join(libraryFolder, "include"),
        "binding",
      ].map((folder) => `-I${folder}`),
      ...["binding/tfjs_backend.cc", "binding/tfjs_binding.cc"],
      ...libraries.map((name) => path.join(links, name)),
      ...(process.platform === "darwin"
        ? ["-undefined", "dynamic_lookup", "-Wl,-rpath,@loader_path/../../deps/lib"]
        : ["-Wl,-rpath,$ORIGIN/../../deps/lib"]),
      ...["-o", `${addonFile}.part`],
    ],
    cwd: packageFolder,
    env: environmentVariables(environment),
    onLine: say,
  });
  renameSync(`${addonFile}.part`, addonFile);
}
