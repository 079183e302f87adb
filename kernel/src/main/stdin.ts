import { currentCell } from "./cell.ts";

/** `prompt`, `confirm` and `input` say that they cannot ask yet, instead of not being there. */
export function refuseInput(): void {
  for (const name of ["prompt", "confirm", "input"]) {
    const refuse = (): never => {
      const reason = currentCell()?.request.allowStdin
        ? "this version of the kernel does not use the stdin channel"
        : "this front end does not allow it";
      const remedy = "Assign the value to a variable in the cell instead.";
      throw new Error(`${name}() cannot ask for input: ${reason}. ${remedy}`);
    };
    Object.defineProperty(globalThis, name, { value: refuse, writable: true, configurable: true });
  }
}
