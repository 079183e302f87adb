/**
 * Models in files.
 *
 * @module
 */
export { loadInto, loadModel, type LoadedModel, type LoadOptions } from "./load.ts";
export { saveModel, type SaveOptions } from "./save.ts";
