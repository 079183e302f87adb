import assert from "node:assert/strict";
import { Isomap, LocallyLinearEmbedding, TSNE, UMAP } from "../../../../library/src/learn/index.ts";
import { close, type Comparison } from "../cluster/compare.ts";
import { answers } from "./answers.ts";
import { trustworthiness } from "./trustworthiness.ts";

const { roll, more, digits, tsne } = answers;

/** Both are nearly as good: our places and scikit-learn's, measured by one formula. */
function trusted(model: TSNE): void {
  const own = trustworthiness(digits, model.fitTransform(digits).toArray(), 12);
  assert.ok(own > tsne.trustworthiness - 0.01, `${own} beside ${tsne.trustworthiness}`);
  const allowed = 1.1 * tsne.divergence;
  assert.ok(model.klDivergence_ < allowed, `${model.klDivergence_} beside ${tsne.divergence}`);
}

/** What manifolds say beside scikit-learn. */
export const comparisons: readonly Comparison[] = [
  {
    estimator: "Isomap",
    what: "places up to their signs, of learned samples and others",
    tolerance: 1e-8,
    compare: () => {
      const model = new Isomap({ nNeighbors: 10 });
      close(model.fitTransform(roll).data, answers.isomap.embedding, 1e-8);
      close(model.transform(more).data, answers.isomap.transform, 1e-8);
    },
  },
  {
    estimator: "LocallyLinearEmbedding",
    what: "places up to their signs, of learned samples and others, and the error",
    tolerance: 1e-6,
    compare: () => {
      const model = new LocallyLinearEmbedding({ nNeighbors: 12 });
      close(model.fitTransform(roll).data, answers.lle.embedding, 1e-6);
      close(model.transform(more).data, answers.lle.transform, 1e-6);
      close([model.reconstructionError_], [answers.lle.error], 1e-6);
    },
  },
  {
    estimator: "TSNE",
    what: "the trustworthiness of scikit-learn's places, by the formula of the tests (equal distances are ranked otherwise)",
    tolerance: 1e-4,
    compare: () => {
      close([trustworthiness(digits, tsne.places, 12)], [tsne.trustworthiness], 1e-4);
    },
  },
  {
    estimator: "TSNE",
    what: "trustworthiness and divergence of handwritten digits, Barnes and Hut",
    tolerance: 0.01,
    compare: () => trusted(new TSNE({ perplexity: 20, randomState: 0 })),
  },
  {
    estimator: "TSNE",
    what: "trustworthiness and divergence of handwritten digits, exact",
    tolerance: 0.01,
    compare: () => trusted(new TSNE({ perplexity: 20, method: "exact", randomState: 0 })),
  },
  {
    estimator: "UMAP",
    what: "trustworthiness of handwritten digits beside scikit-learn's t-SNE",
    tolerance: 0.03,
    compare: () => {
      const { data, rows } = new UMAP({ randomState: 0 }).fitTransform(digits);
      const places = Array.from({ length: rows }, (_, i) => data.subarray(2 * i, 2 * i + 2));
      const own = trustworthiness(digits, places, 12);
      assert.ok(own > tsne.trustworthiness - 0.03, `${own} beside ${tsne.trustworthiness}`);
    },
  },
];
