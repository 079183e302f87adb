/** What danfo's documentation does to prepare data for a model. */
const fruit = ["pear", "mango", "pawpaw", "mango", "bean"];
const numbers = ({ DataFrame }) => new DataFrame({ A: [-1, 0.5, 0, 1], B: [2, 6, 10, 18] });

export const encoders = {
  "new LabelEncoder().fitTransform(list)": ({ LabelEncoder }) =>
    new LabelEncoder().fit(fruit).transform(fruit),
  "new LabelEncoder().fitTransform(series)": ({ LabelEncoder, Series }) =>
    new LabelEncoder().fitTransform(new Series(fruit)),
  "encoder.inverseTransform(numbers)": ({ LabelEncoder }) => {
    const encoder = new LabelEncoder().fit(fruit);
    return encoder.inverseTransform(encoder.transform(fruit));
  },
  "encoder.nClasses": ({ LabelEncoder }) => new LabelEncoder().fit(fruit).nClasses,
  "new OneHotEncoder().fitTransform(list) shape": ({ OneHotEncoder }) => {
    const encoded = new OneHotEncoder().fitTransform(["a", "b", "c"]);
    return encoded.values ?? encoded;
  },
  "new MinMaxScaler().fitTransform(df)": (dfd) => new dfd.MinMaxScaler().fitTransform(numbers(dfd)),
  "new MinMaxScaler().fitTransform(list)": ({ MinMaxScaler }) =>
    new MinMaxScaler().fitTransform([1, 2, 3, 4, 5]),
  "scaler.inverseTransform(scaled)": (dfd) => {
    const scaler = new dfd.MinMaxScaler().fit(numbers(dfd));
    return scaler.inverseTransform(scaler.transform(numbers(dfd)));
  },
  "new StandardScaler().fitTransform(column)": (dfd) =>
    new dfd.StandardScaler().fitTransform(new dfd.DataFrame({ A: [1, 2, 3, 6] })),
  "new StandardScaler().fitTransform(df)": (dfd) =>
    new dfd.StandardScaler().fitTransform(numbers(dfd)),
  "getDummies(series)": (dfd) => dfd.getDummies(new dfd.Series(["pear", "mango", "pear"])),
  'getDummies(df, { columns: ["A"] })': (dfd) =>
    dfd.getDummies(new dfd.DataFrame({ A: ["x", "y"], B: [1, 2] }), { columns: ["A"] }),
  'df.getDummies({ columns: ["A"], prefix: "p", prefixSeparator: "#" })': ({ DataFrame }) =>
    new DataFrame({ A: ["x", "y"], B: [1, 2] }).getDummies({
      columns: ["A"],
      prefix: "p",
      prefixSeparator: "#",
    }),
};
