/**
 * What JupyterLab and Notebook 7 load: renderers of MIME types. They stand in one list, so that a
 * front end learns of all of them while it loads a few kilobytes.
 *
 * @module
 */
import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { cardsExtension } from "./cards/index.ts";
import { plotlyExtension } from "./plotly/index.ts";

const extensions: readonly IRenderMime.IExtension[] = [plotlyExtension, cardsExtension];

export default extensions;
