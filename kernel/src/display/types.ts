/** A value in the forms a front end may choose from, by MIME type. Binary forms are base64. */
export type MimeBundle = Record<string, unknown>;

/** What the Jupyter protocol calls the content of `display_data` and `execute_result`. */
export interface DisplayData {
  readonly data: MimeBundle;
  readonly metadata: Record<string, unknown>;
}
