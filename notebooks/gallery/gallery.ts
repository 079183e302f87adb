// %% [markdown] about-gallery
// # Gallery
//
// Every figure of `daylab/plot`, with data that come with the library. Leave a figure as the last
// value of a cell and it is shown; change its `.spec` and show it again; `.save("name.png")` writes it
// to a file.

// %% data
import { load } from "daylab/datasets";
import * as plot from "daylab/plot";

const penguins = load("penguins");
const gapminder = load("gapminder");
const weather = load("seattle-weather");
const cancer = load("breast-cancer");
const digits = load("digits");
const complete = penguins.dropNa();
const air = load("co2");
const jobs = load("us-employment");

// %% [markdown] about-basics
// ## Points, lines, bars

// %% scatter
plot.scatter(penguins, {
  x: "flipper_length_mm",
  y: "body_mass_g",
  color: "species",
  title: "Longer flippers, heavier birds",
  xTitle: "Flipper length (mm)",
  yTitle: "Body mass (g)",
});

// %% line
plot.line(air, {
  x: "date",
  y: "co2",
  yTitle: "CO₂ (ppm)",
  title: "Carbon dioxide, Mauna Loa",
});

// %% area
plot.area(jobs, {
  x: "month",
  y: ["construction", "manufacturing", "mining_and_logging"],
  title: "Employment in the United States",
});

// %% bar
plot.bar(penguins, {
  x: "species",
  y: "body_mass_g",
  aggregate: "mean",
  color: "sex",
  yTitle: "Mean body mass (g)",
});

// %% pie
plot.pie(penguins, { color: "species", hole: 0.5, title: "Penguins by species" });

// %% frame-plot
penguins
  .groupby("species")
  .mean()
  .setIndex({ column: "species" })
  .plot.bar({
    config: { columns: ["bill_length_mm_mean", "bill_depth_mm_mean"] },
    layout: { title: "A frame draws itself, with danfo's options" },
  });

// %% [markdown] about-distributions
// ## Distributions

// %% histogram
plot.histogram(penguins, { x: "body_mass_g", color: "species", bins: 20, xTitle: "Body mass (g)" });

// %% density
plot.density(penguins, { x: "body_mass_g", color: "species", xTitle: "Body mass (g)" });

// %% box
plot.box(penguins, { x: "species", y: "bill_length_mm", yTitle: "Bill length (mm)" });

// %% violin
plot.violin(penguins, { x: "species", y: "bill_length_mm", yTitle: "Bill length (mm)" });

// %% strip
plot.strip(penguins, { x: "species", y: "body_mass_g", mode: "swarm", yTitle: "Body mass (g)" });

// %% ecdf
plot.ecdf(penguins, { x: "body_mass_g", color: "species", xTitle: "Body mass (g)" });

// %% qq-plot
plot.qqPlot(complete.column("body_mass_g").values, { yTitle: "Body mass (g)" });

// %% histogram2d
plot.histogram2d(penguins, { x: "bill_length_mm", y: "bill_depth_mm" });

// %% hexbin
plot.hexbin(weather, {
  x: "temp_max",
  y: "wind",
  bins: 20,
  xTitle: "Highest temperature (°C)",
  yTitle: "Wind (m/s)",
});

// %% [markdown] about-tables
// ## Whole tables

// %% heatmap
plot.heatmap(
  [
    [0.9, 0.1],
    [0.2, 0.8],
  ],
  { rows: ["rain", "sun"], columns: ["rain", "sun"], title: "Tomorrow by today" },
);

// %% correlation-matrix
plot.correlationMatrix(penguins, { title: "What goes together" });

// %% pairs
plot.pairs(penguins, { color: "species" });

// %% parallel-coordinates
plot.parallelCoordinates(load("iris"), { color: "species" });

// %% missing-values
plot.missingValues(load("cars"), { title: "What the cars lack" });

// %% acf
plot.acf(load("co2").column("co2").diff().dropNa().values, { lags: 24, xTitle: "Lag (months)" });

// %% embedding-scatter
plot.embeddingScatter(complete.loc({ columns: ["bill_length_mm", "flipper_length_mm"] }), {
  labels: complete.column("species").values,
});

// %% [markdown] about-models
// ## Models

// %% loss-curve
plot.lossCurve(
  { loss: [0.9, 0.5, 0.3, 0.22, 0.2], val_loss: [0.95, 0.6, 0.42, 0.4, 0.41] },
  { title: "Training" },
);

// %% model
const truth = cancer.column("diagnosis").values;
const radius = cancer.column("mean_radius").values;
const texture = cancer.column("mean_texture").values;
const sick = truth.map((name) => (name === "malignant" ? 1 : 0));
const byRadius = radius.map((value) => 1 / (1 + Math.exp(15 - value)));
const byTexture = texture.map((value) => 1 / (1 + Math.exp((19 - value) / 2)));

// %% roc-curve
plot.rocCurve(sick, { radius: byRadius, texture: byTexture });

// %% precision-recall-curve
plot.precisionRecallCurve(sick, { radius: byRadius, texture: byTexture });

// %% calibration-curve
plot.calibrationCurve(sick, { radius: byRadius }, { bins: 8 });

// %% confusion-matrix
plot.confusionMatrix(
  sick,
  byRadius.map((score) => (score > 0.5 ? 1 : 0)),
  { classNames: ["benign", "malignant"] },
);

// %% decision-regions
plot.decisionRegions(
  (points) =>
    points.map(([length = 0, depth = 0]) =>
      length < 43 ? "Adelie" : depth > 16.5 ? "Chinstrap" : "Gentoo",
    ),
  complete.loc({ columns: ["bill_length_mm", "bill_depth_mm"] }),
  complete.column("species").values,
  { title: "Two questions tell three species apart" },
);

// %% feature-importance
plot.featureImportance({
  radius: [0.4, 0.42, 0.38],
  texture: [0.1, 0.12, 0.09],
  symmetry: [0.03, 0.05, 0.04],
});

// %% learning-curve
plot.learningCurve(
  {
    trainSizes: [50, 100, 200],
    trainScores: [
      [0.99, 0.98],
      [0.97, 0.97],
      [0.96, 0.95],
    ],
    testScores: [
      [0.8, 0.84],
      [0.87, 0.88],
      [0.91, 0.9],
    ],
  },
  { yTitle: "Accuracy" },
);

// %% validation-curve
plot.validationCurve(
  {
    paramRange: [0.1, 1, 10],
    trainScores: [
      [0.8, 0.82],
      [0.9, 0.91],
      [0.99, 0.98],
    ],
    testScores: [
      [0.79, 0.8],
      [0.88, 0.87],
      [0.83, 0.85],
    ],
  },
  { xTitle: "C", xScale: "log" },
);

// %% residuals
const mass = complete.column("body_mass_g").values;
const predicted = complete.column("flipper_length_mm").values.map((length) => 49.7 * length - 5781);
plot.residuals(mass, predicted, { xTitle: "Predicted mass (g)", yTitle: "Residual (g)" });

// %% elbow
plot.elbow([1, 2, 3, 4, 5], [900, 320, 110, 95, 88]);

// %% silhouette
plot.silhouette(
  complete.loc({ columns: ["bill_length_mm", "bill_depth_mm"] }),
  complete.column("species").values,
);

// %% dendrogram
plot.dendrogram(
  [
    [0, 1, 1, 2],
    [2, 3, 1.5, 2],
    [4, 5, 4, 4],
  ],
  { labels: ["Rome", "Naples", "Oslo", "Bergen"] },
);

// %% tree
plot.tree(
  {
    feature: 0,
    threshold: 2.45,
    value: [50, 50],
    samples: 100,
    left: { value: [50, 0], samples: 50 },
    right: { value: [0, 50], samples: 50 },
  },
  { featureNames: ["petal length (cm)"], classNames: ["setosa", "versicolor"] },
);

// %% [markdown] about-composed
// ## Several figures

// %% facet
plot.scatter(penguins, { x: "bill_length_mm", y: "bill_depth_mm", facet: "island" });

// %% layer
plot.layer([
  plot.scatter(complete, { x: "flipper_length_mm", y: "body_mass_g" }),
  plot.line(
    { flipper_length_mm: [172, 231], body_mass_g: [2767, 5700] },
    { x: "flipper_length_mm", y: "body_mass_g" },
  ),
]);

// %% grid
plot.grid([
  plot.histogram(penguins, { x: "bill_length_mm", width: 220, height: 160 }),
  plot.box(penguins, { x: "island", y: "bill_length_mm", width: 220, height: 160 }),
]);

// %% dark
plot.scatter(penguins, {
  x: "bill_length_mm",
  y: "bill_depth_mm",
  color: "species",
  theme: "dark",
  title: "In the dark theme",
});

// %% [markdown] about-images
// ## Images

// %% image-grid
const pixels = digits
  .drop({ columns: ["target"] })
  .toArrays()
  .slice(0, 20)
  .map((row) => Array.from({ length: 8 }, (_, i) => row.slice(8 * i, 8 * i + 8).map(Number)));
plot.imageGrid(pixels, {
  labels: digits.column("target").values.slice(0, 20),
  columns: 10,
  range: [0, 16],
});

// %% image-with-boxes
plot.imageWithBoxes([pixels[0]], [[{ box: [1, 0, 7, 8], label: "zero", score: 0.93 }]], {
  range: [0, 16],
});

// %% image-with-mask
plot.imageWithMask([pixels[0]], [pixels[0].map((row) => row.map((value) => (value > 8 ? 1 : 0)))], {
  range: [0, 16],
  classNames: ["paper", "ink"],
});

// %% [markdown] about-plotly
// ## Space and animation, by Plotly

// %% scatter3d
plot.scatter3d(penguins, {
  x: "bill_length_mm",
  y: "bill_depth_mm",
  z: "body_mass_g",
  color: "species",
  title: "Penguins in space",
});

// %% line3d
const turns = Array.from({ length: 120 }, (_, i) => i / 12);
plot.line3d(
  { x: turns.map(Math.cos), y: turns.map(Math.sin), turn: turns },
  { z: "turn", zTitle: "Turn (rad)" },
);

// %% surface
const steps = Array.from({ length: 41 }, (_, i) => (i - 20) / 5);
plot.surface(
  steps.map((y) => steps.map((x) => Math.sin(x) * Math.cos(y))),
  { x: steps, y: steps, title: "sin x · cos y" },
);

// %% animated-scatter
plot.animatedScatter(gapminder, {
  x: "fertility",
  y: "life_expect",
  frame: "year",
  size: "pop",
  id: "country",
  color: "cluster",
  xTitle: "Children per woman",
  yTitle: "Life expectancy (years)",
  title: "The world since 1955",
});

// %% plotly
plot.plotly({
  data: [{ type: "box", y: complete.column("body_mass_g").values, name: "penguins" }],
  layout: { title: { text: "Any figure of plotly.js" } },
});
