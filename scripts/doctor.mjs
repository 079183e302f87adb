import { currentEnvironment } from "./setup/index.mjs";
import { doctorReport } from "./setup/doctor-report.mjs";

/** `npm run doctor`: what is installed, in which version, what is missing, and the remedy. */
const marks = { ok: "✓", missing: "✗", optional: "–" };
const report = doctorReport(currentEnvironment());
const width = Math.max(...report.map(({ thing }) => thing.length));
for (const { thing, found, state, remedy } of report) {
  console.log(`${marks[state]} ${thing.padEnd(width)}  ${found}`);
  if (remedy) console.log(`  ${" ".repeat(width)}  → ${remedy}`);
}
const missing = report.filter(({ state }) => state === "missing").length;
console.log(
  missing === 0
    ? "\nEverything Daylab needs is here."
    : `\n${missing} of ${report.length} things are missing.`,
);
process.exitCode = missing === 0 ? 0 : 1;
