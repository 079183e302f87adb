import { missingSteps, ensureSetup, reportingProblems } from "./setup/index.mjs";

/** `npm run setup`: sets the clone up, and does nothing where that is done. */
await reportingProblems(async () => {
  if (missingSteps().length === 0) console.log("Everything is set up.");
  await ensureSetup();
});
