/** What danfo's documentation does with groups, merge and concat. */
const grouped = ({ DataFrame }) =>
  new DataFrame({
    A: ["foo", "bar", "foo", "bar", "foo", "bar", "foo", "foo"],
    B: ["one", "one", "two", "three", "two", "two", "one", "three"],
    C: [1, 3, 2, 4, 5, 2, 6, 7],
    D: [3, 2, 4, 1, 5, 6, 7, 8],
  });
/** Two frames as in the documentation of merge. */
const pair = ({ DataFrame }) => {
  const names = ["Id", "City", "Age", "Country"];
  const left = [
    ["K0", "k0", 21, "Nigeria"],
    ["k0", "k0", 40, "Uganda"],
    ["k1", "k1", 50, "Ghana"],
    ["K2", "k2", 60, "Togo"],
  ];
  const right = [
    ["K0", "k0", "P"],
    ["k0", "k0", "Q"],
    ["k1", "k1", "R"],
    ["K4", "k4", "S"],
  ];
  return {
    left: new DataFrame(left, { columns: names }),
    right: new DataFrame(right, { columns: ["Id", "City", "Grade"] }),
  };
};
const two = ({ DataFrame }) => [
  new DataFrame({ A: [1, 2], B: [3, 4] }),
  new DataFrame({ A: [5, 6], B: [7, 8] }),
];

export const groups = {
  'df.groupby(["A"]).col(["C"]).mean()': (dfd) => grouped(dfd).groupby(["A"]).col(["C"]).mean(),
  'sorted df.groupby(["A"]).col(["C"]).sum()': (dfd) =>
    grouped(dfd).groupby(["A"]).col(["C"]).sum().sortValues("A"),
  'sorted df.groupby(["A"]).col(["C", "D"]).std()': (dfd) =>
    grouped(dfd).groupby(["A"]).col(["C", "D"]).std().sortValues("A"),
  'sorted df.groupby(["A"]).col(["C"]).var()': (dfd) =>
    grouped(dfd).groupby(["A"]).col(["C"]).var().sortValues("A"),
  'sorted df.groupby(["A"]).col(["C"]).min()': (dfd) =>
    grouped(dfd).groupby(["A"]).col(["C"]).min().sortValues("A"),
  'sorted df.groupby(["A"]).col(["C"]).max()': (dfd) =>
    grouped(dfd).groupby(["A"]).col(["C"]).max().sortValues("A"),
  'sorted df.groupby(["A"]).col(["C"]).count()': (dfd) =>
    grouped(dfd).groupby(["A"]).col(["C"]).count().sortValues("A"),
  'sorted df.groupby(["A"]).agg({ C: "mean", D: ["min", "max"] })': (dfd) =>
    grouped(dfd)
      .groupby(["A"])
      .agg({ C: "mean", D: ["min", "max"] })
      .sortValues("A"),
  'df.groupby(["A", "B"]).col(["C"]).sum().shape': (dfd) =>
    grouped(dfd).groupby(["A", "B"]).col(["C"]).sum().shape,
  'df.groupby(["A"]).getGroup(["foo"])': (dfd) => grouped(dfd).groupby(["A"]).getGroup(["foo"]),
  'sorted df.groupby(["A"]).size()': (dfd) => grouped(dfd).groupby(["A"]).size().sortValues("A"),
  'df.groupby(["A"]).ngroups': (dfd) => grouped(dfd).groupby(["A"]).ngroups,
  'df.groupby(["A"]).apply(head)': (dfd) =>
    grouped(dfd)
      .groupby(["A"])
      .apply((rows) => rows.head(1)),
  'df.groupby(["A"]).col(["C"]).cumSum()': (dfd) => grouped(dfd).groupby(["A"]).col(["C"]).cumSum(),
  "mean of a group with NaN": ({ DataFrame }) =>
    new DataFrame({ k: ["a", "a"], x: [4, NaN] }).groupby(["k"]).col(["x"]).mean(),
  'merge({ left, right, on: ["Id"] })': (dfd) =>
    dfd.merge({ ...pair(dfd), on: ["Id"], how: "inner" }),
  'merge({ left, right, on: ["Id", "City"], how: "inner" })': (dfd) =>
    dfd.merge({ ...pair(dfd), on: ["Id", "City"], how: "inner" }),
  'merge({ left, right, on: ["Id", "City"], how: "left" })': (dfd) =>
    dfd.merge({ ...pair(dfd), on: ["Id", "City"], how: "left" }),
  'merge({ left, right, on: ["Id", "City"], how: "right" })': (dfd) =>
    dfd.merge({ ...pair(dfd), on: ["Id", "City"], how: "right" }),
  'merge({ left, right, on: ["Id", "City"], how: "outer" })': (dfd) =>
    dfd.merge({ ...pair(dfd), on: ["Id", "City"], how: "outer" }),
  "concat({ dfList, axis: 0 })": (dfd) => dfd.concat({ dfList: two(dfd), axis: 0 }),
  "concat({ dfList, axis: 1 }) of other names": (dfd) => {
    const [left, right] = two(dfd);
    return dfd.concat({ dfList: [left, right.rename({ A: "C", B: "D" })], axis: 1 });
  },
  "concat({ dfList, axis: 1 }) of the same names": (dfd) =>
    dfd.concat({ dfList: two(dfd), axis: 1 }),
  "concat({ dfList: series, axis: 0 })": (dfd) =>
    dfd.concat({ dfList: [new dfd.Series([1, 2]), new dfd.Series([3])], axis: 0 }),
};
