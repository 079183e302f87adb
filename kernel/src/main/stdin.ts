/** `prompt`, `confirm` and `input` say that they cannot ask yet, instead of not being there. */
export function refuseInput(): void {
  for (const name of ["prompt", "confirm", "input"]) {
    const refuse = (): never => {
      throw new Error(
        `${name}() cannot ask for input yet: this version of the kernel does not use the stdin ` +
          "channel. Assign the value to a variable in the cell instead.",
      );
    };
    Object.defineProperty(globalThis, name, { value: refuse, writable: true, configurable: true });
  }
}
