import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv";
import * as vegaLite from "vega-lite";
import type { AnySpec, Chart } from "../../../library/src/plot/index.ts";

const schemaFile = createRequire(import.meta.url).resolve("vega-lite/build/vega-lite-schema.json");
const ajv = new Ajv({ allErrors: true, unknownFormats: "ignore" });
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")) as object);

/**
 * The spec obeys the JSON schema of the Vega-Lite that JupyterLab ships, compiles there without a
 * warning, and survives the way through JSON unchanged.
 */
export function assertValidSpec(chart: Chart<AnySpec>): void {
  const spec = JSON.parse(JSON.stringify(chart.spec)) as vegaLite.TopLevelSpec;
  assert.deepEqual(spec, chart.spec, "the spec is plain JSON");
  assert.ok(validate(spec), ajv.errorsText(validate.errors?.slice(0, 5)));
  const said: string[] = [];
  const collect = (...words: readonly unknown[]) => {
    said.push(words.join(" "));
    return logger;
  };
  const logger = {
    warn: collect,
    error: collect,
    info: () => logger,
    debug: () => logger,
    level: () => logger,
  };
  vegaLite.compile(spec, { logger: logger as never });
  assert.deepEqual(said, []);
  assert.equal(vegaLite.version, "5.6.1");
}
