/** Something wrong in a document: where, and what. In English: it is for whoever looks at the file. */
export interface Problem {
  /** Such as `records[3].epoch`; empty for the whole document. */
  readonly at: string;
  readonly what: string;
}

export function inWords({ at, what }: Problem): string {
  return at === "" ? what : `${at} ${what}`;
}
