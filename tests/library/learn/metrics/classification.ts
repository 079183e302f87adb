import * as learn from "../../../../library/src/learn/index.ts";
import { ask, type Comparison, fixture } from "./asked.ts";

const { data } = fixture;
const weights = [
  ["", {}],
  [" weighted", { sampleWeight: data["weight"] }],
] as const;

/** Metrics that compare labels with labels. */
function ofLabels(kind: string, a: never, b: never): Comparison[] {
  return weights.flatMap(([name, o]) => {
    const end = `${kind}${name}`;
    const averages = ["micro", "macro", "weighted", ...(kind === "binary" ? ["binary"] : [])];
    return [
      ask(`accuracyScore ${end}`, () => learn.accuracyScore(a, b, o)),
      ask(`balancedAccuracyScore ${end}`, () => learn.balancedAccuracyScore(a, b, o)),
      ask(`balancedAccuracyScore adjusted ${end}`, () =>
        learn.balancedAccuracyScore(a, b, { adjusted: true, ...o }),
      ),
      ask(`zeroOneLoss ${end}`, () => learn.zeroOneLoss(a, b, o)),
      ask(`hammingLoss ${end}`, () => learn.hammingLoss(a, b, o)),
      ask(`matthewsCorrcoef ${end}`, () => learn.matthewsCorrcoef(a, b, o)),
      ask(`cohenKappaScore ${end}`, () => learn.cohenKappaScore(a, b, o)),
      ask(`confusionMatrix ${end}`, () => learn.confusionMatrix(a, b, o)),
      ask(`confusionMatrix shares ${end}`, () =>
        learn.confusionMatrix(a, b, { normalize: "true", ...o }),
      ),
      ...averages.flatMap((each) => {
        const average = each as learn.Average;
        const beta = 0.5;
        return [
          ask(`precisionScore ${average} ${end}`, () =>
            learn.precisionScore(a, b, { average, ...o }),
          ),
          ask(`recallScore ${average} ${end}`, () => learn.recallScore(a, b, { average, ...o })),
          ask(`f1Score ${average} ${end}`, () => learn.f1Score(a, b, { average, ...o })),
          ask(`fbetaScore ${average} ${end}`, () =>
            learn.fbetaScore(a, b, { beta, average, ...o }),
          ),
          ask(`jaccardScore ${average} ${end}`, () => learn.jaccardScore(a, b, { average, ...o })),
        ];
      }),
      ask(`precisionRecallFscoreSupport ${end}`, () => {
        const scores = learn.precisionRecallFscoreSupport(a, b, { beta: 2, ...o });
        return [scores.precision, scores.recall, scores.fscore, scores.support];
      }),
    ];
  });
}

const { binary: y, score: s, labels: l, probabilities: p, relevance, ranking, decision } = data;
const { ranks, ranksGuess, labelsGuess } = data;
const roc = ({ fpr, tpr, thresholds }: learn.RocCurve): unknown => [fpr, tpr, thresholds];
const pr = (c: learn.PrecisionRecallCurve): unknown => [c.precision, c.recall, c.thresholds];
const det = ({ fpr, fnr, thresholds }: learn.DetCurve): unknown => [fpr, fnr, thresholds];

const ofScores = weights.flatMap(([end, o]) => {
  const few = "sampleWeight" in o ? { sampleWeight: (o.sampleWeight as number[]).slice(0, 6) } : {};
  return [
    ask(`rocCurve${end}`, () => roc(learn.rocCurve(y, s, o))),
    ask(`rocCurve all${end}`, () => roc(learn.rocCurve(y, s, { dropIntermediate: false, ...o }))),
    ask(`rocAucScore${end}`, () => learn.rocAucScore(y, s, o)),
    ask(`rocAucScore part${end}`, () => learn.rocAucScore(y, s, { maxFpr: 0.3, ...o })),
    ...(["macro", "weighted", "micro"] as const).flatMap((average) => [
      ask(`rocAucScore ovr ${average}${end}`, () =>
        learn.rocAucScore(l, p, { multiClass: "ovr", average, ...o }),
      ),
      ask(`averagePrecisionScore classes ${average}${end}`, () =>
        learn.averagePrecisionScore(l, p, { average, ...o }),
      ),
    ]),
    ask(`precisionRecallCurve${end}`, () => pr(learn.precisionRecallCurve(y, s, o))),
    ask(`precisionRecallCurve dropped${end}`, () =>
      pr(learn.precisionRecallCurve(y, s, { dropIntermediate: true, ...o })),
    ),
    ask(`averagePrecisionScore${end}`, () => learn.averagePrecisionScore(y, s, o)),
    ask(`detCurve${end}`, () => det(learn.detCurve(y, s, o))),
    ask(`logLoss${end}`, () => learn.logLoss(y, s, o)),
    ask(`logLoss classes${end}`, () => learn.logLoss(l, p, o)),
    ask(`d2LogLossScore${end}`, () => learn.d2LogLossScore(l, p, o)),
    ask(`brierScoreLoss${end}`, () => learn.brierScoreLoss(y, s, o)),
    ask(`brierScoreLoss classes${end}`, () => learn.brierScoreLoss(l, p, o)),
    ask(`hingeLoss${end}`, () => learn.hingeLoss(y, decision, o)),
    ask(`hingeLoss classes${end}`, () => learn.hingeLoss(l, p, o)),
    ask(`topKAccuracyScore${end}`, () => learn.topKAccuracyScore(l, p, { k: 2, ...o })),
    ask(`topKAccuracyScore one${end}`, () => learn.topKAccuracyScore(l, p, { k: 1, ...o })),
    ask(`dcgScore${end}`, () => learn.dcgScore(relevance, ranking, few)),
    ask(`dcgScore first${end}`, () =>
      learn.dcgScore(relevance, ranking, { k: 2, logBase: 3, ...few }),
    ),
    ask(`ndcgScore${end}`, () => learn.ndcgScore(relevance, ranking, few)),
    ask(`ndcgScore first${end}`, () => learn.ndcgScore(relevance, ranking, { k: 3, ...few })),
  ];
});

export const classification: readonly Comparison[] = [
  ...ofLabels("binary", data["binary"], data["binaryGuess"]),
  ...ofLabels("labels", data["labels"], labelsGuess),
  ...ofScores,
  ...(["macro", "weighted"] as const).map((average) =>
    ask(`rocAucScore ovo ${average}`, () =>
      learn.rocAucScore(l, p, { multiClass: "ovo", average }),
    ),
  ),
  ...(["quadratic", "linear"] as const).map((kind) =>
    ask(`cohenKappaScore ${kind}`, () =>
      learn.cohenKappaScore(ranks, ranksGuess, { weights: kind }),
    ),
  ),
  ask("classificationReport binary", () =>
    learn.classificationReport(y, data["binaryGuess"], { digits: 3 }).toString(),
  ),
  ask("classificationReport labels", () =>
    learn.classificationReport(l, labelsGuess, { digits: 3 }).toString(),
  ),
  ask("classificationReport some", () =>
    learn.classificationReport(l, labelsGuess, { labels: ["cat", "ape"] as never }).toString(),
  ),
];
