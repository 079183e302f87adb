import { createRequire } from "node:module";

/** What an engine of TensorFlow.js counts while it runs, as far as the kernel looks at it. */
interface Engine {
  readonly state: {
    readonly scopeStack: readonly unknown[];
    readonly numDataMovesStack: unknown[];
    kernelDepth: number;
    gradientDepth: number;
    activeTape: unknown;
  };
  endScope(result?: unknown): void;
}

interface Layers {
  readonly LayersModel?: { readonly prototype: object };
}

/**
 * Puts TensorFlow.js in order after a cell was ended in the midst of it. A termination runs no
 * `finally`: the engine would take every later operation for a part of the one that was ended, so
 * that no gradient could be found any more, and a model would be in training for ever.
 */
export class TensorFlow {
  /** Set where a cell was stopped; a termination may still be under way then. */
  stopped = false;
  /** Open scopes when the latest cell began; it may have been left open on purpose. */
  #scopes = 0;

  /**
   * Called before a cell runs.
   *
   * @param instances finds all objects in memory that inherit from a prototype.
   */
  begin(instances: (prototype: object) => readonly object[]): void {
    const found = engine();
    if (found && this.stopped) this.#restore(found, instances);
    this.stopped = false;
    this.#scopes = found?.state.scopeStack.length ?? 0;
  }

  #restore(running: Engine, instances: (prototype: object) => readonly object[]): void {
    const { state } = running;
    state.kernelDepth = 0;
    state.gradientDepth = 0;
    state.activeTape = null;
    state.numDataMovesStack.length = 0;
    while (state.scopeStack.length > this.#scopes) running.endScope();
    for (const { LayersModel } of layers()) {
      if (!LayersModel) continue;
      for (const model of instances(LayersModel.prototype)) {
        // The prototype's own descendants are prototypes.
        if (Object.hasOwn(model, "isTraining")) Object.assign(model, { isTraining: false });
      }
    }
  }
}

/** Where every copy of TensorFlow.js in a process finds the one engine. */
function engine(): Engine | undefined {
  const { _tfengine: found } = globalThis as { _tfengine?: Partial<Engine> };
  const complete = Array.isArray(found?.state?.scopeStack) && typeof found?.endScope === "function";
  return complete ? (found as Engine) : undefined;
}

/** The copies of the layers' package that cells have loaded. */
function layers(): Layers[] {
  const { cache } = createRequire(import.meta.url);
  return Object.entries(cache).flatMap(([file, module]) =>
    /[\\/]tfjs-layers[\\/]/.test(file) ? [Object(module?.exports) as Layers] : [],
  );
}
