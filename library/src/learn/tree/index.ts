export {
  DecisionTreeClassifier,
  type DecisionTreeClassifierParams,
} from "./decision-tree-classifier.ts";
export {
  DecisionTreeRegressor,
  type DecisionTreeRegressorParams,
} from "./decision-tree-regressor.ts";
export { exportText, type ExportTextOptions } from "./export-text.ts";
export type { TreeArrays } from "./grow/index.ts";
export type { MaxFeatures, TreeGrowthParams } from "./params.ts";
export type { NamedPlotTree, PlotTree } from "./plot-tree.ts";
export type { PruningPath } from "./prune.ts";
