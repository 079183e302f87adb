/** The learner's way through the curriculum, in the left sidebar. */
export { ProgressPanel, type PanelActions } from "./panel.ts";
export { statusWords, timeWords } from "./words.ts";
