import assert from "node:assert/strict";
import { startArguments, withDefaults } from "../../../scripts/setup/start-arguments.mjs";

const user = { uid: 1000 };

describe("startArguments", () => {
  it("passes on --no-browser, --port and Jupyter's own options", () => {
    assert.deepEqual(startArguments(["--no-browser", "--port", "8899"], user), [
      "--no-browser",
      "--port=8899",
    ]);
    assert.deepEqual(startArguments(["--port=1", "--ServerApp.token=x"], user), [
      "--port=1",
      "--ServerApp.token=x",
    ]);
  });

  it("lets root start JupyterLab", () => {
    assert.deepEqual(startArguments([], { uid: 0 }), ["--allow-root"]);
  });

  for (const [given, message] of [
    [["--port"], /--port without a value/],
    [["--port", "http"], /--port http/],
    [["--port=70000"], /--port 70000/],
    [["--browser"], /does not know --browser/],
  ] as const) {
    it(`refuses ${given.join(" ")}`, () => {
      assert.throws(() => startArguments([...given], user), message);
    });
  }
});

describe("withDefaults", () => {
  it("leaves out a default that was given", () => {
    assert.deepEqual(withDefaults(["--A.b=1"], { "--A.b": "2", "--A.c": "3" }), [
      "--A.c=3",
      "--A.b=1",
    ]);
  });
});
