import assert from "node:assert/strict";
import { generate } from "../../../datasets/src/index.ts";

const faces = generate.faces({ count: 200, seed: 5, noise: 0, size: 64 });
const at = (i: number, name: (typeof faces.landmarkNames)[number]): [number, number] => {
  const k = (i * faces.landmarkNames.length + faces.landmarkNames.indexOf(name)) * 2;
  return [faces.landmarks[k], faces.landmarks[k + 1]];
};
const pixel = (i: number, [x, y]: readonly [number, number]): number =>
  faces.images[(i * 64 + Math.floor(y)) * 64 + Math.floor(x)];
const middle = (a: readonly number[], b: readonly number[]): [number, number] => [
  (a[0] + b[0]) / 2,
  (a[1] + b[1]) / 2,
];
const all = Array.from({ length: 200 }, (_, i) => i);

describe("datasets: faces", () => {
  it("have every expression equally often, brightness in [0, 1] and landmarks in the image", () => {
    assert.deepEqual(faces.shape, [200, 64, 64, 1]);
    assert.ok(faces.images.every((v) => v >= 0 && v <= 1));
    faces.classes.forEach((_, label) =>
      assert.equal(faces.labels.filter((l) => l === label).length, 40),
    );
    assert.ok(faces.landmarks.every((v) => v > 0 && v < 64));
    assert.equal(faces.landmarks.length, 200 * faces.landmarkNames.length * 2);
    const glasses = faces.glasses.reduce((sum, g) => sum + g, 0);
    assert.ok(glasses > 30 && glasses < 70, String(glasses));
  });

  it("show an open, dark mouth in the middle of its landmarks", () => {
    const surprised = all.filter((i) => faces.classes[faces.labels[i]] === "surprised");
    for (const i of surprised) {
      const inside = pixel(i, middle(at(i, "mouth_top"), at(i, "mouth_bottom")));
      assert.ok(inside < 0.2, `${i}: ${inside}`);
    }
  });

  it("show brows that are darker than the skin below them", () => {
    const darker = all.filter((i) => {
      const brow = middle(at(i, "left_brow_outer"), at(i, "left_brow_inner"));
      const [x, y] = middle(at(i, "nose_tip"), at(i, "left_eye"));
      return pixel(i, brow) < pixel(i, [x, y + 3]);
    });
    assert.ok(darker.length > 190, String(darker.length));
  });

  it("turn as their pose says: the nose goes with yaw, the eyes' line with roll", () => {
    const pairs = all.map((i) => {
      const [ax, ay] = at(i, "left_eye");
      const [bx, by] = at(i, "right_eye");
      const tilt = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
      const [yaw, pitch, roll] = faces.poses.subarray(i * 3, i * 3 + 3);
      // In the head's own upright axes.
      const angle = (-roll * Math.PI) / 180;
      const [nx, ny] = at(i, "nose_tip");
      const [mx, my] = middle([ax, ay], [bx, by]);
      const shift = (nx - mx) * Math.cos(angle) - (ny - my) * Math.sin(angle);
      return { yaw, pitch, shift, off: Math.abs(tilt - roll) };
    });
    for (const { yaw, shift, pitch, off } of pairs) {
      if (Math.abs(yaw) < 5 && Math.abs(pitch) < 5) assert.ok(off < 1.5, String(off));
      if (Math.abs(yaw) > 12 && Math.abs(pitch) < 5) assert.equal(Math.sign(shift), Math.sign(yaw));
    }
    assert.ok(pairs.some(({ yaw }) => Math.abs(yaw) > 20));
    const still = generate.faces({ count: 3, seed: 5, turn: 0 });
    assert.deepEqual(still.poses.map(Math.abs), new Float32Array(9));
  });

  it("smile where they are happy: the corners of the mouth lie above its middle", () => {
    const { landmarks, labels, classes, landmarkNames } = generate.faces({
      ...{ count: 100, seed: 6, turn: 0 },
    });
    const y = (i: number, name: string): number =>
      landmarks[(i * landmarkNames.length + landmarkNames.indexOf(name as "nose_tip")) * 2 + 1];
    labels.forEach((label, i) => {
      const lift = (y(i, "mouth_top") + y(i, "mouth_bottom")) / 2 - y(i, "mouth_left");
      if (classes[label] === "happy") assert.ok(lift > 0.5, String(lift));
      if (classes[label] === "sad") assert.ok(lift < -0.2, String(lift));
    });
  });

  it("a bad option is named", () => {
    assert.throws(() => generate.faces({ count: 1, seed: 1, size: 8 }), /size .* not 8/);
    assert.throws(() => generate.faces({ count: 1, seed: 1, turn: 90 }), /turn .* not 90/);
    assert.throws(() => generate.faces({ count: 0, seed: 1 }), /count .* not 0/);
  });
});
