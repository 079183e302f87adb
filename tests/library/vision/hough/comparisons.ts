import assert from "node:assert/strict";
import { houghCircles, houghLines } from "../../../../library/src/vision/index.ts";
import { type Answer, asImage, readAnswers } from "../answers.ts";
import { close } from "../close.ts";
import type { Comparison } from "../page/comparisons.ts";

interface Answers {
  readonly lines: Answer;
  readonly face: Answer;
  readonly circles: Answer;
  readonly houghLines: Record<string, [rho: number, theta: number, votes: number][]>;
  readonly houghCircles: [x: number, y: number, radius: number][];
}

const answers = readAnswers<Answers>("hough");

export const comparisons: readonly Comparison[] = [
  ...Object.entries(answers.houghLines).map(([key, theirs]) => {
    const [name, rho, degrees, threshold] = key.split(",");
    return {
      subject: "houghLines",
      what: key,
      oracle: "OpenCV",
      tolerance: 1e-5,
      compare: () => {
        const theta = (Number(degrees) * Math.PI) / 180;
        const image = asImage(name === "face" ? answers.face : answers.lines);
        const ours = houghLines(image, { rho: Number(rho), theta, threshold: Number(threshold) });
        assert.ok(theirs.length > 0);
        assert.deepEqual(
          ours.map(({ votes }) => votes),
          theirs.map(([, , votes]) => votes),
        );
        ours.forEach((line, i) => {
          close(line.rho, theirs[i][0], 1e-5, "rho");
          close(line.theta, theirs[i][1], 1e-5, "theta");
        });
      },
    };
  }),
  {
    subject: "houghCircles",
    what: "three circles",
    oracle: "scikit-image",
    tolerance: 0,
    compare: () => {
      const found = houghCircles(asImage(answers.circles), { radii: [7, 20], threshold: 0.6 });
      const rows = found.map(({ center, radius }) => [...center, radius]);
      assert.deepEqual(
        rows.sort((a, b) => a[0] - b[0]),
        answers.houghCircles,
      );
    },
  },
];
