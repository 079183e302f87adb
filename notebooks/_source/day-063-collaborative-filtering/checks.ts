import { defineChecks, exercise, type Expect } from "daylab/check";

type Stars = readonly (number | null)[];
type Numbers = readonly number[];
type Update = (
  p: Numbers,
  q: Numbers,
  error: number,
  learningRate: number,
  lambda: number,
) => { p: number[]; q: number[] };

export default defineChecks({
  bias: exercise<(stars: Numbers, mean: number, lambda: number) => number>({
    title: "A careful bias",
    hints: [
      "First how far each rating lies above the mean: `y - mean`. Add these up.",
      "Divide by `stars.length + lambda`. The λ invented people found the film average: they add 0 to the sum.",
      "With no rating and λ = 0 that would be 0 / 0. Return 0 for an empty list.",
    ],
    check(shrunkBias, expect: Expect) {
      expect.type(shrunkBias, "function");
      const one = shrunkBias([5], 3.5, 5);
      expect.that(
        Math.abs(one - 1.5) > 1e-9,
        "One rating of 5, mean 3.5, λ = 5: you say 1.5, as if λ were 0.\nExpected: 1.5 / (1 + 5) = 0.25. Add λ to the count.",
      );
      expect.that(
        one > 0,
        `One rating of 5 stars, mean 3.5, λ = 5: the film is above the mean, so its bias is above 0.\nReceived: ${one}\nTake the mean away from each rating first. Then the λ invented people pull towards the mean, not towards 0 stars.`,
      );
      expect.close(one, 0.25, 1e-9, "One rating of 5, mean 3.5, λ = 5: 1.5 / 6.");
      expect.close(
        shrunkBias([2, 3, 4, 1], 3.5, 4),
        -0.5,
        1e-9,
        "Ratings 2, 3, 4, 1, mean 3.5, λ = 4: the sum is −4, the count 4 + 4.",
      );
      expect.equal(
        shrunkBias([], 3.5, 0),
        0,
        "No rating and λ = 0: nothing is known, so the bias is 0. The sum divided by the count is 0 / 0 here.",
      );
    },
  }),

  pearson: exercise<(a: Stars, b: Stars) => number>({
    title: "How alike are two people?",
    hints: [
      "First the films that both have rated: the places where neither list has `null`.",
      "Then both means, over these films only. Then the three sums of the formula.",
      "If the product under the root is 0, someone gave the same stars to all: return 0.",
    ],
    check(pearson, expect: Expect) {
      expect.type(pearson, "function");
      const a = [5, 3, null, 1, null, 4];
      const b = [4, 3, 5, 2, null, null];
      const got = pearson(a, b);
      const about =
        "They have films 1, 2 and 4 in common: stars 5, 3, 1 against 4, 3, 2, which go up and down together.";
      expect.that(
        got > 0.5,
        `${about}\nExpected: 1\nReceived: ${got}\nA film that someone has not seen is not a film with 0 stars. Leave it out.`,
      );
      expect.that(
        Math.abs(got - 0.973) > 0.001,
        `${about}\nExpected: 1\nReceived: ${got}\nThat is the cosine of the stars themselves. Take each person's mean away first.`,
      );
      expect.close(got, 1, 1e-9, about);
      const against = pearson([5, 3, 1, null], [2, 3, 4, 5]);
      expect.that(
        against < 0,
        `Stars 5, 3, 1 against 2, 3, 4: the one likes what the other dislikes.\nExpected: -1\nReceived: ${against}\nTake the means away before you multiply; stars themselves are never negative.`,
      );
      expect.close(against, -1, 1e-9, "Stars 5, 3, 1 against 2, 3, 4.");
      expect.equal(
        pearson([5, 1, null], [4, 2, 3]),
        0,
        "Two films in common. Through two points there is always a line, so it says nothing: return 0.",
      );
      const flat = pearson([4, 4, 4, 4], [1, 2, 3, 4]);
      expect.that(
        !Number.isNaN(flat),
        "Someone gave 4 stars to everything: the sum under the root is 0, and 0 / 0 is NaN.\nExpected: 0\nReceived: NaN",
      );
      expect.equal(flat, 0, "Someone gave 4 stars to everything: that says nothing about taste.");
      expect.close(
        pearson([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]),
        0.8,
        1e-9,
        "Stars 1, 2, 3, 4, 5 against 2, 1, 4, 3, 5.",
      );
    },
  }),

  update: exercise<Update>({
    title: "One step for one rating",
    hints: [
      "Against the gradient: `p[j] + learningRate * (error * q[j] - lambda * p[j])`.",
      "For q the same with p and q exchanged.",
      "Both from the old lists: `p.map((value, j) => …)` and `q.map((value, j) => …)`, no list changed in between.",
    ],
    check(update, expect: Expect) {
      expect.type(update, "function");
      const [p, q] = [
        [1, 2],
        [3, -1],
      ];
      const plain = update(p, q, 0.5, 0.1, 0);
      const about = "p = [1, 2], q = [3, -1], error 0.5, learning rate 0.1, λ = 0.";
      expect.that(
        Math.abs(plain.p[0] - 0.85) > 1e-9,
        `${about}\nYour p goes to 0.85, away from the rating: the guess was too low (the error is positive), so p should move towards q.\nExpected: 1 + 0.1 × 0.5 × 3 = 1.15. The gradient has a minus sign already.`,
      );
      expect.that(
        Math.abs(plain.p[0] - 1.05) > 1e-9,
        `${about}\nYour p is stretched by its own value. It should move towards q, and q towards p.\nExpected: 1 + 0.1 × 0.5 × 3 = 1.15\nReceived: 1.05`,
      );
      expect.close(plain.p, [1.15, 1.95], 1e-9, about);
      expect.that(
        Math.abs(plain.q[0] - 3.0575) > 1e-9,
        `${about}\nYour q moves by the new p, 1.15. Both gradients belong to the same place, so take the old p.\nExpected: 3 + 0.1 × 0.5 × 1 = 3.05\nReceived: 3.0575`,
      );
      expect.close(plain.q, [3.05, -0.9], 1e-9, about);
      const shrunk = update(p, q, 0, 0.1, 0.2);
      expect.close(
        [...shrunk.p, ...shrunk.q],
        [0.98, 1.96, 2.94, -0.98],
        1e-9,
        "Error 0, learning rate 0.1, λ = 0.2: only the penalty acts. Each number loses 2 % of itself.",
      );
      expect.equal(
        [p, q],
        [
          [1, 2],
          [3, -1],
        ],
        "The lists that were given must stay as they were.",
      );
    },
  }),

  zeros: exercise<string>({
    title: "Nothing sinks in",
    hints: [
      "The gradient of p is −error · q + λ · p. What is it if p and q are both 0?",
      "Then p does not move, nor does q. So what is p · q, after any number of epochs?",
      "The prediction is mean + biases + p · q. The biases still learn.",
    ],
    check(zeros, expect: Expect) {
      expect.that(
        zeros !== "factors",
        'You say "factors": that the numbers find their places all the same.\nThe gradient of p is −error · q + λ · p. With p = 0 and q = 0, how far does p go?',
      );
      expect.that(
        zeros !== "mean",
        'You say "mean": that nothing learns at all.\nThe factors do stand still. But is p · q the only part of the prediction that is trained?',
      );
      expect.that(
        zeros !== "neighbours",
        'You say "neighbours". No person is compared with another here.\nWhat is left of the prediction if p · q stays 0?',
      );
      expect.equal(zeros, "biases", "After 80 epochs from zeros.");
    },
  }),
});
