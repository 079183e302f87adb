// %% [header] minutes=35
// A plot is an answer. So first there must be a question. Ten kinds of plot, the question that each one
// answers, and how each can mislead you.

// %% [markdown]
// ## Why this matters
//
// On Day 1 four data sets had the same numbers and different pictures. Since then you know that one has to
// look. But *how* one looks decides what one sees. The same cars, drawn differently, have one hill or
// three, need 1.6 times as much fuel or ten times.
//
// The question of the day: **did cars become more economical between 1970 and 1982, and by how much?** You will
// be able to draw three honest answers, and one that lies.

// %% tags=["setup"]
import { generate, load } from "daylab/datasets";
import * as plot from "daylab/plot";
import { lesson, todo } from "daylab/check";

const { check, hint, solution, outcome, passed } = await lesson("day-008");

// %% [markdown]
// ## The data
//
// | | |
// |:---|:---|
// | **Name** | Cars, 1970 to 1982 |
// | **Source** | E. Ramos and D. Donoho, the data exposition of the American Statistical Association, 1983 |
// | **Size** | 406 cars, 9 columns; we use the 392 of which consumption and power are known |
// | **Units** | consumption in litres per 100 km, weight in kilograms, size of the engine in litres, power in hp (horsepower) |
// | **Missing** | consumption of 8 cars, power of 6 |
// | **Licence** | distributed for educational and scientific purposes |
//
// The source speaks of miles per gallon and pounds; we translate. `flatMap` with an empty list leaves a car
// out.

// %%
const cars = load("cars").toRecords().flatMap((car) => {
  const { miles_per_gallon: mpg, horsepower: power, weight, displacement } = car;
  if (mpg === null || power === null) return [];
  return [{
    name: car.name,
    origin: car.origin,
    year: car.year.getUTCFullYear(),
    cylinders: car.cylinders,
    litres: 235.215 / mpg,
    weight: weight * 0.4536,
    engine: displacement * 0.01639,
    power,
    mpg,
  }];
});
cars.slice(0, 3)

// %% [markdown]
// ## 1. The histogram
//
// *How are the values of one column spread?* Divide the axis into **bins** of equal width, and count. By hand
// it is a few lines. Each value belongs to the bin that starts at or below it.

// %%
function countBins(values: readonly number[], width: number) {
  const first = Math.floor(Math.min(...values) / width);
  const last = Math.floor(Math.max(...values) / width);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const start = (first + i) * width;
    const count = values.filter((value) => Math.floor(value / width) === first + i).length;
    return { start, count };
  });
}
const litres = cars.map((car) => car.litres);
const byHand = countBins(litres, 2);
byHand.slice(0, 4)

// %%
const consumption = plot.histogram(cars, {
  x: "litres",
  binWidth: 2,
  xTitle: "Consumption (litres per 100 km)",
  yTitle: "Cars",
});
consumption

// %% [markdown]
// *Most cars need 6 to 10 litres; a long slope goes up to 26.*
//
// A figure is no black box. `spec` is all that it draws, as plain data. So the oracle can look inside:
// are the bars what we counted?

// %%
const drawn = consumption.spec.data.values.map(({ count }) => Number(count));
const binGap = Math.max(...byHand.map(({ count }, i) => Math.abs(count - drawn[i])));
`largest difference: ${binGap} cars in ${drawn.length} bins`

// %% [markdown]
// ## Predict first
//
// Next: the size of the engine, twice. Once in bins of 2.5 litres, once in bins of a quarter. **The first falls
// from left to right. What will the second show?** Draw it in the air.

// %%
const engines = (binWidth: number) =>
  plot.histogram(cars, {
    x: "engine",
    binWidth,
    width: 260,
    xTitle: "Size of the engine (litres)",
    yTitle: "Cars",
  });
plot.grid([engines(2.5), engines(0.25)])

// %% [markdown]
// *Left: three bars that fall. Right: a hill near 1.6, one near 4, one near 5.2. They are engines with four,
// six and eight cylinders.*
//
// The wide bins had swallowed the hills. **Always try several widths.** And too narrow is no better: then
// every hill breaks into needles.
//
// ## 2. The box plot
//
// *How do groups differ in one column?* The box holds the middle half of a group, the line in it is the
// median, the whiskers go on to the last value that is not far out.

// %%
const boxes = plot.box(cars, {
  x: "origin",
  y: "engine",
  xTitle: "Origin",
  yTitle: "Size of the engine (litres)",
});
boxes

// %% [markdown]
// *American engines are larger. Their middle half goes from 2.5 to 5.2 litres.*
//
// Good for ten groups side by side, where ten histograms would be too much. But a box has **no hills**: it
// would look the same if most American engines had 4 litres. Here they are:

// %%
const american = cars.filter((car) => car.origin === "USA");
plot.histogram(american, {
  x: "engine",
  binWidth: 0.25,
  xTitle: "Size of the engine (litres), USA",
  yTitle: "Cars",
})

// %% [markdown]
// *Several hills, and a valley near 3 litres. In the box plot that valley lies inside the box.*
//
// ## 3. The bar chart
//
// *How much of each kind?* The length of a bar is the number. That is why it must start at zero. More about
// this at the end.

// %%
const counts = plot.bar(cars, { x: "origin", xTitle: "Origin", yTitle: "Cars" });
counts

// %% [markdown]
// *245 cars from the USA, 79 from Japan, 68 from Europe.*
//
// ## 4. The line
//
// *How does it go on, over time?* A line says: there is an order, and something between the points.

// %%
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const yearly = (some: typeof cars) =>
  [...new Set(some.map(({ year }) => year))].map((year) => {
    const own = some.filter((car) => car.year === year);
    return { year, cars: own.length, litres: mean(own.map((car) => car.litres)) };
  });
const years = plot.line(yearly(cars), {
  x: "year",
  y: "litres",
  xTitle: "Year",
  yTitle: "Mean consumption (litres per 100 km)",
});
years

// %% [markdown]
// *From 14.6 litres in 1970 to 7.8 in 1982: nearly half.* The first answer to the question of the day.
//
// Does the line tell the truth between the points? Look at the cars of each year.

// %%
yearly(cars).slice(-3)

// %% [markdown]
// There is no car of 1981! And twice as many as usual of 1982: in the source, two years were put together.
// The line runs across the gap as if nothing were missing. **A line draws what is not there.** The dots show
// what is.
//
// ## 5. The scatter plot
//
// *Do two columns know of each other?* One point a car. On the left miles per gallon, as the source has it;
// on the right litres per 100 km. **Both say how economical a car is. Which cloud will be straight?**

// %%
const against = (y: "mpg" | "litres", yTitle: string) =>
  plot.scatter(cars, {
    x: "weight",
    y,
    color: "origin",
    width: 240,
    opacity: 0.5,
    xTitle: "Weight (kg)",
    yTitle,
    colorTitle: "Origin",
  });
const clouds = plot.grid([
  against("mpg", "Consumption (miles per gallon)"),
  against("litres", "Consumption (litres per 100 km)"),
]);
clouds

// %% [markdown]
// *Left a curve, right nearly a line: each further 100 kg cost about the same fuel.*
//
// Distance for fuel, or fuel for distance: same facts, other shape. Fuel is what you pay for, so the right
// one is easier to read. Who goes from 10 to 12 miles per gallon saves 3.9 litres; from 30 to 40, 2.0.
//
// ### Exercise 1: choose
//
// Four questions. Which of the plots so far answers each of them directly? Write `"histogram"`, `"box"`,
// `"bar"`, `"line"` or `"scatter"`.
//
// - `spread`: are there two kinds of weight, light and heavy, or one?
// - `power`: do stronger engines need more fuel?
// - `makers`: how many cars come from each of three origins?
// - `months`: did the price of petrol rise from January to December?

// %% exercise="choose"
type Kind = "histogram" | "box" | "bar" | "line" | "scatter";
let choice: Record<"spread" | "power" | "makers" | "months", Kind> = todo();
// --- solution
choice = { spread: "histogram", power: "scatter", makers: "bar", months: "line" };
// --- end

// %% tags=["test-wrong"] exercise="choose"
choice = { spread: "box", power: "scatter", makers: "bar", months: "line" };

// %% tags=["test-wrong"] exercise="choose"
choice = { spread: "histogram", power: "line", makers: "bar", months: "line" };

// %% tags=["test-wrong"] exercise="choose"
choice = { spread: "histogram", power: "scatter", makers: "histogram", months: "bar" };

// %% tags=["check"] exercise="choose"
await check("choose", choice);

// %% [markdown]
// ## 6. Facets
//
// *Is it the same in every group?* A **facet** is a small copy of the plot for one group. All copies have
// the same axes, so that the eye can compare.

// %%
const facets = plot.scatter(cars, {
  x: "weight",
  y: "litres",
  facet: "origin",
  width: 170,
  height: 150,
  opacity: 0.5,
  xTitle: "Weight (kg)",
  yTitle: "Litres per 100 km",
});
facets

// %% [markdown]
// *Three clouds that lie nearly on one line. American cars need more, it seems, because they are heavier.*
//
// ### Exercise 2: facet by class
//
// Consumption was nearly halved. Was it halved for *every* kind of car? In 1970, 62 % of the cars had
// eight cylinders; in 1982, 2 %. Here is a table with the yearly mean for four, six and eight cylinders.
//
// Make the figure `panels`: a line chart of `litres` by `year`, one facet for each number of `cylinders`, all
// with the **same axes**, and a title with the unit on each axis.

// %%
const kinds = [4, 6, 8].flatMap((cylinders) =>
  yearly(cars.filter((car) => car.cylinders === cylinders)).map((row) => ({ ...row, cylinders })));
kinds.slice(0, 2)

// %% exercise="facet"
let panels: plot.Chart = todo();
// --- solution
panels = plot.line(kinds, {
  x: "year",
  y: "litres",
  facet: "cylinders",
  xTitle: "Year",
  yTitle: "Litres per 100 km",
});
// --- end
display(panels);

// %% tags=["test-wrong"] exercise="facet"
panels = plot.line(kinds, {
  x: "year", y: "litres", color: "cylinders", xTitle: "Year", yTitle: "Litres per 100 km",
});

// %% tags=["test-wrong"] exercise="facet"
panels = plot.line(kinds, {
  x: "year",
  y: "litres",
  facet: { wrap: "cylinders", scales: "independent" },
  xTitle: "Year",
  yTitle: "Litres per 100 km",
});

// %% tags=["test-wrong"] exercise="facet"
panels = plot.line(kinds, { x: "year", y: "litres", facet: "cylinders" });

// %% tags=["check"] exercise="facet"
await check("facet", panels);

// %%
const saved = [4, 6, 8].map((cylinders) => {
  const own = kinds.filter((row) => row.cylinders === cylinders);
  const [first, last] = [own[0], own[own.length - 1]];
  const share = 1 - last.litres / first.litres;
  return { cylinders, to: last.year, "cars then": last.cars, "saved (%)": 100 * share };
});
saved

// %% [markdown]
// The second answer: not halved. Cars with four cylinders saved 21 %, with six 15 %. (And the 49 % of those
// with eight is a single car: look at the count.) Most of the fall in the line came from people who bought
// *other* cars. Both pictures are right. They answer different questions.
//
// ## 7. The heat map
//
// *A number for each pair of two groups?* Colour instead of length. The eye reads colours badly, so write
// the number into the cell.

// %%
const allYears = [...new Set(cars.map((car) => car.year))];
const cells = [4, 6, 8].map((cylinders) => allYears.map((year) =>
  kinds.find((row) => row.cylinders === cylinders && row.year === year)?.litres ?? NaN));
const heat = plot.heatmap(cells, {
  rows: ["4 cylinders", "6 cylinders", "8 cylinders"],
  columns: allYears,
  xTitle: "Year",
  yTitle: "Engine",
  colorTitle: "Litres per 100 km",
  format: ".1f",
});
heat

// %% [markdown]
// *From row to row the colour changes more than from left to right: the engine matters more than the year.
// Two cells are empty: six cylinders in 1972, eight in 1980. No such cars are in the table.*
//
// ## 8. The confusion matrix
//
// *Where does a guess go wrong?* Suppose somebody guesses the origin of a car by two rules of thumb. Rows are
// the truth, columns the guess; right guesses lie on the diagonal.

// %%
const rule = (weight: number, litres: number) =>
  weight > 1250 ? "USA" : litres < 8 ? "Japan" : "Europe";
const truth = cars.map((car) => car.origin);
const guessed = cars.map((car) => rule(car.weight, car.litres));
const right = guessed.filter((origin, i) => origin === truth[i]).length;
console.log(`${right} of ${cars.length} right`);
const confusion = plot.confusionMatrix(truth, guessed);
confusion

// %% [markdown]
// *What is called American is American, nearly always: 177 of 201. But 68 American cars are taken for others,
// and Europe and Japan are mixed up.* The one number, 256 of 392, would not have told.
//
// ## 9. Decision regions
//
// *What would the rule say of any car?* Colour the whole plane by the answer, and put the true cars on top.

// %%
const regions = plot.decisionRegions(
  (points) => points.map(([weight, litres]) => rule(weight, litres)),
  cars.map((car) => [car.weight, car.litres]),
  truth,
  { xTitle: "Weight (kg)", yTitle: "Litres per 100 km", width: 380 },
);
regions

// %% [markdown]
// *Three regions with straight borders. Among the light cars all three origins stand together: no border
// between these two columns could part them.* You will see this plot with every classifier of the course.
//
// ## 10. The image grid
//
// *What do the samples look like?* If a sample is a picture, show it. Here are digits that a generator draws.

// %%
const digits = generate.strokeDigits({ count: 20, seed: 8 });
const images = plot.imageGrid(digits, { labels: [...digits.labels], columns: 10 });
images

// %% [markdown]
// *Twenty digits, each with its label below.* Look for wrong labels: it is the cheapest check there is.
//
// ## And one to avoid
//
// Three columns in space look impressive. Read off: how heavy is the car with the most power?

// %%
const space = plot.scatter3d(cars, {
  x: "weight",
  y: "power",
  z: "litres",
  xTitle: "Weight (kg)",
  yTitle: "Power (hp)",
  zTitle: "Litres per 100 km",
});
space

// %% [markdown]
// *One cannot tell: a point on paper does not say how deep it lies.* Turn it with the mouse and it becomes
// clear, for as long as it moves. Two flat plots, or one with a colour, say more.
//
// ## A bar that lies
//
// ### Exercise 3: fix a misleading axis
//
// A maker's brochure shows the mean consumption of three origins. Every number in it is right.

// %%
const origins = (["Europe", "Japan", "USA"] as const).map((origin) => ({
  origin,
  litres: mean(cars.filter((car) => car.origin === origin).map((car) => car.litres)),
}));
const brochure = plot.bar(origins, { x: "origin", y: "litres", yTitle: "Litres" });
brochure.spec.encoding.y.scale = { domain: [7.5, 13] };
brochure

// %% [markdown]
// **How many times as much as a Japanese car does an American one need, by the look of it?** We can measure it.
// The figure as SVG, a text that describes a drawing, has a rectangle for each bar; the number after `v`
// is its height in pixels.

// %%
async function lookOf(figure: plot.Chart): Promise<number> {
  const svg = await figure.toSVG();
  const bars = [...svg.matchAll(/aria-roledescription="bar" d="[^"]*?v([\d.]+)/g)];
  const heights = bars.map((bar) => Number(bar[1]));
  return heights[2] / heights[1];
}
const looks = await lookOf(brochure);
const is = origins[2].litres / origins[1].litres;
`looks like ${looks.toFixed(1)} times as much, is ${is.toFixed(2)} times as much`

// %% [markdown]
// The axis begins at 7.5 litres, and the bars begin there too. A bar is read by its length; cut off the
// lower part and the lengths lie. (A line or a dot is read by its place. It may begin anywhere.)
//
// Make the figure `honest` from `origins`: the same bars, but **what is twice as much is twice as long**. And
// say on the axis what is measured, with the unit *litres per 100 km*.

// %% exercise="axis"
let honest: plot.Chart = todo();
// --- solution
honest = plot.bar(origins, {
  x: "origin",
  y: "litres",
  xTitle: "Origin",
  yTitle: "Mean consumption (litres per 100 km)",
});
// --- end
display(honest);

// %% tags=["test-wrong"] exercise="axis"
honest = plot.bar(origins, { x: "origin", y: "litres", yTitle: "Litres per 100 km" });
honest.spec.encoding.y.scale = { domain: [5, 15] };

// %% tags=["test-wrong"] exercise="axis"
honest = plot.bar(origins, { x: "origin", y: "litres", yTitle: "Litres per 100 km" });
honest.spec.encoding.y.scale = { type: "sqrt" };

// %% tags=["test-wrong"] exercise="axis"
honest = plot.bar(origins, { x: "origin", y: "litres" });

// %% tags=["test-wrong"] exercise="axis"
honest = plot.bar(cars, { x: "origin", yTitle: "Litres per 100 km" });

// %% tags=["check"] exercise="axis"
await check("axis", honest);

// %% [markdown]
// ## A limit
//
// An honest axis does not make an honest picture. All bars above are right, and still they hide that
// American cars of the time were heavier; the facets showed that weight goes with most of it. No
// plot knows what you left out.
//
// And a figure that nobody can see is none. Each figure of this library carries three forms: a
// description that JupyterLab draws and lets you hover over, a picture for all other programs, and the
// figure **in words**, for those who cannot see it.

// %%
consumption.alt

// %% [markdown]
// ## What you reached
//
// Eleven figures. Each must have words and a picture, and all but the image grid an interactive form.

// %% tags=["outcome"]
const gallery = [
  consumption, boxes, counts, years, clouds, facets, heat, confusion, regions, images, space,
];
const svgs = await Promise.all(gallery.map((figure) => figure.toSVG()));
const complete = gallery.filter(({ alt }, i) => alt.length > 20 && svgs[i].startsWith("<svg"));
const interactive = gallery.filter((figure) =>
  Object.keys(figure.interactive()).some((type) => /vegalite\.v5|plotly\.v1/.test(type)));
const factor = passed() < 3 ? NaN : await lookOf(honest);

outcome("figures-with-picture-and-words", complete.length, { equals: 11 });
outcome("interactive-figures", interactive.length, { equals: 10 });
outcome("bars-off-by", Math.abs(factor - is), { atMost: 1e-9, pendingUntilChecked: true });

// %% [markdown]
// ## Summary
//
// 1. First the question, then the plot: spread, groups, amounts, time, pairs.
// 2. The width of the bins decides how many hills you see. Try several.
// 3. A box has no hills, and a line runs across gaps.
// 4. Facets with the same axes compare groups; the whole can fall although each part hardly does.
// 5. A bar starts at zero. Every axis has a title with a unit.

// %% [markdown]
// ## Questionnaire
//
// Answer aloud, then unfold.
//
// 1. A histogram shows one hill. What do you do before you believe it?
//    <details><summary>Answer</summary>Draw it again with narrower bins.</details>
// 2. Two groups have the same box. Are they alike?
//    <details><summary>Answer</summary>Their quartiles and medians are. One may have one hill, the other two.</details>
// 3. Why may a line chart begin at 7.5 and a bar chart not?
//    <details><summary>Answer</summary>A line is read by its place and slope, a bar by its length.</details>
// 4. Why should facets have the same axes?
//    <details><summary>Answer</summary>The eye compares places. With axes of their own, a small change looks like a large one.</details>
// 5. Mean consumption fell by 46 %, that of four-cylinder cars by a fifth. How is that possible?
//    <details><summary>Answer</summary>The mix changed: fewer cars with eight cylinders were built.</details>

// %% [markdown]
// ## Going further
//
// - William S. Cleveland and Robert McGill, *Graphical Perception*, 1984: what the eye reads well (places)
//   and badly (areas, colours).
// - Edward R. Tufte, *The Visual Display of Quantitative Information*, 1983: on bars that lie, and how much.
//
// Tomorrow: a whole table in your hands.
