/** What danfo's documentation does with a DataFrame. Each is run with danfo and with ours. */
const small = ({ DataFrame }) =>
  new DataFrame(
    [
      [1, 2],
      [3, 4],
    ],
    { columns: ["A", "B"] },
  );
const tall = ({ DataFrame }) =>
  new DataFrame(
    [
      [1, 2],
      [3, 4],
      [1, 2],
      [5, 6],
    ],
    { columns: ["A", "B"] },
  );
const holes = ({ DataFrame }) =>
  new DataFrame(
    [
      [1, 2],
      [3, 4],
      [NaN, NaN],
    ],
    { columns: ["A", "B"] },
  );
const growing = ({ DataFrame }) =>
  new DataFrame({ A: [1, 2, 3, 4, 5, 6], B: [1, 1, 2, 3, 5, 8], C: [1, 4, 9, 16, 25, 36] });
const pets = ({ DataFrame }) =>
  new DataFrame(
    [
      [1, 2.1, "Dog"],
      [3, 4.3, "Cat"],
    ],
    { columns: ["A", "B", "C"] },
  );

export const frame = {
  "new DataFrame(rows, { columns })": small,
  "new DataFrame(objects)": ({ DataFrame }) =>
    new DataFrame([
      { A: 1, B: "x" },
      { A: 2, B: "y" },
    ]),
  "new DataFrame(columns)": ({ DataFrame }) => new DataFrame({ A: [1, 2], B: ["x", "y"] }),
  "new DataFrame(columns, { index })": ({ DataFrame }) =>
    new DataFrame({ A: [1, 2], B: ["x", "y"] }, { index: ["r", "s"] }),
  "df.shape": (dfd) => small(dfd).shape,
  "df.columns": (dfd) => small(dfd).columns,
  "df.index": (dfd) => small(dfd).index,
  "df.values": (dfd) => small(dfd).values,
  "df.ndim": (dfd) => small(dfd).ndim,
  "df.size": (dfd) => small(dfd).size,
  "df.ctypes": (dfd) => pets(dfd).ctypes,
  "df.dtypes": (dfd) => pets(dfd).dtypes,
  'df["A"]': (dfd) => small(dfd)["A"],
  "df.A": (dfd) => small(dfd).A,
  'df.column("A")': (dfd) => small(dfd).column("A"),
  "df.head(1)": (dfd) => small(dfd).head(1),
  "df.tail(1)": (dfd) => small(dfd).tail(1),
  "df.iloc({ rows: [1] })": (dfd) => small(dfd).iloc({ rows: [1] }),
  'df.iloc({ rows: ["0:1"], columns: [0] })': (dfd) =>
    small(dfd).iloc({ rows: ["0:1"], columns: [0] }),
  'df.loc({ rows: [1], columns: ["A"] })': (dfd) => small(dfd).loc({ rows: [1], columns: ["A"] }),
  'df.loc({ rows: ["0:1"] })': (dfd) => small(dfd).loc({ rows: ["0:1"] }),
  'df.loc({ rows: df["A"].gt(1) })': (dfd) => {
    const df = small(dfd);
    return df.loc({ rows: df["A"].gt(1) });
  },
  'df.at(1, "A")': (dfd) => small(dfd).at(1, "A"),
  "df.iat(1, 0)": (dfd) => small(dfd).iat(1, 0),
  "(await df.sample(1, { seed: 1 })).shape": async (dfd) =>
    (await small(dfd).sample(1, { seed: 1 })).shape,
  "df.add(1)": (dfd) => small(dfd).add(1),
  "df.add([1, 2], { axis: 0, inplace: true })": (dfd) => {
    const df = small(dfd);
    df.add([1, 2], { axis: 0, inplace: true });
    return df;
  },
  "df.add([1, 2], { axis: 0 })": (dfd) => small(dfd).add([1, 2], { axis: 0 }),
  "df.add([1, 2])": (dfd) => small(dfd).add([1, 2]),
  "df.add(df)": (dfd) => small(dfd).add(small(dfd)),
  "df.sub(1)": (dfd) => small(dfd).sub(1),
  "df.mul(2)": (dfd) => small(dfd).mul(2),
  "df.div(2)": (dfd) => small(dfd).div(2),
  "df.pow(2)": (dfd) => small(dfd).pow(2),
  "df.mod(2)": (dfd) => small(dfd).mod(2),
  "df.add(0.1)": (dfd) => new dfd.DataFrame({ A: [0.2] }).add(0.1),
  "df.mean()": (dfd) => small(dfd).mean(),
  "df.mean({ axis: 0 })": (dfd) => small(dfd).mean({ axis: 0 }),
  "df.median({ axis: 0 })": (dfd) => tall(dfd).median({ axis: 0 }),
  "df.mode({ axis: 0 })": (dfd) => tall(dfd).mode({ axis: 0 }),
  "df.min({ axis: 0 })": (dfd) => small(dfd).min({ axis: 0 }),
  "df.max({ axis: 0 })": (dfd) => small(dfd).max({ axis: 0 }),
  "df.std({ axis: 0 })": (dfd) => small(dfd).std({ axis: 0 }),
  "df.var({ axis: 0 })": (dfd) => small(dfd).var({ axis: 0 }),
  "df.count({ axis: 0 })": (dfd) => small(dfd).count({ axis: 0 }),
  "df.sum({ axis: 0 })": (dfd) => small(dfd).sum({ axis: 0 }),
  "df.nUnique(0)": (dfd) => tall(dfd).nUnique(0),
  "df.lt(2)": (dfd) => small(dfd).lt(2),
  "df.lt([2, 3])": (dfd) => small(dfd).lt([2, 3]),
  "df.gt(2)": (dfd) => small(dfd).gt(2),
  "df.le(2)": (dfd) => small(dfd).le(2),
  "df.ge(2)": (dfd) => small(dfd).ge(2),
  "df.eq(2)": (dfd) => small(dfd).eq(2),
  "df.ne(2)": (dfd) => small(dfd).ne(2),
  "df.eq(df)": (dfd) => small(dfd).eq(small(dfd)),
  "df.diff(1)": (dfd) => growing(dfd).diff(1),
  "df.diff(3)": (dfd) => growing(dfd).diff(3),
  "df.diff(-1)": (dfd) => growing(dfd).diff(-1),
  "df.pctChange(1)": (dfd) => growing(dfd).pctChange(1),
  "df.abs()": ({ DataFrame }) => new DataFrame({ A: [-1, 2.5], B: [3, -4] }).abs(),
  "df.round(1)": ({ DataFrame }) => new DataFrame({ A: [1.12, 3.43], B: [2.37, 4] }).round(1),
  "df.cumSum()": (dfd) => small(dfd).cumSum(),
  "df.cumSum({ axis: 0 })": (dfd) => growing(dfd).cumSum({ axis: 0 }),
  "df.cumProd({ axis: 0 })": (dfd) => small(dfd).cumProd({ axis: 0 }),
  "df.cumMin({ axis: 0 })": (dfd) => small(dfd).cumMin({ axis: 0 }),
  "df.cumMax({ axis: 0 })": (dfd) => small(dfd).cumMax({ axis: 0 }),
  "df.describe()": (dfd) => growing(dfd).describe(),
  "df.dropNa()": (dfd) => holes(dfd).dropNa(),
  "df.dropNa({ axis: 0 })": (dfd) => holes(dfd).dropNa({ axis: 0 }),
  'df.addColumn("C", [5, 6])': (dfd) => small(dfd).addColumn("C", [5, 6]),
  'df.addColumn("C", df["A"])': (dfd) => small(dfd).addColumn("C", small(dfd)["A"]),
  "df.copy()": (dfd) => small(dfd).copy(),
  "df.isNa()": (dfd) => holes(dfd).isNa(),
  "df.fillNa(-99)": (dfd) => holes(dfd).fillNa(-99),
  'df.fillNa(-99, { columns: ["A"] })': (dfd) => holes(dfd).fillNa(-99, { columns: ["A"] }),
  "df.fillNa([-1, -2], { columns })": (dfd) => holes(dfd).fillNa([-1, -2], { columns: ["A", "B"] }),
  'df.drop({ columns: ["A"] })': (dfd) => small(dfd).drop({ columns: ["A"] }),
  "df.drop({ index: [0] })": (dfd) => small(dfd).drop({ index: [0] }),
  'df.sortValues("A")': (dfd) => tall(dfd).sortValues("A"),
  'df.sortValues("A", { ascending: false })': (dfd) =>
    tall(dfd).sortValues("A", { ascending: false }),
  'df.setIndex({ index: ["a", "b"] })': (dfd) => small(dfd).setIndex({ index: ["a", "b"] }),
  'df.setIndex({ column: "A", drop: true })': (dfd) =>
    small(dfd).setIndex({ column: "A", drop: true }),
  "df.resetIndex()": (dfd) =>
    small(dfd)
      .setIndex({ index: ["a", "b"] })
      .resetIndex(),
  "df.sortIndex({ ascending: false })": (dfd) => tall(dfd).sortIndex({ ascending: false }),
  "df.sortIndex()": (dfd) =>
    small(dfd)
      .setIndex({ index: ["b", "a"] })
      .sortIndex(),
  "df.apply(sum)": (dfd) => small(dfd).apply((row) => row.reduce((a, b) => a + b)),
  "df.apply(sum, { axis: 0 })": (dfd) =>
    tall(dfd).apply((column) => column.reduce((a, b) => a + b), { axis: 0 }),
  "df.applyMap(square)": (dfd) => small(dfd).applyMap((value) => value * value),
  'df.selectDtypes(["string"])': (dfd) => pets(dfd).selectDtypes(["string"]),
  'df.selectDtypes(["float32"])': (dfd) => pets(dfd).selectDtypes(["float32"]),
  "df.transpose()": (dfd) => small(dfd).transpose(),
  "df.T": (dfd) => small(dfd).T,
  "df.replace(2, 5)": (dfd) => small(dfd).replace(2, 5),
  'df.replace(2, 5, { columns: ["A"] })': (dfd) => small(dfd).replace(2, 5, { columns: ["A"] }),
  'df.asType("B", "int32")': ({ DataFrame }) =>
    new DataFrame({ A: [1, 3], B: [2.2, 4.3] }).asType("B", "int32"),
  'df.rename({ A: "a" })': (dfd) => small(dfd).rename({ A: "a" }),
  "df.append([[7, 8]], [2])": (dfd) => small(dfd).append([[7, 8]], [2]),
  'df.append(frame, ["a"])': (dfd) => {
    const more = new dfd.DataFrame([[9, 10]], { columns: ["A", "B"] });
    return small(dfd).append(more, ["a"]);
  },
  "df.query([true, false, true, true])": (dfd) => tall(dfd).query([true, false, true, true]),
  'df.query(df["A"].gt(2))': (dfd) => {
    const df = tall(dfd);
    return df.query(df["A"].gt(2));
  },
  'df.query(df["A"].gt(2)).index': (dfd) => {
    const df = tall(dfd);
    return df.query(df["A"].gt(2)).index;
  },
  'df.query(df["A"].gt(2).and(df["B"].lt(5)))': (dfd) => {
    const df = tall(dfd);
    return df.query(df["A"].gt(2).and(df["B"].lt(5)));
  },
  "df.tensor": async (dfd) => (await small(dfd).tensor).arraySync(),
  "df.toString().length > 0": (dfd) => small(dfd).toString().length > 0,
};
