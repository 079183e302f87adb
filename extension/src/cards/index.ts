import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { cardMimeTypes, CardRenderer } from "./renderer.ts";

/** Shows the checks and outcomes that a lesson's kernel publishes, in the learner's language. */
export const cardsExtension: IRenderMime.IExtension = {
  id: "@daylab/labextension:cards",
  description: "Shows Daylab's checks and outcomes as cards.",
  rendererFactory: {
    // Text only: a record's words cannot become markup.
    safe: true,
    mimeTypes: cardMimeTypes,
    createRenderer: (options) => new CardRenderer(options),
  },
  // Before the HTML (50) that a record carries for other front ends.
  rank: 40,
  dataType: "json",
};
