import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { after, before, describe, it } from "mocha";
import { projectFolder } from "../../../../kernel/src/main/install/folder.ts";
import { npmFailure } from "../../../../kernel/src/main/install/npm.ts";
import { temporaryFolder } from "../../client/environment.ts";
import { JupyterClient, streamText } from "../../client/jupyter-client.ts";

const repository = fileURLToPath(new URL("../../../../", import.meta.url));

describe("install", function () {
  this.timeout(120_000);
  const root = realpathSync(temporaryFolder());
  const notebooks = join(root, "project", "notebooks");
  let kernel: JupyterClient;

  /** Writes a package into a folder beside the project. */
  function writePackage(
    name: string,
    files: Record<string, string>,
    manifest: object = {},
  ): string {
    const folder = join(root, name);
    mkdirSync(folder, { recursive: true });
    const all = { name, version: "1.2.3", main: "index.js", types: "index.d.ts", ...manifest };
    writeFileSync(join(folder, "package.json"), JSON.stringify(all));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    return `file:${folder}`;
  }

  before(async () => {
    mkdirSync(notebooks, { recursive: true });
    // Nobody answers there: no test opens the network.
    const registry = "http://127.0.0.1:9/";
    const env = {
      npm_config_registry: registry,
      npm_config_fetch_retries: "0",
      // As where npm started JupyterLab.
      npm_config_ignore_scripts: "true",
    };
    kernel = await JupyterClient.start({
      cwd: notebooks,
      env: { ...env, npm_config_cache: join(root, "cache") },
    });
  });
  after(() => kernel.stop());

  it("makes a package importable in the next cell, with its types, though it failed before", async () => {
    const early = await kernel.execute("import { twice } from 'install-twice'");
    assert.match(String(early.reply.evalue), /Cannot find package 'install-twice'/);
    const from = writePackage("install-twice", {
      "index.js": "exports.twice = (x) => 2 * x;",
      "index.d.ts": "export function twice(x: number): number;",
    });
    const answered = await kernel.execute(`await install(${JSON.stringify(from)})`);
    assert.equal(answered.reply.status, "ok", String(answered.reply.evalue));
    assert.match(streamText(answered, "stdout"), /added 1 package/);
    assert.match(
      streamText(answered, "stdout"),
      /Added to the notebook's folder; their install scripts were not run\.\n$/,
    );
    const manifest = JSON.parse(readFileSync(join(notebooks, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    assert.deepEqual(Object.keys(manifest.dependencies), ["install-twice"]);
    assert.equal(await kernel.evaluate("import { twice } from 'install-twice'; twice(21)"), "42");
    const wrong = kernel.begin("const installed: string = twice(1)");
    await kernel.answer(wrong);
    const found = await kernel.published(wrong, ({ content }) => content.name === "stderr");
    assert.match(
      stripVTControlCharacters(String(found.content.text)),
      /TS2322: Type 'number' is not assignable to type 'string'/,
    );
  });

  it("adds to the nearest project, and leaves its other packages", async () => {
    const other = join(root, "other");
    mkdirSync(join(other, "deep", "er"), { recursive: true });
    const one = writePackage("install-one", { "index.js": "module.exports = 1;" });
    const two = writePackage("install-two", { "index.js": "module.exports = 2;" });
    writeFileSync(join(other, "package.json"), JSON.stringify({ name: "other" }));
    const deep = await JupyterClient.start({ cwd: join(other, "deep", "er") });
    try {
      for (const from of [one, two]) {
        const { reply } = await deep.execute(`await install(${JSON.stringify(from)})`);
        assert.equal(reply.status, "ok", String(reply.evalue));
      }
      assert.equal(
        await deep.evaluate("[require('install-one'), require('install-two')]"),
        "[ 1, 2 ]",
      );
      assert.ok(!existsSync(join(other, "deep", "er", "package.json")));
    } finally {
      await deep.stop();
    }
  });

  it("runs install scripts only where that is asked for", async () => {
    const script = { scripts: { install: "echo ran > ran.txt" } };
    const from = writePackage("install-script", { "index.js": "" }, script);
    const ran = () => existsSync(join(root, "install-script", "ran.txt"));
    await kernel.execute(`await install(${JSON.stringify(from)})`);
    assert.equal(ran(), false);
    const { reply } = await kernel.execute(
      `await install([${JSON.stringify(from)}], { scripts: true })`,
    );
    assert.equal(reply.status, "ok", String(reply.evalue));
    assert.equal(ran(), true);
  });

  it("without a network says so", async () => {
    const { reply } = await kernel.execute("await install('left-pad')");
    assert.equal(reply.ename, "InstallError");
    assert.match(String(reply.evalue), /npm could not reach the package registry \(ECONNREFUSED\)/);
  });

  it("can be stopped", async () => {
    const script = { scripts: { install: "echo waiting; sleep 60" } };
    const from = writePackage("install-slow", { "index.js": "" }, script);
    const id = kernel.begin(
      `setTimeout(() => console.log('under way'), 300); await install([${JSON.stringify(from)}], { scripts: true })`,
    );
    await kernel.published(id, ({ type }) => type === "stream");
    kernel.interrupt();
    assert.equal((await kernel.answer(id)).reply.ename, "KeyboardInterrupt");
    assert.equal(await kernel.evaluate("1"), "1");
  });

  for (const code of [
    "install()",
    "install('')",
    "install('--global')",
    "install('a b')",
    "install(5 as never)",
    "install([])",
  ]) {
    it(`${code} is an error that says what it wants`, async () => {
      const { reply } = await kernel.execute(`await ${code}`);
      assert.equal(reply.ename, "TypeError");
      assert.match(String(reply.evalue), /needs names of npm packages such as .* and got /);
    });
  }

  describe("says why npm failed", () => {
    for (const [printed, message] of [
      [
        "npm error code E404\nnpm error 404 Not Found - GET https://…/nope - Not found\nnpm error 404  'nope@*' is not in this registry.",
        /npm knows no package nope@\*\./,
      ],
      [
        "npm error code ETARGET\nnpm error notarget No matching version found for d3@99.\n",
        /There is no version d3@99\./,
      ],
      ["npm error code ENOTFOUND\n", /could not reach the package registry \(ENOTFOUND\)/],
      ["npm error code EACCES\n", /may not write in that folder/],
      ["npm error code EWHATEVER\n", /npm ended with exit code 1/],
    ] as const) {
      it(String(message), () => {
        assert.match(npmFailure(printed, 1, ["x"]), message);
      });
    }
  });

  describe("chooses the folder", () => {
    it("of the notebook where it lies in the kernel's own repository", () => {
      for (const folder of ["notebooks", "notebooks/01-setup-numerics", "library/src"]) {
        const path = join(repository, folder);
        assert.equal(projectFolder(path), realpathSync(path));
      }
    });

    it("none where that has a manifest of the kernel's own repository", () => {
      for (const folder of ["", "kernel"]) {
        assert.throws(
          () => projectFolder(join(repository, folder)),
          /Move the notebook to a folder/,
        );
      }
    });

    it("of a project that has the kernel as a package", () => {
      const project = join(root, "user");
      mkdirSync(join(project, "a"), { recursive: true });
      writeFileSync(join(project, "package.json"), "{}");
      assert.equal(projectFolder(join(project, "a")), project);
    });

    it("of the notebook where the next project is beyond the repository's root", () => {
      const inner = join(root, "user", "cloned", "b");
      mkdirSync(inner, { recursive: true });
      mkdirSync(join(root, "user", "cloned", ".git"));
      assert.equal(projectFolder(inner), inner);
    });
  });
});
