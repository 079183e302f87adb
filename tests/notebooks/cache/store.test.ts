import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import { cachedRun, keepRun } from "../../../scripts/lessons/cache/store.ts";
import { root } from "../../../scripts/lessons/curriculum/curriculum.ts";
import type { LessonRun } from "../../../scripts/lessons/run/run-lesson.ts";

const run: LessonRun = {
  id: "day-001",
  variant: "starter",
  problems: [],
  seconds: 3,
  megabytes: 400,
  outcomes: [],
  size: { text: 1, images: 0 },
  file: "elsewhere.ipynb",
  notebook: {
    cells: [],
    metadata: {
      daylab: { exercises: [], lesson: "day-001" },
      kernelspec: { display_name: "TypeScript (Daylab)", language: "typescript", name: "daylab" },
      language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  },
  failure: null,
  overtime: false,
};

describe("runs that are kept", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(root, ".cache/store-"))));
  after(() => rmSync(folder, { recursive: true }));
  const target = () => path.join(folder, "results/day-001.ipynb");

  it("come back with their notebook, and say that they were not executed", () => {
    keepRun("k", run, folder);
    assert.deepEqual(cachedRun("k", target(), folder), { ...run, file: target(), cached: true });
    assert.deepEqual(JSON.parse(readFileSync(target(), "utf8")), run.notebook);
  });

  it("are only those that passed", () => {
    keepRun("failed", { ...run, problems: ["no"] }, folder);
    assert.equal(cachedRun("failed", target(), folder), undefined);
  });

  it("do not come back from a file that was cut off", () => {
    keepRun("cut", run, folder);
    const file = path.join(folder, "cut.json");
    writeFileSync(file, readFileSync(file, "utf8").slice(0, 100));
    assert.equal(cachedRun("cut", target(), folder), undefined);
  });
});
