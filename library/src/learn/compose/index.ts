export { type ColumnKind, columnSelector, type ColumnSelector } from "./column-selector.ts";
export {
  type ColumnsStep,
  type ColumnsTask,
  ColumnTransformer,
  type ColumnTransformerParams,
} from "./column-transformer.ts";
export { makeColumnTransformer } from "./make-column-transformer.ts";
export { makePipeline } from "./make-pipeline.ts";
export { Pipeline, type PipelineParams, type Step, type Steps } from "./pipeline.ts";
export type { Samples as PipelineSamples } from "./step.ts";
export type { ColumnsWanted } from "./wanted-columns.ts";
