/**
 * Names and versions of the protocol between widgets and their front end, as ipywidgets 8 documents
 * it ("Model State", "Widget Messaging Protocol").
 *
 * @module
 */

/** Of the messages between a model and its front end. */
export const protocolVersion = "2.1.0";

export const modelTarget = "jupyter.widget";
export const controlTarget = "jupyter.widget.control";

export const viewMimeType = "application/vnd.jupyter.widget-view+json";

/** How a state refers to another model. */
export const reference = (id: string): string => `IPY_MODEL_${id}`;

/** The front end's classes for a model. */
export interface Identity {
  readonly model: string;
  readonly view: string;
  readonly module: string;
  /** Default: as `module`. */
  readonly viewModule?: string;
  readonly version: string;
}

const named = (module: string, version: string) => (model: string, view: string) => ({
  ...{ model, view, module, version },
});

export const controls = named("@jupyter-widgets/controls", "2.0.0");
export const base = named("@jupyter-widgets/base", "2.0.0");
export const output = named("@jupyter-widgets/output", "1.0.0");

/** A style: its model is among the controls, its view in the base. */
export const style = (model: string): Identity => ({
  ...controls(model, "StyleView"),
  viewModule: "@jupyter-widgets/base",
});

/** What every state says of its front end. */
export function identityState({ model, view, module, viewModule, version }: Identity) {
  return {
    _model_module: module,
    _model_module_version: version,
    _model_name: model,
    _view_count: null,
    _view_module: viewModule ?? module,
    _view_module_version: version,
    _view_name: view,
  };
}
