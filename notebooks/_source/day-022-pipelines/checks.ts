import { defineChecks, exercise, type Expect } from "daylab/check";

type Cell = number | string | null;
type Cells = Cell[][];

interface Step {
  readonly type: string;
  learned: Cell[][];
  fit(x: Cells): void;
  transform(x: Cells): Cells;
}

interface Model {
  fit(x: Cells, y: number[]): void;
  predict(x: Cells): number[];
}

/** A step on one column that learns one number and applies it. */
function step(type: string, learn: (values: number[]) => number, apply: Apply): Step {
  return {
    type,
    learned: [],
    fit(x) {
      this.learned = [[learn(x.map(([cell]) => Number(cell)))]];
    },
    transform(x) {
      return x.map(([cell]) => [apply(Number(cell), Number(this.learned[0]?.[0]))]);
    },
  };
}
type Apply = (value: number, learned: number) => number;

const subtractMean = () =>
  step(
    "subtractMean",
    (values) => values.reduce((a, b) => a + b, 0) / values.length,
    (value, mean) => value - mean,
  );
const divideByLargest = () =>
  step(
    "divideByLargest",
    (values) => Math.max(...values),
    (value, largest) => value / largest,
  );

/** A model that notes what it is given, and predicts ten times the feature. */
function spy(): Model & { seen: Cells } {
  return {
    seen: [],
    fit(x) {
      this.seen = x;
    },
    predict: (x) => x.map(([cell]) => 10 * Number(cell)),
  };
}

interface Json {
  readonly save: (steps: Step[]) => string;
  readonly restore: (text: string) => Step[];
  readonly makers: Readonly<Record<string, () => Step>>;
}

export default defineChecks({
  chain: exercise<(steps: Step[], model: Model) => Model>({
    title: "A pipeline",
    hints: [
      "Return an object with two methods: `({ fit(x, y) { … }, predict(x) { … } })`.",
      "In `fit` keep a variable `now`, at first `x`. Each step fits on `now`, then `now = step.transform(now)`.",
      "In `predict` only transform: `steps.reduce((now, step) => step.transform(now), x)`, then ask the model.",
    ],
    check(chain, expect: Expect) {
      expect.type(chain, "function");
      const model = spy();
      const pipe = chain([subtractMean(), divideByLargest()], model);
      expect.type(pipe, "object", "chain(steps, model) returns an object with fit and predict.");
      pipe.fit([[1], [3], [8]], [0, 0, 0]);
      const example =
        "The steps: subtract the mean, then divide by the largest. Learnt from 1, 3, 8: the mean is 4; what is left is -3, -1, 4, so the largest is 4.";
      expect.that(
        Math.abs(Number(model.seen[2]?.[0]) - 0.5) > 1e-9,
        `${example}\nYour second step learnt the largest of the raw values, 8. It must be fitted on what the first step gave.`,
      );
      expect.close(
        model.seen.map(([cell]) => Number(cell)),
        [-0.75, -0.25, 1],
        1e-9,
        `${example}\nWhat the model was fitted on.`,
      );
      const got = pipe.predict([[4], [6]]);
      expect.that(
        Math.abs(got[0] - 40) > 1e-9,
        "The model was asked about raw values, which it has never seen. In predict, send x through the steps first.",
      );
      const [alone] = pipe.predict([[6]]);
      expect.that(
        Math.abs(alone - got[1]) < 1e-9,
        `The value 6 gives ${got[1]} beside a 4, and ${alone} alone: your predict fits the steps anew.\nfit learns. predict only applies what was learnt.`,
      );
      expect.close(
        got,
        [0, 5],
        1e-9,
        `${example}\nPredictions (ten times the feature) for 4 and 6.`,
      );
    },
  }),

  alone: exercise<number>({
    title: "One at a time",
    hints: [
      "What is the mean of one number? What is left of it when you subtract that mean?",
      "The same happens in all four columns, with every home.",
      "The model gets four zeros, whoever asks.",
    ],
    check(different, expect: Expect) {
      expect.type(different, "number");
      expect.that(
        different !== 400,
        "400: so it would be with what was learnt in the notebook. But the scaler is fitted on the one home that comes in.\nWhat is a home, less the mean of this home alone?",
      );
      expect.equal(
        different,
        1,
        "How many different prices the service says. Try the sum by hand for one home.",
      );
    },
  }),

  json: exercise<Json>({
    title: "There and back",
    hints: [
      "`JSON.stringify(steps.map(({ type, learned }) => ({ type, learned })))` is the text.",
      "`JSON.parse(text)` gives a list of `{ type, learned }`. Each needs its verbs back: `makers[type]()`.",
      "`Object.assign(makers[type](), { learned })` is a fresh step that knows what the old one had learnt.",
    ],
    check({ save, restore, makers }, expect: Expect) {
      expect.type(save, "function");
      expect.type(restore, "function");
      const scale = makers.scale();
      scale.fit([[1], [3], [8]]);
      const text = save([scale]);
      expect.type(text, "string", "save gives a text.");
      expect.that(
        text.includes("4"),
        `The text does not hold the mean that was learnt, 4.\nReceived: ${text.slice(0, 120)}\nKeep the type and what was learned of each step. The other computer has nothing but this text.`,
      );
      const back = restore(text);
      expect.equal(back.length, 1, "One step was saved, so one comes back.");
      expect.that(
        typeof back[0].transform === "function",
        "What came back has no transform: JSON keeps data, not functions.\nMake a fresh step with makers[type]() and give it what was learnt.",
      );
      expect.that(
        back[0] !== scale,
        "restore gave the old step itself. Make a new one from the text.",
      );
      expect.close(
        back[0].transform([[4], [8]]).map(([cell]) => Number(cell)),
        scale.transform([[4], [8]]).map(([cell]) => Number(cell)),
        1e-12,
        "A scaler that had learnt from 1, 3, 8, after the journey, asked about 4 and 8.",
      );
      const filled = makers.fillWords();
      filled.fit([["flat"], [null]]);
      const [, again] = restore(save([scale, filled]));
      expect.equal(
        again.transform([[null]]),
        [["unknown"]],
        "The second of two steps, fillWords, after the journey, asked about a gap.",
      );
    },
  }),
});
