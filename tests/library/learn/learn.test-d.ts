import { DataFrame } from "../../../library/src/frame/index.ts";
import { DummyClassifier } from "../../../library/src/learn/index.ts";

const frame = new DataFrame({ size: [1, 2], city: ["Rome", "Oslo"] });

// A classifier predicts the labels' own type.
const cities: string[] = new DummyClassifier()
  .fit(frame.select(["size"]), frame.column("city"))
  .predict([[1]]);
const numbers: number[] = new DummyClassifier().fit([[1], [2]], [3, 4]).predict([[1]]);

// @ts-expect-error texts are no numbers
const wrong: number[] = new DummyClassifier().fit([[1], [2]], ["a", "b"]).predict([[1]]);
// @ts-expect-error there is no such strategy
new DummyClassifier({ strategy: "best" });
// @ts-expect-error there is no such parameter
new DummyClassifier({ stategy: "prior" });

export { cities, numbers, wrong };
