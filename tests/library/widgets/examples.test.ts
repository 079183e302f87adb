import * as widgets from "../../../library/src/widgets/index.ts";
import { testExamples } from "../documented-examples.ts";
import { recordingHost } from "../recording-host.ts";

describe("widgets: the examples of the documentation", () => {
  let host: ReturnType<typeof recordingHost>;
  before(() => (host = recordingHost()));
  after(() => {
    widgets.closeAll();
    host.remove();
  });

  testExamples("widgets", { ...widgets, Uint8Array }, 20);
});
