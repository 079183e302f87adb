import type { CellError } from "../errors/types.ts";

/** How a cell ends that was interrupted: the name every Jupyter front end knows. */
export const interrupted: CellError = {
  ename: "KeyboardInterrupt",
  evalue: "The cell was interrupted",
  traceback: ["\u001b[31mKeyboardInterrupt\u001b[39m: The cell was interrupted"],
};
