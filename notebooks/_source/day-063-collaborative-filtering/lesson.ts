// %% [header] minutes=40
// A table of stars in which seven of ten places are empty. Today you fill the holes: with a mean, with
// neighbours, and with four numbers for each person that nobody ever asked for.

// %% [markdown]
// ## Why this matters
//
// You have rated thirty films. Which of the other seventy will you like? The shop knows nothing about
// you but the stars you gave, and nothing about films but the stars they got. It turns out to be enough.
// This is called **collaborative filtering**: people help each other to choose, without ever meeting.
//
// (Day 62 recommended by content: it knew what each film is about. Today no one knows.)
//
// The question of the day: **how well can one guess a rating from other ratings, and whom does it fail?**

// %% tags=["setup"]
import { DataFrame } from "daylab/frame";
import { Ridge, TruncatedSVD } from "daylab/learn";
import { Random } from "daylab/nn";
import * as plot from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-063");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Stars that 150 people gave to 100 films |
// | **Source** | made here by a seeded generator, in the next cell |
// | **Size** | about 4 400 ratings of 15 000 possible ones: 70 % of the table is empty |
// | **Units** | stars, from 0.5 to 5 in steps of a half |
// | **Licence** | made by Daylab: free for any use |
//
// Why made, and not real? Because we want to know what cannot be known of real ratings: what people
// *would* have said of the films they never saw. (Real ones: MovieLens 100k, with `download` of
// `daylab/datasets`, where a network is at hand.)
//
// Everybody has four tastes, and every film four traits, as numbers. An opinion is their **dot product**
// (multiply in pairs, add up), and how generous the person is, and how well liked the film is. Then come
// a mood, and rounding to half stars.

// %%
interface Rating {
  readonly user: number;
  readonly film: number;
  readonly stars: number;
}
const [users, films] = [150, 100];
const random = new Random(63);
const normals = (rows: number, columns: number, std: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal(0, std)));
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, j) => sum + value * b[j], 0);

const [tastes, traits] = [normals(users, 4, 0.62), normals(films, 4, 0.62)];
const [generous, liked] = [normals(1, users, 0.3)[0], normals(1, films, 0.35)[0]];
const halfStars = (value: number) => Math.min(5, Math.max(0.5, Math.round(2 * value) / 2));
const say = (taste: readonly number[], film: number, bonus: number, mood: Random) =>
  halfStars(3.5 + bonus + liked[film] + dot(taste, traits[film]) + mood.normal(0, 0.3));

const ratings: Rating[] = tastes.flatMap((taste, user) => {
  const count = 6 + Math.floor(72 * random.uniform() ** 2);
  return [...random.permutation(films)].slice(0, count).map((film) =>
    ({ user, film, stars: say(taste, film, generous[user], random) }));
});

// %%
const corner = Array.from({ length: 40 }, () => Array<number>(60).fill(NaN));
for (const { user, film, stars } of ratings) if (user < 40 && film < 60) corner[user][film] = stars;
console.log(`${ratings.length} ratings`);
plot.heatmap(corner, { xTitle: "Film (number)", yTitle: "Person (number)",
  colorTitle: "stars" })

// %% [markdown]
// *A corner of the table: 40 people, 60 films. White is unknown. Some people rate a lot, some hardly.*
//
// ## Three parts, one number
//
// Some ratings we put away: 550 to choose with (the validation set), 550 for the very end (the test
// set). The others are for learning. We measure by the root of the mean squared error (RMSE), in stars.

// %%
const mixed = random.shuffle(ratings);
const [test, validation, train] = [mixed.slice(0, 550), mixed.slice(550, 1100), mixed.slice(1100)];

type Model = (user: number, film: number) => number;
const rmse = (model: Model, on: readonly Rating[]) => Math.sqrt(
  on.reduce((sum, { user, film, stars }) => sum + (stars - model(user, film)) ** 2, 0) / on.length);
const report = (name: string, model: Model) => console.log(name.padEnd(24),
  `training ${rmse(model, train).toFixed(3)}   validation ${rmse(model, validation).toFixed(3)}`);

const mean = train.reduce((sum, { stars }) => sum + stars, 0) / train.length;
report("the mean, for everyone", () => mean);

// %% [markdown]
// That is the baseline: always say 3.6 stars, and be wrong by 0.9.
//
// ## Generous people, good films
//
// Surely some people give more stars, and some films get more. Call these **biases**: $b_u$ for the person
// (user) $u$, $b_i$ for the film (item) $i$. With the mean $\mu$:
//
// $$\hat{y}_{u,i} = \mu + b_u + b_i$$
//
// A film with a single rating of 5 stars: is it 1.4 stars better than the mean? Hardly. One voice is not
// much. So one adds a number $\lambda$ to the count, as if $\lambda$ more people had found it average:
//
// $$b_i = \frac{\sum (y - \mu)}{n_i + \lambda}$$
//
// The sum goes over the $n_i$ ratings $y$ of the film.
//
// ### Exercise 1: a careful bias
//
// Write `shrunkBias(stars, mean, lambda)`: the bias of a film with these ratings. With no rating at all
// it is 0.

// %% exercise="bias"
let shrunkBias: (stars: readonly number[], mean: number, lambda: number) => number = todo();
// --- solution
shrunkBias = (stars, mean, lambda) =>
  stars.length === 0 ? 0 : stars.reduce((sum, y) => sum + y - mean, 0) / (stars.length + lambda);
// --- end

// %% tags=["test-wrong"] exercise="bias"
shrunkBias = (stars, mean, lambda) =>
  stars.length === 0 ? 0 : stars.reduce((sum, y) => sum + y, 0) / (stars.length + lambda) - mean;

// %% tags=["test-wrong"] exercise="bias"
shrunkBias = (stars, mean) =>
  stars.length === 0 ? 0 : stars.reduce((sum, y) => sum + y - mean, 0) / stars.length;

// %% tags=["test-wrong"] exercise="bias"
shrunkBias = (stars, mean, lambda) =>
  stars.reduce((sum, y) => sum + y - mean, 0) / (stars.length + lambda);

// %% tags=["check"] exercise="bias"
await check("bias", shrunkBias);

// %% [markdown]
// People and films hang together: whoever saw only good films looks generous. So both are computed in
// turn, each from what the other leaves over, until they settle.

// %%
function shares(size: number, lambda: number, whose: (r: Rating) => number,
  rest: (r: Rating) => number) {
  const [sums, counts] = [Array<number>(size).fill(0), Array<number>(size).fill(lambda)];
  for (const rating of train) {
    sums[whose(rating)] += rest(rating);
    counts[whose(rating)] += 1;
  }
  return sums.map((sum, i) => (counts[i] === 0 ? 0 : sum / counts[i]));
}
function biases(lambda: number) {
  let [user, film] = [Array<number>(users).fill(0), Array<number>(films).fill(0)];
  for (let turn = 0; turn < 60; turn++) {
    user = shares(users, lambda, (r) => r.user, (r) => r.stars - mean - film[r.film]);
    film = shares(films, lambda, (r) => r.film, (r) => r.stars - mean - user[r.user]);
  }
  return { user, film };
}
const bias = biases(5);
const biasModel: Model = (user, film) => mean + bias.user[user] + bias.film[film];
report("the mean", () => mean);
report("with biases", biasModel);

// %% [markdown]
// The oracle is ridge regression (Day 30). A row for each rating with 250 columns: a 1 for the person, a 1
// for the film, else 0. Its penalty $\lambda$ is the very same. Do its 250 weights agree with ours?

// %%
const oneHot = train.map(({ user, film }) => {
  const row = Array<number>(users + films).fill(0);
  row[user] = row[users + film] = 1;
  return row;
});
const ridge = new Ridge({ alpha: 5, fitIntercept: false })
  .fit(oneHot, train.map(({ stars }) => stars - mean));
const off = [...bias.user, ...bias.film].map((value, j) => Math.abs(value - ridge.coef_[j]));
`largest difference ${Math.max(...off).toExponential(1)}`

// %% [markdown]
// The same model. And what a disappointment:
// from 0.916 to 0.848 stars on the validation set. Generosity
// and good films are real here, but small beside taste: whether *this* person likes *this* film.
//
// ## People like you
//
// Perhaps someone has your taste. Compare two people by the films that **both** have rated. **Pearson's
// correlation** $r$ is 1 if their stars go up and down together, 0 if they have nothing to do with each
// other, −1 if the one likes what the other hates. With $a_i$ and $b_i$ for their stars on film $i$, and
// the means $\bar a$ and $\bar b$ over the films that both have rated:
//
// $$r = \frac{\sum (a_i - \bar a)(b_i - \bar b)}{\sqrt{\sum (a_i - \bar a)^2 \sum (b_i - \bar b)^2}}$$
//
// ### Exercise 2: how alike are two people?
//
// Write `pearson(a, b)`. Both lists have a place for each film, `null` where there is no rating. With
// fewer than 3 films in common, or if one of the two gave the same to all of them, return 0.

// %% exercise="pearson"
type Stars = readonly (number | null)[];
let pearson: (a: Stars, b: Stars) => number = todo();
// --- solution
pearson = (a, b) => {
  const both = a.flatMap((x, i) => {
    const y = b[i];
    return x === null || y === null ? [] : [{ x, y }];
  });
  if (both.length < 3) return 0;
  const meanX = both.reduce((sum, { x }) => sum + x, 0) / both.length;
  const meanY = both.reduce((sum, { y }) => sum + y, 0) / both.length;
  const xy = both.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const xx = both.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const yy = both.reduce((sum, { y }) => sum + (y - meanY) ** 2, 0);
  return xx * yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
};
// --- end

// %% tags=["test-wrong"] exercise="pearson"
pearson = (a, b) => {
  const [x, y] = [a.map((value) => value ?? 0), b.map((value) => value ?? 0)];
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length;
  const meanY = y.reduce((sum, value) => sum + value, 0) / y.length;
  const [dx, dy] = [x.map((value) => value - meanX), y.map((value) => value - meanY)];
  return dot(dx, dy) / Math.sqrt(dot(dx, dx) * dot(dy, dy));
};

// %% tags=["test-wrong"] exercise="pearson"
pearson = (a, b) => {
  const both = [...a.keys()].filter((i) => a[i] !== null && b[i] !== null);
  const [x, y] = [both.map((i) => a[i] ?? 0), both.map((i) => b[i] ?? 0)];
  return both.length < 3 ? 0 : dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y));
};

// %% tags=["test-wrong"] exercise="pearson"
pearson = (a, b) => {
  const both = [...a.keys()].filter((i) => a[i] !== null && b[i] !== null);
  const [x, y] = [both.map((i) => a[i] ?? 0), both.map((i) => b[i] ?? 0)];
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length;
  const meanY = y.reduce((sum, value) => sum + value, 0) / y.length;
  const [dx, dy] = [x.map((value) => value - meanX), y.map((value) => value - meanY)];
  return dot(dx, dy) / Math.sqrt(dot(dx, dx) * dot(dy, dy));
};

// %% tags=["check"] exercise="pearson"
await check("pearson", pearson);

// %% [markdown]
// The lesson has one of its own. It compares what the biases leave over (the **residuals**), so that a
// film that everybody likes does not make everybody alike. The oracle is `corr` of a frame.

// %%
const rest: (number | null)[][] = tastes.map(() => Array<number | null>(films).fill(null));
for (const { user, film, stars } of train) rest[user][film] = stars - biasModel(user, film);

function alike(a: Stars, b: Stars): { r: number; common: number } {
  let [common, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [u, v] = [a[i], b[i]];
    if (u === null || v === null) continue;
    common += 1;
    x += u; y += v; xx += u * u; yy += v * v; xy += u * v;
  }
  const spread = (common * xx - x * x) * (common * yy - y * y);
  return { r: common < 3 || spread <= 0 ? 0 : (common * xy - x * y) / Math.sqrt(spread), common };
}
const keen = [...rest.keys()].sort((u, v) => alike(rest[v], rest[v]).common
  - alike(rest[u], rest[u]).common).slice(0, 20);
const [most, ...others] = keen.map((u) => rest[u]);
const pairs = others.map((other) => {
  const frame = new DataFrame(most.map((a, i) => ({ a, b: other[i] })));
  return Math.abs(alike(most, other).r - Number(frame.corr().at("a", "b")));
});
`largest difference in ${pairs.length} pairs: ${Math.max(...pairs).toExponential(1)}`

// %% [markdown]
// To guess your rating of a film: ask the 20 people most like you who have rated it, and take the mean of
// their residuals, weighted by $r$. A correlation over four films is mostly chance, so it is shrunk too:
// times $n / (n + 10)$ for $n$ films in common.

// %%
const weightOf = rest.map((own, u) => rest.map((other, v) => {
  const { r, common } = alike(own, other);
  return u === v ? 0 : (r * common) / (common + 10);
}));
const neighbours: Model = (user, film) => {
  const near = weightOf[user].map((weight, v) => ({ weight, stars: rest[v][film] }))
    .filter(({ weight, stars }) => weight > 0 && stars !== null)
    .sort((a, b) => b.weight - a.weight).slice(0, 20);
  const all = near.reduce((sum, { weight }) => sum + weight, 0);
  const more = near.reduce((sum, { weight, stars }) => sum + weight * (stars ?? 0), 0);
  return biasModel(user, film) + (all > 0 ? more / all : 0);
};
report("with biases", biasModel);
report("with 20 neighbours", neighbours);

// %% [markdown]
// From 0.848 to 0.638, and nobody knows what any film is about. Look at the other number too: on the
// training ratings 0.472, for everyone's own rating went into the similarities. Only the second number
// counts.
//
// ## A few numbers for each
//
// Now the idea of the day. Suppose that taste is nothing but a short list of numbers: $p_u$ for a person,
// $q_i$ for a film. Nobody tells us what they mean. We only ask that they explain the stars:
//
// $$\hat{y}_{u,i} = \mu + b_u + b_i + p_u \cdot q_i$$
//
// This is **matrix factorisation** (MF): a table of 150 × 100 is written as the product of a 150 × 4 and a
// 4 × 100 table. To find the numbers, walk downhill (Day 26), one rating after the other. With the error
// $e = y - \hat{y}$, the loss of one rating is
//
// $$L = \tfrac{1}{2} e^2 + \tfrac{1}{2} \lambda \left( |p_u|^2 + |q_i|^2 \right)$$
//
// and its gradients are $-e\, q_i + \lambda\, p_u$ and $-e\, p_u + \lambda\, q_i$.
//
// ### Exercise 3: one step for one rating
//
// Write `update(p, q, error, learningRate, lambda)`: one step against both gradients. Return the new
// lists, and leave the old ones as they are.

// %% exercise="update"
interface Pair {
  readonly p: number[];
  readonly q: number[];
}
type Update = (p: readonly number[], q: readonly number[], error: number, learningRate: number,
  lambda: number) => Pair;
let update: Update = todo();
// --- solution
update = (p, q, error, learningRate, lambda) => ({
  p: p.map((value, j) => value + learningRate * (error * q[j] - lambda * value)),
  q: q.map((value, j) => value + learningRate * (error * p[j] - lambda * value)),
});
// --- end

// %% tags=["test-wrong"] exercise="update"
update = (p, q, error, learningRate, lambda) => {
  const moved = p.map((value, j) => value + learningRate * (error * q[j] - lambda * value));
  return { p: moved,
    q: q.map((value, j) => value + learningRate * (error * moved[j] - lambda * value)) };
};

// %% tags=["test-wrong"] exercise="update"
update = (p, q, error, learningRate, lambda) => ({
  p: p.map((value, j) => value - learningRate * (error * q[j] - lambda * value)),
  q: q.map((value, j) => value - learningRate * (error * p[j] - lambda * value)),
});

// %% tags=["test-wrong"] exercise="update"
update = (p, q, error, learningRate, lambda) => ({
  p: p.map((value) => value + learningRate * (error * value - lambda * value)),
  q: q.map((value) => value + learningRate * (error * value - lambda * value)),
});

// %% tags=["check"] exercise="update"
await check("update", update);

// %% [markdown]
// The lesson's own step, for all that follows. The oracle is the finite difference: move one number a tiny
// bit to each side, and look at the loss. A step is $-\eta$ times the slope.

// %%
const step: Update = (p, q, error, learningRate, lambda) => ({
  p: p.map((value, j) => value + learningRate * (error * q[j] - lambda * value)),
  q: q.map((value, j) => value + learningRate * (error * p[j] - lambda * value)),
});
const [p0, q0, tiny] = [[0.3, -0.2, 0.5, 0.1], [0.4, 0.1, -0.6, 0.2], 1e-5];
const lossOf = (p: number[], q: number[]) =>
  0.5 * (0.7 - dot(p, q)) ** 2 + 0.5 * 0.1 * (dot(p, p) + dot(q, q));
const nudge = (list: number[], j: number, by: number) =>
  list.map((value, at) => value + (at === j ? by : 0));
const slopes = [0, 1, 2, 3].flatMap((j) => [
  (lossOf(nudge(p0, j, tiny), q0) - lossOf(nudge(p0, j, -tiny), q0)) / (2 * tiny),
  (lossOf(p0, nudge(q0, j, tiny)) - lossOf(p0, nudge(q0, j, -tiny))) / (2 * tiny),
]);
const went = step(p0, q0, 0.7 - dot(p0, q0), 1, 0.1);
const gaps = [0, 1, 2, 3].flatMap((j) => [went.p[j] - p0[j], went.q[j] - q0[j]])
  .map((by, at) => Math.abs(by + slopes[at]));
`largest difference ${Math.max(...gaps).toExponential(1)}`

// %%
interface Settings {
  readonly factors: number;
  readonly lambda?: number;
  readonly start?: number;
  readonly by?: Update;
}
function factorise({ factors, lambda = 0.05, start = 0.1, by = step }: Settings) {
  const draws = new Random(7);
  const list = () => Array.from({ length: factors }, () => draws.normal(0, start));
  const [p, q] = [tastes.map(list), traits.map(list)];
  const own = { user: [...bias.user], film: [...bias.film] };
  const model: Model = (user, film) =>
    mean + own.user[user] + own.film[film] + dot(p[user], q[film]);
  const epochs = Array.from({ length: 80 }, (_, epoch) => {
    for (const { user, film, stars } of draws.shuffle(train)) {
      const error = stars - model(user, film);
      own.user[user] += 0.03 * (error - lambda * own.user[user]);
      own.film[film] += 0.03 * (error - lambda * own.film[film]);
      const moved = by(p[user], q[film], error, 0.03, lambda);
      [p[user], q[film]] = [moved.p, moved.q];
    }
    return { epoch, training: rmse(model, train), validation: rmse(model, validation) };
  });
  return { model, epochs, q, own };
}

// %%
const four = factorise({ factors: 4 });
plot.line(four.epochs.flatMap(({ epoch, training, validation }) => [
  { epoch, on: "training", rmse: training }, { epoch, on: "validation", rmse: validation }]),
  { x: "epoch", y: "rmse", color: "on", xTitle: "Epoch (passes over the ratings)",
    yTitle: "RMSE (stars)", points: false })

// %% [markdown]
// *For six passes nearly nothing happens; then the factors have found a direction, and pull. The
// gradient of p is made of q, and both are tiny at first.*
//
// ### Exercise 4: nothing sinks in
//
// Someone finds random starting values untidy, and begins with zeros: `start: 0`. The program runs, and
// shows no error. After 80 epochs, what will it be as good as? Write `"mean"`, `"biases"`,
// `"neighbours"` or `"factors"`. Look at the two gradients before you answer.

// %% exercise="zeros"
let zeros: "mean" | "biases" | "neighbours" | "factors" = todo();
// --- solution
zeros = "biases";
// --- end

// %% tags=["test-wrong"] exercise="zeros"
zeros = "factors";

// %% tags=["test-wrong"] exercise="zeros"
zeros = "mean";

// %% tags=["check"] exercise="zeros"
await check("zeros", zeros);

// %%
report("with biases", biasModel);
report("factors from zeros", factorise({ factors: 4, start: 0 }).model);
report("factors from 0.1", four.model);

// %% [markdown]
// Zeros end where the biases end, near 0.85, and stay there for ever: with $p = q = 0$ both gradients are
// 0. No message, no `NaN`, only numbers that never move. A random start is not untidy. It is what makes
// the factors differ, and gives them something to pull at. The same holds for the weights of a neural
// network.
//
// ## Predict first
//
// The generator used four tastes. A shop would not know that. **What will 32 numbers for each person do:
// better than four, as good, or worse? On the training ratings, and on the others?** Say both. The
// picture has it with and without the penalty $\lambda$.

// %%
const sweep = [0, 0.05].flatMap((lambda) => [1, 2, 3, 4, 6, 8, 16, 32].flatMap((factors) => {
  const { training, validation } = factorise({ factors, lambda }).epochs[79];
  const penalty = lambda === 0 ? "no penalty" : "λ = 0.05";
  return [{ factors, penalty, on: "training", rmse: training },
    { factors, penalty, on: "validation", rmse: validation }];
}));
plot.line(sweep, { x: "factors", y: "rmse", color: "on", facet: "penalty", xScale: "log",
  width: 260, xTitle: "Factors (logarithmic)", yTitle: "RMSE (stars)" })

// %%
for (const factors of [1, 4, 32]) for (const penalty of ["no penalty", "λ = 0.05"]) {
  const [a, b] = sweep.filter((row) => row.factors === factors && row.penalty === penalty);
  console.log(`${factors} factors, ${penalty}: training ${a.rmse.toFixed(3)},`,
    `validation ${b.rmse.toFixed(3)}`);
}

// %% [markdown]
// *Lower lines: training, always down. Upper lines: validation, down to four factors and then up again,
// much more without a penalty.*
//
// With 32 factors and no penalty the training RMSE is 0.023: every person is known by heart, moods and
// rounding included. On the validation ratings it is 0.629, against 0.472 with four. The penalty repairs
// most of that (0.509): so a shop takes some factors too many, and a penalty. And four is
// what the generator used: the holes in the table have told us how many tastes there are.
//
// ## A second opinion
//
// The library has no recommender, but a **singular value decomposition** (SVD; Day 65 explains it). It
// finds the best product of two thin tables too, in one go. But it wants a full table. A common shortcut:
// write 0 into the holes. Another: write in a guess, decompose, take the result as the next guess.

// %%
let filled = rest.map((row) => row.map((value) => value ?? 0));
function refill(turns: number): Model {
  let low = filled;
  for (let turn = 0; turn < turns; turn++) {
    const svd = new TruncatedSVD({ nComponents: 4, randomState: 0 });
    low = svd.inverseTransform(svd.fitTransform(filled)).toArray();
    filled = rest.map((row, u) => row.map((value, i) => value ?? low[u][i]));
  }
  return (user, film) => biasModel(user, film) + low[user][film];
}
report("SVD, holes are 0", refill(1));
report("SVD, 60 turns", refill(59));
report("factors, step by step", four.model);

// %% [markdown]
// Zeros in the holes: 0.696, worse than neighbours. A hole then says "exactly as the biases think", and
// there are more holes than ratings. After 60 turns 0.472: another road, and nearly the same place as our
// walk. Two methods that share no line of code agree: a good sign for both.
//
// ## Test once
//
// All choices are made. Now the 550 ratings that nobody has looked at. We can add a line that no shop
// has: the true opinion, before mood and rounding. No model can do better than that.

// %%
const truth: Model = (user, film) => Math.min(5, Math.max(0.5,
  3.5 + generous[user] + liked[film] + dot(tastes[user], traits[film])));
const rows: [string, Model][] = [["the mean", () => mean], ["biases", biasModel],
  ["20 neighbours", neighbours], ["4 factors", four.model], ["the true opinion", truth]];
const results = rows.map(([model, guess]) => ({ model, rmse: rmse(guess, test) }));
plot.bar(results, { x: "model", y: "rmse", xTitle: "Model",
  yTitle: "RMSE on the test ratings (stars)" })

// %%
results

// %% [markdown]
// *From 0.936 to 0.457. Beyond 0.320 nobody can go: that is mood and rounding.*
//
// ## An honest failure
//
// A new person comes in. The films keep their numbers $q_i$, and only five are to be found: four tastes
// and a bias. That is a small ridge regression on the first ratings she gives. **After how many ratings
// does the machine know her?** We ask 200 strangers, and test with 20 films that they did not rate yet.

// %%
function strangers(given: number, penalty: number): number {
  const draws = new Random(`stranger ${given}`);
  const errors = Array.from({ length: 200 }, () => {
    const taste = Array.from({ length: 4 }, () => draws.normal(0, 0.62));
    const bonus = draws.normal(0, 0.3);
    const all = [...draws.permutation(films)].map((film) => ({ film,
      x: [1, ...four.q[film]], base: mean + four.own.film[film],
      stars: say(taste, film, bonus, draws) }));
    const known = all.slice(0, given);
    const ridge = new Ridge({ alpha: penalty, fitIntercept: false });
    const weights = given === 0 ? [0, 0, 0, 0, 0] : [...ridge
      .fit(known.map(({ x }) => x), known.map(({ stars, base }) => stars - base)).coef_];
    return all.slice(-20).reduce((sum, { x, base, stars }) =>
      sum + (stars - base - dot(weights, x)) ** 2, 0);
  });
  return Math.sqrt(errors.reduce((sum, value) => sum + value, 0) / (200 * 20));
}
const arrivals = [0, 1, 2, 3, 4, 5, 6, 8, 12, 20, 40].flatMap((given) => [
  { given, how: "penalty 0.5", rmse: strangers(given, 0.5) },
  { given, how: "no penalty", rmse: strangers(given, 1e-6) }]);
plot.line(arrivals.map((row) => ({ ...row, rmse: Math.min(2, row.rmse) })), {
  x: "given", y: "rmse", color: "how", xTitle: "Ratings given so far",
  yTitle: "RMSE (stars; cut at 2)" })

// %%
const told = [0, 1, 5, 12, 40].map((given) => {
  const [careful, careless] = arrivals.filter((row) => row.given === given);
  return { ratings: given, "penalty 0.5": careful.rmse, "no penalty": careless.rmse };
});
told

// %% [markdown]
// *With a penalty each rating helps, slowly. Without one, the first five make it worse than knowing
// nothing.*
//
// With no rating, the machine has the biases of the films, and an RMSE of 0.86. This is the **cold
// start**: everything above was measured on people with 22 known ratings on average. She must give about
// twelve before it is as good for her (0.48). And mind five ratings without a penalty: five numbers from
// five ratings fit perfectly, and mean nothing. The RMSE is 8.4 stars, on a scale that ends at 5. What
// would you show her in the meantime? Day 62 has an answer: whatever is known about the films themselves.
//
// One more limit, which no number here shows. Our people rated films by chance. Real people rate what they
// chose to see, and that is mostly what they like. A test set of such ratings says little about the films
// they avoid.

// %% [markdown]
// ## What you reached
//
// Four factors, trained by your own `update`, on the test ratings.

// %% tags=["outcome"]
const yours = passed() < 4 ? undefined : factorise({ factors: 4, by: update }).model;
outcome("test-rmse", yours ? rmse(yours, test) : NaN, { atMost: 0.52, pendingUntilChecked: true });
outcome("bias-oracle-difference", Math.max(...off), { atMost: 0.000001 });

// %% [markdown]
// ## Summary
//
// 1. Start with the mean, then with biases, shrunk by $\lambda$ so that one voice does not count as many.
// 2. Neighbours: people whose residuals go together. Only films in common count.
// 3. Matrix factorisation gives each person and each film a short list; their dot product is the taste.
// 4. Factors that start at zero never move. More factors learn the training ratings by heart.
// 5. A hole is not a zero. And a person without ratings has no taste yet: cold start.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. Turn the signs of the third number of all people and of all films. What changes?
//    <details><summary>Answer</summary>No prediction: the two signs cancel. The numbers have no meaning of their own.</details>
// 2. Why are the residuals compared, and not the stars?
//    <details><summary>Answer</summary>Most people like good films. Without the biases taken out, everyone looks alike.</details>
// 3. A film has one rating, 5 stars; the mean is 3.6 and $\lambda$ is 5. What is its bias?
//    <details><summary>Answer</summary>1.4 / 6, about 0.23 stars.</details>
// 4. Training RMSE 0.02, validation RMSE 0.6. What do you do?
//    <details><summary>Answer</summary>Fewer factors, or a larger penalty, or stop earlier.</details>
// 5. Why is the RMSE of the true opinion not 0?
//    <details><summary>Answer</summary>Moods and rounding are in the ratings, and no model can know them.</details>

// %% [markdown]
// ## Going further
//
// - Y. Koren, R. Bell, C. Volinsky, *Matrix Factorization Techniques for Recommender Systems*, 2009: the
//   method that came out of a prize of a million dollars.
// - B. Sarwar, G. Karypis, J. Konstan, J. Riedl, *Item-based Collaborative Filtering Recommendation
//   Algorithms*, 2001: neighbours among films instead of people.
//
// Tomorrow: a thousand items, and not a moment to score them all.
