/** A cell that cannot be parsed. Lines and columns are 1-based and those of the cell. */
export class CellSyntaxError extends SyntaxError {
  override readonly name = "SyntaxError";
  readonly line: number;
  readonly column: number;
  /** The lines around the error with a marker under it, ready for a traceback. */
  readonly frame: string;
  /** The `url` the cell was prepared with. */
  readonly url: string;

  constructor(
    message: string,
    place: { line: number; column: number; frame: string; url: string },
  ) {
    super(message);
    this.line = place.line;
    this.column = place.column;
    this.frame = place.frame;
    this.url = place.url;
  }
}
