import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** A process of its own: the time zone is read once, when Node starts. */
function timeIn(zone: string): string {
  const file = join(import.meta.dirname, "../../../library/src/check/time.ts");
  const code = `import { localTime } from ${JSON.stringify(file)};
    console.log(localTime(new Date("2026-01-01T23:30:00.250Z")))`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", code], {
    env: { ...process.env, TZ: zone },
    encoding: "utf8",
  }).trim();
}

describe("check: local time", () => {
  it("has the learner's date and offset", () => {
    assert.equal(timeIn("UTC"), "2026-01-01T23:30:00.250+00:00");
    assert.equal(timeIn("Asia/Kolkata"), "2026-01-02T05:00:00.250+05:30");
    assert.equal(timeIn("America/St_Johns"), "2026-01-01T20:00:00.250-03:30");
  });
});
