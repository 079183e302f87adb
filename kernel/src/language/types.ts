/** How much the type checker has to say about a cell. */
export type TypesMode = "off" | "warn" | "strict";

/** One finding of the type checker. Lines and columns are 1-based and in UTF-16 code units. */
export interface CellDiagnostic {
  readonly category: "error" | "warning";
  /** TypeScript's number, such as 2322. */
  readonly code: number;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

export interface CompletionItem {
  readonly text: string;
  /** TypeScript's script element kind: `function`, `property`, `keyword`, `module`… */
  readonly type: string;
  /** What follows the name in a declaration: `(x: number): string` or `: number[]`. */
  readonly signature?: string;
}

/** What the live session could be asked at a place, as JavaScript that only looks. */
export type LiveAt =
  /** The names in scope. */
  | { readonly kind: "names" }
  /** The members of a value. */
  | { readonly kind: "members"; readonly of: string }
  /** The names of columns, in a text; the first of these values that has columns is meant. */
  | { readonly kind: "columns"; readonly of: readonly string[] };

/** `start` and `end` are UTF-16 offsets; the protocol thread turns them into code points. */
export interface CompletionResult {
  readonly items: readonly CompletionItem[];
  readonly start: number;
  readonly end: number;
  /** Where the types may not know everything. */
  readonly live?: LiveAt;
}

export interface InspectionResult {
  readonly found: boolean;
  /** Markdown: the signature in a fence, then the documentation. */
  readonly markdown: string;
  readonly text: string;
  /** Where the type says nothing: what the live session could be asked for, as JavaScript. */
  readonly live?: string;
}

export type Completeness =
  | { readonly status: "complete" | "invalid" | "unknown" }
  | { readonly status: "incomplete"; readonly indent: string };

/** What a commit changed. */
export interface Committed {
  /** The number that the cell's declarations have; none where it has none. */
  readonly cell?: number;
  /** The cells that later ones have replaced in full; their numbers may be used again. */
  readonly forgotten: readonly number[];
}

/**
 * What the language thread can be asked. Offsets are UTF-16 code units into `code`.
 * A checked cell becomes visible to later cells only once it is committed: a cell that strict mode
 * blocked, or that did not parse, never was.
 */
export interface LanguageRequests {
  /** Type-checks a cell against the committed ones. */
  check(code: string): Promise<readonly CellDiagnostic[]>;
  /** Makes the cell's declarations visible to the cells after it. */
  commit(code: string): Promise<Committed>;
  complete(code: string, offset: number): Promise<CompletionResult>;
  inspect(code: string, offset: number, detailLevel: 0 | 1): Promise<InspectionResult>;
  isComplete(code: string): Promise<Completeness>;
}
