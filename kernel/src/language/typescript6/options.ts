/**
 * How cells are compiled: the newest language, strictly, resolved as a bundler would.
 *
 * @module
 */
import ts from "typescript";

export const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  // What Node resolves with, beside the "import" and "types" of a bundler.
  customConditions: ["node"],
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.esnext.d.ts"],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  // A local ./x.js has the types its code implies.
  allowJs: true,
};
