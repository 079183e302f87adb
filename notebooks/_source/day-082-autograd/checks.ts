import { defineChecks, exercise, type Expect } from "daylab/check";

interface Node {
  readonly parents: readonly Node[];
  readonly slopes: readonly number[];
  data: number;
  grad: number;
}

const leaf = (data: number): Node => ({ data, grad: 0, parents: [], slopes: [] });
const made = (data: number, parents: Node[], slopes: number[]): Node => ({
  data,
  grad: 0,
  parents,
  slopes,
});

/** a · b + a: two paths lead from a to the result. */
function twoPaths() {
  const [a, b] = [leaf(2), leaf(3)];
  const product = made(6, [a, b], [3, 2]);
  return { a, b, output: made(8, [product, a], [1, 1]) };
}

/** x reaches the last number at once, and over two others: x, g(x), h(g(x)), x + h(g(x)). */
function shortAndLong() {
  const x = leaf(1);
  const g = made(2, [x], [2]);
  const h = made(4, [g], [2]);
  const names = new Map([
    [x, "x"],
    [g, "g"],
    [h, "h"],
  ]);
  return { output: made(5, [x, h], [1, 1]), names };
}

export default defineChecks({
  product: exercise<(a: Node, b: Node) => Node>({
    title: "A product",
    hints: [
      "Copy `sum` and change two things: the number, and the slopes.",
      "With b = 3 the product is 3a. If a grows by 1, the product grows by 3: by b.",
      "The slopes stand in the order of the parents: first that towards a, then that towards b.",
    ],
    check(times, expect: Expect) {
      expect.type(times, "function");
      const [a, b] = [leaf(2), leaf(3)];
      const got = times(a, b);
      expect.type(got, "object", "times(a, b) returns a Value, not a number.");
      expect.close(got.data, 6, 1e-12, "data of 2 times 3");
      expect.that(
        got.parents.length === 2 && got.parents[0] === a && got.parents[1] === b,
        `The product must remember where it came from.\nExpected: parents [a, b]\nReceived: ${got.parents.length} parents${got.parents.length === 2 ? ", but not a and b in this order" : ""}. They are the second argument of new Value.`,
      );
      expect.that(
        !(got.slopes[0] === 2 && got.slopes[1] === 3),
        "For a = 2, b = 3 your slopes are [2, 3]: each is its own number.\nIf a grows from 2 to 3, the product grows from 6 to 9, by 3. So the slope towards a is b.",
      );
      expect.close(
        got.slopes,
        [3, 2],
        1e-12,
        "Slopes of a · b at a = 2, b = 3, first towards a, then towards b. (1 and 1 are those of a sum.)",
      );
    },
  }),

  tanh: exercise<(x: Node) => Node>({
    title: "A bend",
    hints: [
      "Keep the result: `const t = Math.tanh(x.data)`. You need it twice.",
      "The slope is 1 less the square of t, not of x.",
      "`new Value(t, [x], [1 - t * t])`",
    ],
    check(bend, expect: Expect) {
      expect.type(bend, "function");
      const x = leaf(0.5);
      const got = bend(x);
      const t = Math.tanh(0.5);
      expect.type(got, "object", "bend(x) returns a Value, not a number.");
      expect.close(got.data, t, 1e-12, "data of tanh(0.5)");
      expect.that(
        got.parents.length === 1 && got.parents[0] === x,
        `A bend has one parent, x.\nReceived: ${got.parents.length} parents.`,
      );
      const slope = got.slopes[0];
      const known = "tanh(0.5) is t = 0.46212.";
      expect.that(
        Math.abs(slope - 0.75) > 1e-9,
        `${known} Your slope is 0.75, which is 1 - x². Square the result t, not the input x.`,
      );
      expect.that(
        Math.abs(slope - (1 - t)) > 1e-9,
        `${known} Your slope is ${slope.toFixed(5)}, which is 1 - t. The square is missing.`,
      );
      expect.close(
        got.slopes,
        [1 - t * t],
        1e-9,
        `${known} The slope there is 1 - t². It is 1 only at x = 0, where the curve is steepest.`,
      );
    },
  }),

  order: exercise<(output: Node) => Node[]>({
    title: "The order",
    hints: [
      "Write a function `visit(node)` that calls itself for each parent, and only then adds the node to the list.",
      "Keep a `Set` of nodes that were visited. If a node is in it, return at once.",
      "`if (seen.has(node)) return; seen.add(node); node.parents.forEach(visit); sorted.push(node);`",
    ],
    check(sortGraph, expect: Expect) {
      expect.type(sortGraph, "function");
      const { a, b, output } = twoPaths();
      const sorted = sortGraph(output);
      expect.type(sorted, "array");
      expect.equal(
        sorted.length,
        4,
        `a · b + a has four numbers: a, b, the product and the sum. ${sorted.length > 4 ? "One stands in your list twice: a number that was visited must not be visited again." : "Some are missing."}`,
      );
      expect.that(
        sorted.includes(a) && sorted.includes(b),
        "a and b themselves belong into the list: it holds all numbers, also those without parents.",
      );
      expect.that(
        sorted[3] === output,
        `The result a · b + a must come last.\nReceived the numbers ${sorted.map((node) => node.data).join(", ")}: the result, 8, stands at place ${sorted.indexOf(output) + 1} of 4. A number goes into the list after its parents did.`,
      );
      const long = shortAndLong();
      const places = sortGraph(long.output);
      expect.equal(places.length, 4, "The numbers of x + h(g(x)): x, g, h and the sum.");
      const name = (node: Node) => long.names.get(node) ?? "sum";
      for (const node of places)
        for (const parent of node.parents)
          expect.that(
            places.indexOf(parent) < places.indexOf(node),
            `For x + h(g(x)) your order is ${places.map(name).join(", ")}.\n${name(node)} stands before its parent ${name(parent)}. x is near the result on one path and far from it on another: the far one counts.`,
          );
    },
  }),

  backward: exercise<(output: Node) => void>({
    title: "Find the planted bugs",
    hints: [
      "a is the parent of two numbers. The second `parent.grad = …` wipes out what the first had left.",
      "With `+=` one call is right. For the second call: what stands in `grad` before it starts?",
      "First a loop of its own: `for (const node of sorted) node.grad = 0;`, then `output.grad = 1`, then the walk.",
    ],
    check(pullBack, expect: Expect) {
      expect.type(pullBack, "function");
      const { a, b, output } = twoPaths();
      pullBack(output);
      expect.that(
        a.grad !== 0 && b.grad !== 0,
        `The slopes of a · b + a towards a and b are 4 and 2.\nReceived: ${a.grad} and ${b.grad}. Set all gradients to 0 in a loop of its own before the walk: within it you wipe out what was just handed on.`,
      );
      expect.that(
        a.grad === 4,
        `The slope of a · b + a towards a is b + 1 = 4, over two paths.\nReceived: ${a.grad}${a.grad === 3 || a.grad === 1 ? ", one path alone. The one must be added to the other, not put in its place" : ""}.`,
      );
      expect.equal(b.grad, 2, "The slope of a · b + a towards b is a = 2.");
      pullBack(output);
      expect.that(
        a.grad === 4,
        `The second call on the same graph must give 4 for a again.\nReceived: ${a.grad}. The gradients of the first call were still there.`,
      );
      expect.equal(output.grad, 1, "The slope of the result towards itself is 1.");
    },
  }),
});
