import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { python } from "../../kernel/client/environment.ts";
import { buildWheel, EmptyEnvironment, output, root } from "./environment.ts";

describe("the wheel of the extension", function () {
  this.timeout(300_000);
  let folder: string;
  let wheel: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "daylab-wheel-"));
    wheel = buildWheel(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("has the extension's version in its name, for every Python and machine", () => {
    const { version } = JSON.parse(
      readFileSync(path.join(root, "extension/package.json"), "utf8"),
    ) as { version: string };
    assert.equal(path.basename(wheel), `daylab_labextension-${version}-py3-none-any.whl`);
  });

  it("is the same, byte for byte, when it is built again", () => {
    const again = mkdtempSync(path.join(tmpdir(), "daylab-wheel-"));
    try {
      const digest = (file: string) =>
        createHash("sha256").update(readFileSync(file)).digest("hex");
      assert.equal(digest(buildWheel(again)), digest(wheel));
    } finally {
      rmSync(again, { recursive: true, force: true });
    }
  });

  it("is installed by pip, listed by JupyterLab as enabled and OK, and gone after pip uninstall", () => {
    const environment = new EmptyEnvironment();
    try {
      const before = environment.files();
      environment.pip("install", "--no-index", wheel);
      const [line] = /^.*@daylab\/labextension.*$/m.exec(environment.labextensions()) ?? [];
      assert.match(
        line ?? "",
        /v[\d.]+ \S*enabled\S* \S*OK\S* \(python, daylab-labextension\)/,
        "enabled and OK",
      );
      const record = environment.files().find((name) => /daylab.*RECORD$/.test(name)) ?? "";
      const rows = readFileSync(path.join(environment.prefix, record), "utf8").trim().split("\n");
      const purelib = path.dirname(path.dirname(record));
      const static_ = rows.filter((row) => row.includes("/static/"));
      assert.ok(static_.length >= 6, `${static_.length} files to load`);
      for (const row of static_) {
        const [name, sum, size] = row.split(",");
        const content = readFileSync(path.join(environment.prefix, purelib, name));
        assert.equal(sum, `sha256=${createHash("sha256").update(content).digest("base64url")}`);
        assert.equal(Number(size), content.length);
      }
      environment.pip("uninstall", "--yes", "daylab-labextension");
      assert.deepEqual(environment.files(), before);
      assert.doesNotMatch(environment.labextensions(), /@daylab/);
    } finally {
      environment.remove();
    }
  });

  it("is not built of nothing: the backend names what is missing and the remedy", () => {
    const program = [
      "import sys; sys.path.insert(0, 'extension/packaging'); sys.dont_write_bytecode = True",
      "import daylab_wheel, pathlib; daylab_wheel.BUNDLE = pathlib.Path('nowhere')",
      "daylab_wheel.build_wheel('.')",
    ].join("\n");
    assert.throws(
      () => output(python, ["-c", program]),
      /There is no nowhere.package\.json\. Run npm run wheel/,
    );
  });
});
