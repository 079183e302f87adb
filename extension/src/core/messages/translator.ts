/** What the core needs of JupyterLab's `TranslationBundle`, which can be passed as it is. */
export interface Translator {
  /** `%1`, `%2` … stand for the arguments. */
  __(text: string, ...values: readonly unknown[]): string;
  /** `%1` stands for `n`, `%2` … for the arguments. */
  _n(one: string, many: string, n: number, ...values: readonly unknown[]): string;
}

/** English without a catalogue: for tests, for Node, and until a language is loaded. */
export const english: Translator = {
  __: (text, ...values) => fill(text, values),
  _n: (one, many, n, ...values) => fill(n === 1 ? one : many, [n, ...values]),
};

function fill(text: string, values: readonly unknown[]): string {
  return text.replace(/%(\d+)/g, (hole, digits: string) => {
    const index = Number(digits) - 1;
    return index < values.length ? String(values[index]) : hole;
  });
}
