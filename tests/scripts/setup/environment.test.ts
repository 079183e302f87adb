import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  condaEnvironment,
  environmentVariables,
  venvEnvironment,
} from "../../../scripts/setup/environment.mjs";

/** A folder as conda makes it, with a Node that says this version. */
function condaPrefix(
  nodeVersion: string,
  files = ["bin/jupyter-lab", "lib/node_modules/npm/bin/npm-cli.js"],
): string {
  const prefix = mkdtempSync(path.join(tmpdir(), "daylab-conda-"));
  for (const name of [...files, "bin/node"]) {
    const file = path.join(prefix, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\necho ${nodeVersion}\n`);
    chmodSync(file, 0o755);
  }
  return prefix;
}

describe("condaEnvironment", () => {
  const prefixes: string[] = [];
  const make = (...args: Parameters<typeof condaPrefix>) => {
    prefixes.push(condaPrefix(...args));
    return prefixes[prefixes.length - 1];
  };
  after(() => prefixes.forEach((prefix) => rmSync(prefix, { recursive: true })));

  it("is the active one where it holds JupyterLab and Node 24", () => {
    const prefix = make("v24.1.0");
    assert.equal(condaEnvironment(prefix)?.node, path.join(prefix, "bin/node"));
    assert.equal(condaEnvironment(prefix)?.kind, "conda");
  });

  it("is passed over where its Node is older, or JupyterLab is missing, or none is active", () => {
    assert.equal(condaEnvironment(make("v22.20.0")), undefined);
    assert.equal(
      condaEnvironment(make("v24.1.0", ["lib/node_modules/npm/bin/npm-cli.js"])),
      undefined,
    );
    assert.equal(condaEnvironment(""), undefined);
  });
});

describe("environmentVariables", () => {
  it("puts the environment first on PATH and hides an outer npm", () => {
    const environment = venvEnvironment("/clone/.venv");
    process.env.npm_lifecycle_event = "start";
    const variables: Record<string, string | undefined> = environmentVariables(environment);
    delete process.env.npm_lifecycle_event;
    assert.ok(variables.PATH?.startsWith(`/clone/.venv/bin${path.delimiter}`));
    assert.equal(variables.npm_lifecycle_event, undefined);
    assert.equal(variables.VIRTUAL_ENV, "/clone/.venv");
  });
});
