import { host, type Comm, type CommMessage } from "../../host/index.ts";
import { splitBuffers } from "./buffers.ts";
import { controlTarget } from "./protocol.ts";

/** What the registry needs of a model. */
interface Registered {
  readonly id: string;
  close(): void;
  wireState(): Record<string, unknown>;
}

/** All models that are not closed: the front end may ask for any of them, for example after a reload. */
const models = new Map<string, Registered>();
let answering: object | undefined;

export function register(model: Registered): void {
  answerControl();
  models.set(model.id, model);
}

export function unregister(model: Registered): void {
  models.delete(model.id);
}

/** Closes every widget: their views go, and their memory. */
export function closeAll(): void {
  for (const model of [...models.values()]) model.close();
}

/** A page that was loaded anew asks for the states of all models at once. */
function answerControl(): void {
  const door = host();
  if (answering === door) return;
  answering = door;
  door.onCommOpen(controlTarget, (comm) => {
    comm.onMessage((message) => answer(comm, message));
  });
}

function answer(comm: Comm, { data }: CommMessage): void {
  const { method } = Object(data) as { method?: unknown };
  if (method !== "request_states") {
    throw new Error(`The front end asks widgets for the unknown method ${JSON.stringify(method)}`);
  }
  const full = [...models.values()].map((model) => {
    const state = model.wireState();
    const { _model_name, _model_module, _model_module_version } = state;
    return [
      model.id,
      {
        model_name: _model_name,
        model_module: _model_module,
        model_module_version: _model_module_version,
        state,
      },
    ] as const;
  });
  const { state: states, buffer_paths, buffers } = splitBuffers(Object.fromEntries(full));
  comm.send({ method: "update_states", states, buffer_paths }, { buffers });
}
