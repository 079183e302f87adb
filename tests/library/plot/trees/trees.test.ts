import assert from "node:assert/strict";
import { dendrogram, tree } from "../../../../library/src/plot/index.ts";
import type { TreeNode } from "../../../../library/src/plot/index.ts";
import { dendrogramLinks } from "../../../../library/src/plot/trees/linkage.ts";
import { assertClose, more } from "../more-answers.ts";
import { assertValidSpec } from "../valid-spec.ts";

const { linkage, plain, cut } = more.clusters;

describe("dendrogram", () => {
  for (const [name, answer, threshold] of [
    ["by default", plain, undefined],
    ["with a threshold", cut, 2],
  ] as const) {
    it(`has SciPy's coordinates, leaves and clusters ${name}`, () => {
      const { links, leaves } = dendrogramLinks(linkage, threshold);
      assert.deepEqual(leaves, answer.leaves);
      assertClose(
        links.flatMap(({ x }) => x),
        answer.icoord.flat(),
      );
      assertClose(
        links.flatMap(({ y }) => y),
        answer.dcoord.flat(),
      );
      assert.deepEqual(
        links.map(({ cluster }) => `C${String(cluster)}`),
        answer.color_list,
      );
    });
  }

  it("makes valid specs, upright and lying, with names", () => {
    assertValidSpec(dendrogram(linkage));
    const names = linkage.map((_, i) => `city ${String(i)}`).concat("last");
    const chart = dendrogram(linkage, { orientation: "left", labels: names, title: "Cities" });
    assertValidSpec(chart);
    assert.match(chart.alt, new RegExp(`Leaves in order: city ${String(plain.leaves[0])}`));
  });

  it("refuses what is no linkage", () => {
    assert.throws(() => dendrogram([[0, 0, 1, 2]]), /each once.*Row 0 is \[0, 0, 1, 2\]/);
    assert.throws(() => dendrogram([[0, 5, 1, 2]]), /Row 0/);
    assert.throws(() => dendrogram([[0, 1, -1, 2]]), /distance from 0/);
    assert.throws(() => dendrogram([]), /nothing to plot/);
    assert.throws(() => dendrogram(linkage, { labels: ["a"] }), /15 observations and 1 names/);
  });
});

describe("tree", () => {
  const leaf = (...value: number[]): TreeNode => ({ value, samples: value[0] + value[1] });
  const root: TreeNode = {
    feature: 0,
    threshold: 2.45,
    ...leaf(5, 5),
    left: leaf(5, 0),
    right: { feature: "width", threshold: 1, ...leaf(0, 5), left: leaf(0, 2), right: leaf(0, 3) },
  };

  it("places children evenly below their parents and says what it asks", () => {
    const chart = tree(root, { featureNames: ["length (cm)"], classNames: ["a", "b"] });
    assertValidSpec(chart);
    const boxes = chart.spec.data.values.filter((row) => "text" in row);
    assert.deepEqual(
      boxes.map(({ text }) => String(text).split("\n")),
      [
        ["length (cm) ≤ 2.45", "10 samples", "[5, 5]", "a"],
        ["5 samples", "[5, 0]", "a"],
        ["width ≤ 1", "5 samples", "[0, 5]", "b"],
        ["2 samples", "[0, 2]", "b"],
        ["3 samples", "[0, 3]", "b"],
      ],
    );
    const [top, left, right] = boxes.map(({ x }) => Number(x));
    assert.equal(top, (left + right) / 2);
    const level = boxes.filter(({ y }) => y === boxes[3]["y"]);
    assert.ok(Number(level[0]["right"]) < Number(level[1]["left"]));
    assert.match(chart.alt, /If length \(cm\) ≤ 2.45: a. Otherwise: If width ≤ 1/);
  });

  it("says how much it cuts off, and draws regressions", () => {
    const chart = tree(root, { maxDepth: 1 });
    assertValidSpec(chart);
    assert.match(chart.alt, /2 nodes below level 1 are not drawn/);
    assertValidSpec(tree({ value: 3.25 }));
  });

  it("refuses half a split", () => {
    assert.throws(
      () => tree({ value: [1], left: { value: [1] } }),
      /both left and right or neither/,
    );
    assert.throws(() => tree({} as TreeNode), /this one has nothing/);
  });
});
