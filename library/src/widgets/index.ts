/**
 * Widgets: controls in the notebook whose values are variables here, and here's values in the
 * notebook, by the protocol of ipywidgets 8. JupyterLab, Notebook 7 and VS Code show them; where
 * nobody can, they are text that says their state.
 *
 * @module
 */
export { Button } from "./controls/button.ts";
export { Checkbox } from "./controls/checkbox.ts";
export { Dropdown, type Choices } from "./controls/dropdown.ts";
export { HBox, VBox, type AnyWidget } from "./controls/boxes.ts";
export { Image } from "./controls/image.ts";
export { FloatProgress, IntProgress } from "./controls/progress-bars.ts";
export { FloatSlider, IntSlider } from "./controls/sliders.ts";
export { Output, type NotebookOutput } from "./output/output.ts";
export { HTML, Label, Text } from "./controls/texts.ts";
export { interact, Interaction, type ControlValues } from "./interact/interact.ts";
export type { ControlSource, ControlValue, ValueWidget } from "./interact/control.ts";
export { link, type LinkEnd } from "./link.ts";
export { livePlot, LivePlot, type LivePlotOptions } from "./live/live-plot.ts";
export { Layout } from "./model/layout.ts";
export type { Change } from "./model/observers.ts";
export { closeAll } from "./model/registry.ts";
export { progress } from "./progress/progress.ts";
export { ProgressBar, type ProgressOptions } from "./progress/progress-bar.ts";
export { Widget } from "./widget/widget.ts";
