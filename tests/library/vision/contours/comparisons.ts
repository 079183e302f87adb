import assert from "node:assert/strict";
import * as vision from "../../../../library/src/vision/index.ts";
import { type Answer, asImage, readAnswers } from "../answers.ts";
import { close } from "../close.ts";
import type { Comparison } from "../page/comparisons.ts";

type Points = [number, number][];
interface Answers {
  readonly masks: Record<string, Answer>;
  readonly contours: Record<string, vision.Contour[]>;
  readonly external: vision.Contour[];
  readonly simple: Record<string, vision.Contour[]>;
  readonly shapes: Record<string, Points>;
  readonly area: Record<string, number>;
  readonly perimeter: Record<string, [number, number]>;
  readonly hull: Record<string, Points>;
  readonly box: Record<string, number[]>;
  readonly rect: Record<string, Points>;
  readonly circle: Record<string, number[]>;
  readonly convex: Record<string, boolean>;
  readonly inside: Record<string, number[]>;
  readonly moments: Record<string, Record<string, number>>;
  readonly hu: Record<string, number[]>;
  readonly letter: Answer;
  readonly letterMoments: Record<string, number>;
  readonly match: number;
  readonly line: Points;
  readonly open: Record<string, Points>;
  readonly closed: Record<string, Points>;
}

const answers = readAnswers<Answers>("contours");
const mask = (name: string) => asImage(answers.masks[name]);

const against = (
  subject: string,
  what: string,
  oracle: string,
  tolerance: number,
  compare: () => void,
): Comparison => ({ subject, what, oracle, tolerance, compare });

const numbers = (ours: readonly number[], theirs: readonly number[], tolerance: number): void => {
  assert.equal(ours.length, theirs.length);
  ours.forEach((value, i) => {
    close(value, theirs[i], tolerance * Math.max(1, Math.abs(theirs[i])), `value ${i}`);
  });
};

const sorted = (points: readonly vision.Point[], digits = 2) => {
  const round = (value: number) => Number(value.toFixed(digits));
  return [...points].sort((a, b) => round(a[0]) - round(b[0]) || round(a[1]) - round(b[1]));
};

const sameMoments = (ours: vision.Moments, theirs: Record<string, number>): void => {
  const keys = Object.keys(theirs) as (keyof vision.Moments)[];
  assert.equal(keys.length, 24);
  numbers(
    keys.map((key) => ours[key]),
    keys.map((key) => theirs[key]),
    1e-6,
  );
};

const shapes = Object.entries(answers.shapes);

export const comparisons: readonly Comparison[] = [
  ...Object.entries(answers.contours).map(([name, theirs]) =>
    against("findContours", name, "OpenCV", 0, () => {
      assert.deepEqual(vision.findContours(mask(name)), theirs);
    }),
  ),
  ...Object.entries(answers.simple).map(([name, theirs]) =>
    against("findContours", `${name}, simplified`, "OpenCV", 0, () => {
      assert.deepEqual(vision.findContours(mask(name), { simplify: true }), theirs);
    }),
  ),
  against("findContours", "external", "OpenCV", 0, () => {
    assert.deepEqual(vision.findContours(mask("rings"), { mode: "external" }), answers.external);
  }),
  ...shapes.flatMap(([name, points]) => [
    against("contourArea", name, "OpenCV", 1e-6, () => {
      numbers([vision.contourArea(points, true)], [answers.area[name]], 1e-6);
    }),
    against("perimeter", name, "OpenCV", 1e-6, () => {
      numbers(
        [vision.perimeter(points), vision.perimeter(points, false)],
        answers.perimeter[name],
        1e-6,
      );
    }),
    against("convexHull", name, "OpenCV", 0, () => {
      assert.deepEqual(sorted(vision.convexHull(points)), answers.hull[name]);
    }),
    against("boundingRect", name, "OpenCV", 0, () => {
      const { x, y, width, height } = vision.boundingRect(points);
      assert.deepEqual([x, y, width, height], answers.box[name]);
    }),
    against("minAreaRect", name, "OpenCV", 1e-3, () => {
      numbers(sorted(vision.minAreaRect(points).corners).flat(), answers.rect[name].flat(), 1e-3);
    }),
    against("minEnclosingCircle", name, "OpenCV", 1e-3, () => {
      const { center, radius } = vision.minEnclosingCircle(points);
      numbers([...center, radius], answers.circle[name], 1e-3);
    }),
    against("isConvex", name, "OpenCV", 0, () => {
      const polygon = name === "cloud" ? vision.convexHull(points) : points;
      assert.equal(vision.isConvex(polygon), answers.convex[name]);
    }),
    against("pointPolygonDistance", name, "OpenCV", 1e-5, () => {
      const places = [
        [8, 8],
        [3, 3],
        [20.5, 9],
      ] as const;
      numbers(
        places.map((at) => vision.pointPolygonDistance(points, at)),
        answers.inside[name],
        1e-5,
      );
    }),
    against("contourMoments", name, "OpenCV", 1e-6, () => {
      sameMoments(vision.contourMoments(points), answers.moments[name]);
    }),
    against("huMoments", name, "OpenCV", 1e-9, () => {
      numbers(vision.huMoments(vision.contourMoments(points)), answers.hu[name], 1e-9);
    }),
  ]),
  against("imageMoments", "a letter", "OpenCV", 1e-6, () => {
    sameMoments(vision.imageMoments(asImage(answers.letter)), answers.letterMoments);
  }),
  against("matchShapes", "a star and an outline", "OpenCV", 1e-6, () => {
    close(vision.matchShapes(answers.shapes.star, answers.shapes.outline), answers.match, 1e-6);
  }),
  ...Object.entries(answers.open).map(([epsilon, theirs]) =>
    against("approximatePolygon", `an open line, ${epsilon}`, "scikit-image", 0, () => {
      assert.deepEqual(vision.approximatePolygon(answers.line, Number(epsilon), false), theirs);
    }),
  ),
  ...Object.entries(answers.closed).map(([key, theirs]) => {
    const [name, epsilon] = key.split(",");
    return against("approximatePolygon", `closed, ${key}`, "OpenCV", 0, () => {
      assert.deepEqual(vision.approximatePolygon(answers.shapes[name], Number(epsilon)), theirs);
    });
  }),
];
