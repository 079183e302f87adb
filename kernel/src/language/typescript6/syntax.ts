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

/** Brackets without their partner, outermost first; `${` counts as `{`. */
function openBrackets(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  const open: string[] = [];
  for (;;) {
    let token = scanner.scan();
    // A `}` that ends a substitution continues its template.
    if (token === ts.SyntaxKind.CloseBraceToken && open.at(-1) === "${")
      token = scanner.reScanTemplateToken(false);
    switch (token) {
      case ts.SyntaxKind.EndOfFileToken:
        return open;
      case ts.SyntaxKind.OpenBraceToken:
      case ts.SyntaxKind.OpenParenToken:
      case ts.SyntaxKind.OpenBracketToken:
        open.push(scanner.getTokenText());
        break;
      case ts.SyntaxKind.TemplateHead:
        open.push("${");
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
