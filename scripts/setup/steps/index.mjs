/**
 * The steps of the set-up, in order. Each says how to tell that it is done: `isThere` looks at the
 * disk, `fingerprint` names everything the step was made from.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} title
 * @property {string} expectation what a first run was seen to take
 * @property {(environment: import("../environment.mjs").Environment) => boolean} isThere
 * @property {(environment: import("../environment.mjs").Environment) => string} fingerprint
 * @property {(environment: import("../environment.mjs").Environment, say: (line: string) => void) => Promise<void>} run
 */
import { kernelspec } from "./kernelspec.mjs";
import { labextension } from "./labextension.mjs";
import { nodePackages } from "./node-packages.mjs";
import { pythonPackages } from "./python-packages.mjs";
import { settings } from "./settings.mjs";
import { tensorflow } from "./tensorflow.mjs";

/** @type {Step[]} */
export const steps = [pythonPackages, nodePackages, tensorflow, kernelspec, labextension, settings];
