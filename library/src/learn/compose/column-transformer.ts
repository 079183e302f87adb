import { jupyterDisplay, type MimeBundle } from "../../host/index.ts";
import {
  type AnyEstimator,
  type AnyTarget,
  CellTransformer,
  Estimator,
  register,
} from "../base/index.ts";
import type { Matrix } from "../matrix/index.ts";
import { readColumns, Table, type TableLike } from "../matrix/index.ts";
import { type Diagrammed, diagramBundle, type DiagramNode } from "./diagram.ts";
import { checkStepNames, replaceSteps } from "./names.ts";
import { prefixed } from "./prefixed.ts";
import {
  beside,
  checkTransforms,
  fitTransformPart,
  numbersOf,
  type Part,
  type Samples,
  transformPart,
} from "./step.ts";
import { type ColumnsWanted, wantedColumns } from "./wanted-columns.ts";

/** What happens to columns: a transformer, or they are left as they are, or left out. */
export type ColumnsStep = AnyEstimator | "passthrough" | "drop";

/** A name, what is done, and to which columns. */
export type ColumnsTask = readonly [name: string, step: ColumnsStep, columns: ColumnsWanted];

export interface ColumnTransformerParams {
  /** What is done to which columns. */
  transformers: readonly ColumnsTask[];
  /** What is done to the columns that no transformer takes. Default `"drop"`. */
  remainder: ColumnsStep;
  /** Put the transformer's name before the features it gives: `num__age`. Default true. */
  verboseFeatureNamesOut: boolean;
}

interface Block {
  readonly name: string;
  readonly step: ColumnsStep;
  readonly columns: readonly number[];
  /** The column is handed over as a list of cells. */
  readonly single: boolean;
  readonly names: readonly string[];
}

interface State {
  readonly blocks: readonly Block[];
}

/**
 * Transforms columns apart from each other and puts what comes out side by side: scaled numbers beside
 * encoded texts. The order is that of the transformers, then the remainder.
 *
 * Differs from scikit-learn: the result is a dense matrix of numbers, so texts cannot pass through;
 * transformers without columns are left out.
 *
 * @example
 * const frame = new DataFrame({ age: [20, 40], city: ["Rome", "Oslo"] });
 * const columns = new ColumnTransformer([
 *   ["num", new StandardScaler(), ["age"]],
 *   ["cat", new OneHotEncoder(), ["city"]],
 * ]);
 * columns.fitTransform(frame).toArray(); // [[-1, 0, 1], [1, 1, 0]]
 * columns.getFeatureNamesOut(); // ["num__age", "cat__city_Oslo", "cat__city_Rome"]
 */
export class ColumnTransformer
  extends CellTransformer<ColumnTransformerParams, State>
  implements Diagrammed
{
  constructor(given: readonly ColumnsTask[] | Partial<ColumnTransformerParams> = {}) {
    const params = Array.isArray(given) ? { transformers: given as readonly ColumnsTask[] } : given;
    super(
      { transformers: [], remainder: "drop", verboseFeatureNamesOut: true },
      params as Partial<ColumnTransformerParams>,
    );
  }

  override setParams(
    given: Partial<ColumnTransformerParams> | Readonly<Record<string, unknown>>,
  ): this {
    return super.setParams(replaceSteps(this.params.transformers, given, "transformers"));
  }

  protected override inner(name: string): AnyEstimator | undefined {
    const found = this.params.transformers.find(([task]) => task === name)?.[1];
    return found instanceof Estimator ? found : super.inner(name);
  }

  fit(x: TableLike, y?: AnyTarget): this {
    this.#learn(x, y);
    return this;
  }

  override fitTransform(x: TableLike, y?: AnyTarget): Matrix {
    return this.#learn(x, y);
  }

  transform(x: TableLike): Matrix {
    const { blocks } = this.fitted("transform");
    const table = this.#again(x);
    const parts = blocks.map((block) => {
      const samples = samplesOf(block, table);
      if (block.step === "passthrough") return numbersOf(samples as Table, this.name);
      return numbersOf(transformPart(block.step as Part, samples), this.name);
    });
    return beside(parts, table.rows, this.getFeatureNamesOut());
  }

  getFeatureNamesOut(): string[] {
    const { blocks } = this.fitted("names");
    return prefixed(blocks, this.params.verboseFeatureNamesOut, this.name);
  }

  /** The transformers by their names, as they have learned where they have. */
  get namedTransformers(): Readonly<Record<string, AnyEstimator>> {
    const steps: [string, ColumnsStep][] = this.isFitted
      ? this.fitted().blocks.map(({ name, step }) => [name, step])
      : this.params.transformers.map(([name, step]) => [name, step]);
    return Object.fromEntries(steps.filter(([, step]) => typeof step !== "string")) as never;
  }

  /** @internal */
  diagram(): DiagramNode {
    const { transformers, remainder } = this.params;
    const fitted = this.namedTransformers;
    const parts = transformers.map(
      ([name, step, columns]) => [name, fitted[name] ?? step, columns] as const,
    );
    const rest = remainder === "drop" ? [] : [["remainder", remainder] as const];
    return { kind: "parallel", of: this, parts: [...parts, ...rest] };
  }

  override [jupyterDisplay](): MimeBundle {
    return diagramBundle(this);
  }

  #learn(x: TableLike, y: AnyTarget | undefined): Matrix {
    const tasks = this.#tasks();
    const table = this.readFitColumns(x);
    const taken = new Set<number>();
    const places = tasks.map(([, , columns]) => wantedColumns(columns, table, this.name));
    places.flat().forEach((at) => taken.add(at));
    const rest = table.columns.map((_, at) => at).filter((at) => !taken.has(at));
    const all = tasks.map(([name, step, wanted], at): Block => ({
      name,
      step,
      columns: places[at],
      single: typeof wanted === "string" || typeof wanted === "number",
      names: [],
    }));
    const { remainder } = this.clone().params;
    all.push({ name: "remainder", step: remainder, columns: rest, single: false, names: [] });
    const used = all.filter(({ step, columns }) => step !== "drop" && columns.length > 0);
    const parts: Matrix[] = [];
    const blocks = used.map((block): Block => {
      const samples = samplesOf(block, table);
      const { step } = block;
      const output =
        step === "passthrough" ? (samples as Table) : fitTransformPart(step as Part, samples, y);
      const part = numbersOf(output, `${this.name} ("${block.name}")`);
      parts.push(part);
      return { ...block, names: part.featureNames() };
    });
    const names = prefixed(blocks, this.params.verboseFeatureNamesOut, this.name);
    this.learned({ blocks }, { columns: table.cells.length, names: table.names });
    return beside(parts, table.rows, names);
  }

  /** Copies of the transformers, checked. */
  #tasks(): readonly ColumnsTask[] {
    const { transformers, remainder } = this.params;
    checkStepNames(transformers, this.name);
    for (const [name, step] of [...transformers, ["remainder", remainder] as const]) {
      if (step === "passthrough" || step === "drop") continue;
      if (typeof step === "string") {
        throw new RangeError(
          `${this.name}: "${name}" is a transformer, "passthrough" or "drop"; it is "${step as string}".`,
        );
      }
      checkTransforms(step, `"${name}"`, this.name);
    }
    return this.clone().params.transformers;
  }

  /** Later samples: of a frame only the columns that are used must be there. */
  #again(x: TableLike): Table {
    const table = readColumns(x, this.name);
    const seen = this.featureNamesIn_;
    if (seen === undefined || table.names === undefined) return this.readMoreColumns(table);
    const used = new Set(this.fitted().blocks.flatMap(({ columns }) => columns));
    const places = seen.map((name) => table.columns.indexOf(name));
    const lacking = seen.filter((_, at) => used.has(at) && places[at] < 0);
    if (lacking.length > 0) return this.readMoreColumns(table);
    return new Table(
      places.map((at) => table.cells[at]),
      table.rows,
      seen,
      places.map((at) => table.dtypes[at]),
    );
  }
}

function samplesOf({ columns, single }: Block, table: Table): Samples {
  if (single) return Array.from(table.cells[columns[0]]) as string[];
  return table.takeColumns(columns);
}

register("ColumnTransformer", ColumnTransformer);
