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
  readonly signature?: string;
}

/** `start` and `end` are UTF-16 offsets; the protocol thread turns them into code points. */
export interface CompletionResult {
  readonly items: readonly CompletionItem[];
  readonly start: number;
  readonly end: number;
}

export interface InspectionResult {
  readonly found: boolean;
  /** Markdown: the signature in a fence, then the documentation. */
  readonly markdown: string;
  readonly text: string;
}

export type Completeness =
  | { readonly status: "complete" | "invalid" | "unknown" }
  | { readonly status: "incomplete"; readonly indent: string };

/**
 * What the language thread can be asked. Offsets are UTF-16 code units into `code`.
 * A checked cell becomes visible to later cells only once it is committed: a cell that strict mode
 * blocked, or that did not parse, never was.
 */
export interface LanguageRequests {
  /** Type-checks a cell against the committed ones. */
  check(code: string): Promise<readonly CellDiagnostic[]>;
  /** Makes the cell's declarations visible to the cells after it. */
  commit(code: string): Promise<void>;
  complete(code: string, offset: number): Promise<CompletionResult>;
  inspect(code: string, offset: number, detailLevel: 0 | 1): Promise<InspectionResult>;
  isComplete(code: string): Promise<Completeness>;
}
