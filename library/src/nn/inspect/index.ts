/**
 * Looking into models.
 *
 * @module
 */
export { activations } from "./activations.ts";
export { architecture, type ArchitectureOptions } from "./architecture.ts";
export { summary, ModelSummary, type SummaryRow } from "./summary.ts";
export { weightsHistogram } from "./weights-histogram.ts";
