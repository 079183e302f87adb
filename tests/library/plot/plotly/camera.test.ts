import assert from "node:assert/strict";
import { camera, fit } from "../../../../library/src/plot/plotly/still/camera.ts";
import { makeScale, tickStep } from "../../../../library/src/plot/plotly/still/scale.ts";

describe("the camera of still pictures", () => {
  it("is a perspective: twice as far is half as large", () => {
    const look = camera([0, -2, 0], [0, 0, 0], [0, 0, 1]);
    assert.deepEqual(look([0, 0, 0]), { x: 0, y: -0, depth: 2 });
    assert.equal(look([1, 0, 0]).x, 0.5);
    assert.equal(look([1, 2, 0]).x, 0.25);
    assert.equal(look([0, 0, 1]).y, -0.5, "up is up");
  });

  it("fits a box into a rectangle", () => {
    const room = { left: 10, right: 110, top: 20, bottom: 220 };
    const look = fit(camera([1, 1, 1], [0, 0, 0], [0, 0, 1]), [1, 1, 1], room);
    const corners = [-0.5, 0.5].flatMap((x) =>
      [-0.5, 0.5].flatMap((y) => [-0.5, 0.5].map((z) => look([x, y, z]))),
    );
    assert.ok(Math.abs(Math.min(...corners.map(({ x }) => x)) - 10) < 1e-9);
    assert.ok(Math.abs(Math.max(...corners.map(({ x }) => x)) - 110) < 1e-9);
    assert.ok(corners.every(({ y }) => y >= 20 && y <= 220));
  });
});

describe("the axes of still pictures", () => {
  it("have round steps", () => {
    assert.equal(tickStep(10, 5), 2);
    assert.equal(tickStep(1, 5), 0.2);
    assert.equal(tickStep(3500, 5), 500);
  });

  it("name numbers, dates and categories", () => {
    const labels = (values: unknown[]) =>
      makeScale(values, {}, "x").ticks.map(({ label }) => label);
    assert.deepEqual(labels([0, 0.4]), ["0.0", "0.1", "0.2", "0.3", "0.4"]);
    assert.deepEqual(labels(["a", "b", "a"]), ["a", "b"]);
    assert.match(labels(["2024-01-01", "2024-12-01"])[0] ?? "", /^2024-\d\d-\d\d$/);
  });

  it("follow a range that the layout names", () => {
    const scale = makeScale([1, 2], { range: [0, 4], title: "Height (m)" }, "x");
    assert.equal(scale.at(2), 0.5);
    assert.equal(scale.title, "Height (m)");
    assert.ok(Number.isNaN(scale.at(null)));
  });
});
