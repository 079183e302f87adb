/**
 * What needs JupyterLab's services: the learner's progress and all that shows it. The MIME renderers
 * stand apart in `index.ts`, so that they load alone.
 *
 * @module
 */
import { learnerViews } from "./learner-views.ts";
import { progressPlugin } from "./progress/plugin.ts";
import { shellPlugin } from "./shell/plugin.ts";
import { timed } from "./timing.ts";

export default [timed(progressPlugin), timed(shellPlugin), ...learnerViews.map(timed)];
