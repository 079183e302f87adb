import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { PlotlyRenderer } from "./renderer.ts";

/** Draws `application/vnd.plotly.v1+json`, in outputs and as files that end in `.plotly.json`. */
export const plotlyExtension: IRenderMime.IExtension = {
  id: "@daylab/labextension:plotly",
  description: "Draws Plotly figures; plotly.js is loaded with the first of them.",
  rendererFactory: {
    // A figure is data: plotly.js runs no code from it and drops script links from its texts.
    safe: true,
    mimeTypes: ["application/vnd.plotly.v1+json"],
    createRenderer: (options) => new PlotlyRenderer(options),
  },
  // Before HTML (50) and PNG (90), which a figure carries for front ends that cannot draw it.
  rank: 40,
  dataType: "json",
  fileTypes: [
    {
      name: "plotly",
      displayName: "Plotly figure",
      mimeTypes: ["application/vnd.plotly.v1+json"],
      extensions: [".plotly.json"],
    },
  ],
  documentWidgetFactoryOptions: {
    name: "Plotly figure",
    primaryFileType: "plotly",
    fileTypes: ["plotly", "json"],
    defaultFor: ["plotly"],
  },
};
