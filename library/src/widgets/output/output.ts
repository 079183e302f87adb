import { host, type DisplayData } from "../../host/index.ts";
import { output } from "../model/protocol.ts";
import { text } from "../traits/kinds.ts";
import { shown, type Trait } from "../traits/trait.ts";
import { anyWidget } from "../widget/common.ts";
import { widgetClass } from "../widget/widget-class.ts";

/** An output as a notebook's file holds it. */
export type NotebookOutput =
  | ({ readonly output_type: "display_data" } & DisplayData)
  | {
      readonly output_type: "stream";
      readonly name: "stdout" | "stderr";
      readonly text: string;
    };

const outputs: Trait<readonly NotebookOutput[]> = {
  initial: () => [],
  check(value, name) {
    if (Array.isArray(value)) return value as NotebookOutput[];
    throw new TypeError(`${name} must be a list of outputs, received ${shown(value)}`);
  },
};

const traits = {
  ...anyWidget,
  /** What it shows; `show`, `print` and `clear` keep it. */
  outputs,
  /** Of a request whose output is redirected here; this library redirects none. */
  msgId: text(),
};

/**
 * A place for outputs that can be changed later, from any cell or handler.
 *
 * @example
 * const output = new Output();
 * output.print("epoch 1\n");
 * output.clear();
 * output.print("epoch 2\n");
 * output.outputs.length; // 1
 */
export class Output extends widgetClass("Output", output("OutputModel", "OutputView"), traits, []) {
  /**
   * Adds a value as a cell would show it; `replace` puts it in the place of all that was there.
   *
   * @returns a promise where the value takes time to say how it looks
   */
  show(value: unknown, { replace = false } = {}): Promise<void> | undefined {
    const put = (data: DisplayData | undefined): void => {
      const added: NotebookOutput[] = data ? [{ output_type: "display_data", ...data }] : [];
      this.outputs = replace ? added : [...this.outputs, ...added];
    };
    const data = host().represent(value);
    if (data instanceof Promise) return data.then(put);
    put(data);
    return undefined;
  }

  /** Adds text. */
  print(text: string, name: "stdout" | "stderr" = "stdout"): void {
    const last = this.outputs.at(-1);
    const joins = last?.output_type === "stream" && last.name === name;
    const before = joins ? this.outputs.slice(0, -1) : this.outputs;
    const all = joins ? last.text + text : text;
    this.outputs = [...before, { output_type: "stream", name, text: all }];
  }

  clear(): void {
    this.outputs = [];
  }

  override toString(): string {
    const texts = this.outputs.map((one) => {
      return one.output_type === "stream" ? one.text : String(one.data["text/plain"]);
    });
    return `Output(${this.closed ? "closed, " : ""}${texts.map((one) => one.trimEnd()).join("\n")})`;
  }
}
