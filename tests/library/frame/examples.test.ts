import * as frame from "../../../library/src/frame/index.ts";
import { testExamples } from "../documented-examples.ts";

describe("frame: the examples of the documentation", () => testExamples("frame", frame, 88));
