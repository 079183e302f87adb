import { VBox } from "../controls/boxes.ts";
import { Output } from "../output/output.ts";
import { controlFor, type ControlSource, type ControlValue, type ValueWidget } from "./control.ts";

/** The values of all controls, by name. */
export type ControlValues<Sources extends Readonly<Record<string, ControlSource>>> = {
  readonly [Name in keyof Sources]: ControlValue<Sources[Name]>;
};

/** Controls above the result of a function of their values. */
export class Interaction<Values extends object = object> extends VBox {
  readonly controls: Readonly<Record<keyof Values, ValueWidget<unknown>>>;
  readonly output: Output;
  readonly #compute: (values: Values) => unknown;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(
    compute: (values: Values) => unknown,
    controls: Readonly<Record<keyof Values, ValueWidget<unknown>>>,
  ) {
    const output = new Output();
    const widgets = Object.values<ValueWidget<unknown>>(controls);
    super([...widgets, output]);
    this.controls = controls;
    this.output = output;
    this.#compute = compute;
    for (const widget of widgets) {
      (widget as unknown as VBox).observe(() => this.update(), "value" as never);
    }
  }

  /** What the controls say now. */
  get values(): Values {
    const entries = Object.entries<ValueWidget<unknown>>(this.controls);
    return Object.fromEntries(entries.map(([name, { value }]) => [name, value])) as Values;
  }

  /**
   * Computes the result anew. While a function is awaited, changes are gathered: then it is called
   * once, with the latest values.
   */
  update(): Promise<void> | undefined {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    const result = this.#once();
    if (!result) return undefined;
    this.#running = this.#untilLatest(result).finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** Closes the controls and the output too. */
  override close(): void {
    super.close();
    for (const widget of [...Object.values<ValueWidget<unknown>>(this.controls), this.output]) {
      widget.close();
    }
  }

  async #untilLatest(first: Promise<void>): Promise<void> {
    await first;
    while (this.#again) {
      this.#again = false;
      await this.#once();
    }
  }

  #once(): Promise<void> | undefined {
    const value = this.#compute(this.values);
    if (!(value instanceof Promise)) return this.output.show(value, { replace: true });
    return value.then((settled: unknown) => this.output.show(settled, { replace: true }));
  }
}

/**
 * Makes a control for each value that a function takes, and shows its result below them, anew after
 * each change. Leave it as a cell's last value. A function that returns a promise is awaited, and is
 * not called again before.
 *
 * @throws whatever the function throws the first time
 * @example
 * const area = interact(({ width, unit }) => `${width * width} ${unit}²`, {
 *   width: [0, 10],
 *   unit: ["m", "km"],
 * });
 * area.controls.width.value = 7;
 * area.values; // { width: 7, unit: "m" }
 */
export function interact<const Sources extends Readonly<Record<string, ControlSource>>>(
  compute: (values: ControlValues<Sources>) => unknown,
  sources: Sources,
): Interaction<ControlValues<Sources>> {
  const controls = Object.entries(sources).map(([name, source]) => [
    name,
    controlFor(source, name),
  ]);
  const made = new Interaction<ControlValues<Sources>>(
    compute,
    Object.fromEntries(controls) as Record<keyof Sources, ValueWidget<unknown>>,
  );
  void made.update();
  return made;
}
