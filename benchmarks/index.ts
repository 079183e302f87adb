/** `npm run benchmark [-- kernel | frame | scan | learn | nn | text] [--rounds N] [--quick]`: see README.md. */
import { benchmarkFrame } from "./frame/index.ts";
import { benchmarkKernel } from "./kernel/index.ts";
import { benchmarkLearn } from "./learn/index.ts";
import { benchmarkNn } from "./nn/index.ts";
import { publish } from "./report/publish.ts";
import { benchmarkScan } from "./scan/index.ts";
import { readArguments, settingsOf } from "./settings.ts";
import { benchmarkText } from "./text/index.ts";

const suites = {
  kernel: benchmarkKernel,
  frame: benchmarkFrame,
  scan: benchmarkScan,
  learn: benchmarkLearn,
  nn: benchmarkNn,
  text: benchmarkText,
};

try {
  const { chosen, ...options } = readArguments(process.argv.slice(2));
  const settings = settingsOf(options);
  for (const name of chosen) publish(settings.repository, await suites[name](settings));
} catch (error) {
  console.error(`benchmark: ${(error as Error).message}`);
  process.exitCode = 1;
}
