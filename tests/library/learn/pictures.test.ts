import { mkdirSync } from "node:fs";
import path from "node:path";
import { describe, it } from "mocha";
import { load } from "../../../library/src/datasets/index.ts";
import * as learn from "../../../library/src/learn/index.ts";
import * as plot from "../../../library/src/plot/index.ts";
import { assertValidSpec } from "../plot/valid-spec.ts";

const folder = path.resolve(import.meta.dirname, "../../../results/learn");

/** What the estimators say, drawn by the plots as it is: no line between the two. */
describe("what estimators learn goes into the plots as it is", function () {
  this.timeout(60_000);
  const penguins = load("penguins").dropNa();
  const species = penguins.column("species");
  const bills = penguins.select(["bill_length_mm", "bill_depth_mm"]);
  const rows = new learn.StandardScaler().fitTransform(bills);
  const tree = new learn.DecisionTreeClassifier({ maxDepth: 3 }).fit(bills, species);

  const charts: Record<string, () => plot.Chart> = {
    tree: () => plot.tree(tree.toPlotTree()),
    dendrogram: () => plot.dendrogram(learn.linkage(rows.take([...Array(40).keys()]), "ward")),
    "decision-regions": () =>
      plot.decisionRegions((points) => tree.predict(points), bills, species),
    "learning-curve": () =>
      plot.learningCurve(
        learn.learningCurve(new learn.GaussianNB(), bills, species, {
          cv: 3,
          shuffle: true,
          randomState: 0,
        }),
      ),
    "permutation-importance": () =>
      plot.featureImportance(
        learn.permutationImportance(tree, bills, species, { randomState: 0 }).byName,
      ),
    "confusion-matrix": () => plot.confusionMatrix(species, tree.predict(bills)),
    silhouette: () =>
      plot.silhouette(rows, new learn.KMeans({ nClusters: 3, randomState: 0 }).fit(rows).labels_),
  };
  for (const [name, draw] of Object.entries(charts)) {
    it(name, async () => {
      const chart = draw();
      assertValidSpec(chart);
      mkdirSync(folder, { recursive: true });
      await chart.save(path.join(folder, `${name}.png`));
    });
  }
});
