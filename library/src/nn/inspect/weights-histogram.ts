import { grid, histogram, type Figure } from "../../plot/index.ts";
import type { LayersModel } from "../../tensorflow/index.ts";

const columns = 3;

/**
 * How the weights of each layer are distributed, a histogram for each.
 *
 * @throws RangeError for a model without weights
 */
export function weightsHistogram(model: LayersModel): Figure {
  const charts = model.weights.map((weight) => {
    const values = [...weight.read().dataSync<"float32">()];
    return histogram(
      { weight: values },
      { x: "weight", title: weight.originalName, width: 220, height: 130 },
    );
  });
  if (charts.length === 0)
    throw new RangeError(`The model "${model.name}" has no weights to draw.`);
  if (charts.length === 1) return charts[0];
  const rows = Array.from({ length: Math.ceil(charts.length / columns) }, (_, row) =>
    charts.slice(row * columns, (row + 1) * columns),
  );
  return grid(rows);
}
