/**
 * What the language thread and its client say to each other: one request at a time.
 *
 * @module
 */
import type { LanguageRequests } from "./types.ts";

export type Method = keyof LanguageRequests;

export interface Request {
  readonly method: Method;
  readonly args: readonly unknown[];
}

export type Reply =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** What the worker is started with. */
export interface WorkerOptions {
  readonly directory: string;
}
