/**
 * What the language thread asks of a TypeScript compiler, as plain data. `typescript6/` is the one
 * implementation; a compiler with another API gets its own folder and nothing else changes.
 *
 * Modules are named by number: number `n` is the n-th cell, 0 the one being looked at. Offsets are
 * UTF-16 code units.
 *
 * @module
 */
import type { LiveAt } from "./types.ts";

/** How a name was declared at the top level of a cell. */
export type DeclarationKind =
  "const" | "let" | "function" | "class" | "enum" | "interface" | "type" | "namespace" | "import";

/** A name that a cell declares at its top level. */
export interface Declaration {
  readonly kind: DeclarationKind;
  /** The name stands for something at run time. */
  readonly value: boolean;
  /** The name can be used as a type (or as the left side of a qualified type). */
  readonly type: boolean;
  /** The cell already exports it under this very name. */
  readonly exported: boolean;
  /** The statement, without the comments before it. */
  readonly start: number;
  readonly end: number;
}

/** A use of a name before the cell's own declaration of it has a value. */
export interface EarlierUse {
  readonly name: string;
  readonly end: number;
  /** `{ name }`, which is its own key. */
  readonly shorthand: boolean;
}

/** What can be said of a cell from its text alone. */
export interface CellNames {
  readonly declared: ReadonlyMap<string, Declaration>;
  /** Every name the cell might take from elsewhere: a superset of its free names. */
  readonly used: ReadonlySet<string>;
  readonly earlier: readonly EarlierUse[];
  /** The cell begins with a `@ts-nocheck` comment. */
  readonly unchecked: boolean;
}

/** Which cell a name belongs to, as a value and as a type. */
export interface Owners {
  readonly values: ReadonlyMap<string, number>;
  readonly types: ReadonlyMap<string, number>;
}

export interface RawDiagnostic {
  readonly category: "error" | "warning";
  readonly code: number;
  readonly message: string;
  readonly start: number;
  readonly length: number;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface RawCompletion {
  readonly name: string;
  /** TypeScript's script element kind. */
  readonly kind: string;
  /** What follows the name in a declaration. */
  readonly signature?: string;
}

export interface RawCompletions {
  /** Those that begin with what is written, best first. */
  readonly entries: readonly RawCompletion[];
  /** Where the text to replace starts and ends. */
  readonly span: Span;
  /** They are the names in scope, not the members of something. */
  readonly names: boolean;
}

/** What a declaration's comment says, in Markdown. */
export interface Documented {
  readonly documentation: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
}

export interface QuickInfo extends Documented {
  /** The signature, as TypeScript prints it. */
  readonly signature: string;
  readonly span: Span;
}

/** The call around a place. */
export interface CallInfo extends Documented {
  readonly signature: string;
  /** The parameter that is being written. */
  readonly parameter?: {
    /** Where it is in the signature. */
    readonly span: Span;
    readonly documentation: string;
  };
  /** Which of the overloads this is, from 1. */
  readonly overload: number;
  /** The signatures of all overloads, this one included. */
  readonly overloads: readonly string[];
}

/** How far a cell's text is from being a program. */
export interface Syntax {
  /** The first thing the parser objected to, if any. */
  readonly error?: { readonly start: number; readonly code: number };
  /** Where the last token ends: an error from here on asks for more text. */
  readonly end: number;
  /** The text parses, but its last function or method still lacks a body. */
  readonly missingBody: boolean;
  /** Where the brackets and template substitutions begin that are still open, innermost last. */
  readonly open: readonly number[];
}

/** A quoted string around a place in a cell. */
export interface StringAt {
  /** It names a module: `import … from "…"`, `import("…")` or `require("…")`. */
  readonly module: boolean;
  /** The text between the quotes, as written. */
  readonly span: Span;
}

/** Where a name is declared, where that is in a cell or in a file that has its source. */
export interface DefinitionAt {
  /** None where it is in a file. */
  readonly cell?: number;
  readonly text: string;
  /** The declaration in the module's text. */
  readonly span: Span;
  /** The name, and those it is nested in, innermost first. */
  readonly names: readonly string[];
}

export interface Compiler {
  /** The version of the compiler, such as `6.0.3`. */
  readonly version: string;
  names(code: string): CellNames;
  syntax(code: string): Syntax;
  /** The string literal around `offset`, if there is one. */
  stringAt(code: string, offset: number): StringAt | undefined;
  /** What the live session could be asked at `offset`. */
  liveAt(code: string, offset: number): LiveAt | undefined;
  /** The name around or before `offset` with the value it is a member of, as JavaScript that only looks. */
  pathAt(code: string, offset: number): string | undefined;
  /** What the module calls `name` where it means an earlier cell's; no message shows it. */
  earlierName(name: string): string;
  /** What the module calls the cell's `name` where the name itself is declared anew. */
  otherName(name: string): string;
  /** Takes out of a module's text what a cell's code has not. */
  clean(text: string): string;
  /** How a module refers to cell `n` in an import. */
  specifier(n: number): string;
  /** How a module refers to all cells at once: one module has their values, one their types. */
  readonly shared: { readonly values: string; readonly types: string };
  /** Says what the shared modules hand out. */
  share(owners: Owners): void;
  /** The cells that a module's text refers to. */
  references(text: string): readonly number[];
  /** Sets the text of cell `n`; `frozen` text is a declaration file. */
  write(n: number, text: string, frozen: boolean): void;
  /** Forgets a cell that nothing refers to any more; its number is free for another. */
  remove(n: number): void;
  /** Looks again at the files on disk that the user may have edited. */
  refresh(): void;
  diagnostics(n: number): readonly RawDiagnostic[];
  /**
   * The module as a declaration file, or nothing where that would lose a type. What it has from the
   * shared modules comes from the cells themselves, which own it now.
   */
  declarations(n: number): string | undefined;
  completions(n: number, offset: number): RawCompletions | undefined;
  quickInfo(n: number, offset: number): QuickInfo | undefined;
  /** What {@link Compiler.quickInfo} says of a name where the cell declares it. */
  exportInfo(n: number, name: string): QuickInfo | undefined;
  /** The call whose parentheses are around `offset`. */
  call(n: number, offset: number): CallInfo | undefined;
  definition(n: number, offset: number): DefinitionAt | undefined;
}
