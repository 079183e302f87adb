import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { describe, it } from "mocha";
import { installKernelspec, kernelsDirectory } from "@daylab/kernel";
import { python, temporaryFolder } from "../client/environment.ts";

describe("kernels directory", () => {
  it("of the user is where Jupyter looks", () => {
    const target = { kind: "user" } as const;
    const paths = execFileSync(
      python,
      ["-c", "from jupyter_core.paths import jupyter_data_dir as d; print(d())"],
      { encoding: "utf8", env: { HOME: "/home/somebody", PATH: process.env.PATH } },
    ).trim();
    if (process.platform === "linux") {
      assert.equal(
        kernelsDirectory(target, { XDG_DATA_HOME: "/home/somebody/.local/share" }),
        join(paths, "kernels"),
      );
    }
    assert.equal(kernelsDirectory(target, { JUPYTER_DATA_DIR: "/data" }), join("/data", "kernels"));
  });

  it("of an environment is that of the active one, or of the jupyter on the PATH", () => {
    const target = { kind: "sys-prefix" } as const;
    const below = (prefix: string) => join(prefix, "share", "jupyter", "kernels");
    assert.equal(kernelsDirectory(target, { VIRTUAL_ENV: "/venv" }), below("/venv"));
    assert.equal(kernelsDirectory(target, { CONDA_PREFIX: "/conda" }), below("/conda"));
    const prefix = temporaryFolder();
    mkdirSync(join(prefix, "bin"));
    writeFileSync(join(prefix, "bin", "jupyter"), "");
    const PATH = `/nowhere:${join(prefix, "bin")}`;
    assert.equal(kernelsDirectory(target, { PATH }), below(prefix));
    assert.throws(() => kernelsDirectory(target, { PATH: "/nowhere" }), /Activate the environment/);
  });
});

describe("kernelspec", () => {
  const prefix = temporaryFolder();
  const folder = installKernelspec({ target: { kind: "prefix", prefix } });

  it("is found by Jupyter, with its name and language", () => {
    const listed = execFileSync(python, ["-m", "jupyter", "kernelspec", "list", "--json"], {
      encoding: "utf8",
      env: { ...process.env, JUPYTER_PATH: join(prefix, "share", "jupyter") },
    });
    const { kernelspecs } = JSON.parse(listed) as {
      kernelspecs: Record<string, { resource_dir: string; spec: Record<string, unknown> }>;
    };
    const { spec, resource_dir } = kernelspecs.daylab;
    assert.equal(resource_dir, folder);
    assert.equal(spec.display_name, "TypeScript (Daylab)");
    assert.equal(spec.language, "typescript");
    assert.equal(spec.interrupt_mode, "message");
    assert.deepEqual(spec.env, { TF_CPP_MIN_LOG_LEVEL: "3" });
  });

  it("starts the real Node.js by absolute paths that exist", () => {
    const file = readFileSync(join(folder, "kernel.json"), "utf8");
    const [node, flag, script, ...rest] = (JSON.parse(file) as { argv: string[] }).argv;
    assert.equal(node, process.execPath);
    assert.equal(flag, "--no-force-async-hooks-checks");
    assert.ok(isAbsolute(script) && existsSync(script));
    assert.deepEqual(rest, ["launch", "--connection-file", "{connection_file}"]);
  });

  it("has a logo", () => {
    assert.match(readFileSync(join(folder, "logo-svg.svg"), "utf8"), /^<svg /);
  });

  it("replaces one of the same name whole", () => {
    writeFileSync(join(folder, "old-logo.png"), "");
    installKernelspec({ target: { kind: "prefix", prefix } });
    assert.ok(!existsSync(join(folder, "old-logo.png")));
  });
});
