/**
 * What the parser makes of a cell that may not be finished yet.
 *
 * @module
 */
import ts from "typescript";
import type { Syntax } from "../compiler.ts";

/** The parser keeps its findings on the tree, where the declared API does not show them. */
type Parsed = ts.SourceFile & { readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[] };

/** Reads the state of a parsed cell. */
export function cellSyntax(source: ts.SourceFile): Syntax {
  const [first] = (source as Parsed).parseDiagnostics;
  return {
    ...(first === undefined ? {} : { error: { start: first.start, code: first.code } }),
    end: source.endOfFileToken.pos,
    missingBody: lacksBody(source.statements.at(-1)),
    open: openBrackets(source.text),
  };
}

/** `function f()` parses: it could be an overload. Nothing else can follow an ambient one. */
function lacksBody(statement: ts.Statement | undefined): boolean {
  if (statement === undefined || !ts.isFunctionDeclaration(statement)) return false;
  const ambient = ts.getModifiers(statement)?.some((m) => m.kind === ts.SyntaxKind.DeclareKeyword);
  const ended = statement.getLastToken()?.kind === ts.SyntaxKind.SemicolonToken;
  return statement.body === undefined && ambient !== true && !ended;
}

/** Where brackets without their partner begin, outermost first. */
function openBrackets(text: string): number[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  const open: { start: number; substitution: boolean }[] = [];
  for (;;) {
    let token = scanner.scan();
    // A `}` that ends a substitution continues its template.
    if (token === ts.SyntaxKind.CloseBraceToken && open.at(-1)?.substitution === true)
      token = scanner.reScanTemplateToken(false);
    switch (token) {
      case ts.SyntaxKind.EndOfFileToken:
        return open.map(({ start }) => start);
      case ts.SyntaxKind.OpenBraceToken:
      case ts.SyntaxKind.OpenParenToken:
      case ts.SyntaxKind.OpenBracketToken:
        open.push({ start: scanner.getTokenStart(), substitution: false });
        break;
      case ts.SyntaxKind.TemplateHead:
        open.push({ start: scanner.getTokenEnd() - 2, substitution: true });
        break;
      case ts.SyntaxKind.CloseBraceToken:
      case ts.SyntaxKind.CloseParenToken:
      case ts.SyntaxKind.CloseBracketToken:
      case ts.SyntaxKind.TemplateTail:
        open.pop();
        break;
    }
  }
}
