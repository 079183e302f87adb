import engine from "nodejs-polars/bin/lazy/expr/index.js";
import { type Native, wholeBehind, type Wrap } from "./whole.ts";

const ofItself = ["sum", "mean", "median", "min", "max", "std", "var", "count", "first", "last"]
  .concat(["isNull", "isNotNull", "isNan", "isNotNan", "not", "dropNulls", "nUnique", "abs"])
  .concat(["nullCount", "reverse", "implode", "toPhysical", "floor", "ceil"]);
const withAnother = ["add", "sub", "mul", "div", "rem", "and"].concat([
  "eq",
  "neq",
  "gt",
  "gtEq",
  "lt",
  "ltEq",
]);
const strategies = ["backward", "forward", "mean", "min", "max", "zero", "one"];

const native = (other: unknown, textIsValue: boolean): Native =>
  (engine.exprToLitOrExpr(other, textIsValue) as unknown as LightExpression).inner();

/** An expression that has the methods of the engine's own, most of them through the whole one. */
class LightExpression {
  /** The engine reads it. */
  readonly _expr: Native;

  constructor(expression: Native) {
    this._expr = expression;
  }

  inner(): Native {
    return this._expr;
  }

  alias(name: string): object {
    return this.made("alias", name);
  }

  cast(type: unknown, strict = false): object {
    return this.made("cast", type, strict);
  }

  or(other: unknown): object {
    return this.made("or", native(other, true));
  }

  fillNull(value: unknown, limit?: number): object {
    return strategies.includes(value as string)
      ? this.made("fillNullWithStrategy", value, limit ?? null)
      : this.made("fillNull", native(value, true));
  }

  fillNan(value: unknown): object {
    return this.made("fillNan", native(value, true));
  }

  any(ignoreNulls: boolean | { ignoreNulls: boolean } = true): object {
    return this.made(
      "any",
      typeof ignoreNulls === "object" ? ignoreNulls.ignoreNulls : ignoreNulls,
    );
  }

  all(ignoreNulls: boolean | { ignoreNulls: boolean } = true): object {
    return this.made(
      "all",
      typeof ignoreNulls === "object" ? ignoreNulls.ignoreNulls : ignoreNulls,
    );
  }

  [Symbol.toStringTag](): string {
    return "Expr";
  }

  made(method: string, ...given: unknown[]): object {
    return new LightExpression(this._expr[method](...given) as Native);
  }
}

const own = LightExpression.prototype as unknown as Record<string, unknown>;
for (const name of ofItself) {
  own[name] = function (this: LightExpression) {
    return this.made(name);
  };
}
for (const name of withAnother) {
  own[name] = function (this: LightExpression, other: unknown) {
    return this.made(name, native(other, false));
  };
}

/** Expressions are light from now on. Returns the engine's own way to make one. */
export function lightenExpressions(): Wrap {
  const whole = engine._Expr as unknown as Wrap;
  Object.setPrototypeOf(
    LightExpression.prototype,
    wholeBehind<LightExpression>((light) => whole(light._expr)),
  );
  Object.assign(engine, { _Expr: (expression: Native) => new LightExpression(expression) });
  return whole;
}
