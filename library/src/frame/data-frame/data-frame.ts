import { type Displayable, jupyterDisplay, type MimeBundle } from "../../host/index.ts";
import type { Row } from "../engine/cell.ts";
import { install } from "../engine/make.ts";
import { frameBundle, frameText } from "../display/frame.ts";
import { EngineTable, FrameBase } from "./base.ts";

/** A table of named, typed columns. */
export class DataFrame<R extends object = Row> extends FrameBase<R> implements Displayable {
  /** The table as text, cut in the middle where it is long or wide. */
  override toString(): string {
    return frameText(this.table);
  }

  /** Writes the table to the console. */
  print(): void {
    console.log(this.toString());
  }

  /** The forms a notebook shows: an HTML table, and text where there is no HTML. */
  [jupyterDisplay](): MimeBundle {
    return frameBundle(this.table);
  }
}

install({ frame: (table) => new DataFrame(new EngineTable(table) as never) });
