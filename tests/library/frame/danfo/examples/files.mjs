/** What danfo's documentation does with files; `folder` holds small ones. */
const small = ({ DataFrame }) => new DataFrame({ A: [1, 3], B: [2, 4] });

export const files = {
  "readCSV(path)": ({ readCSV }, folder) => readCSV(`${folder}/plain.csv`),
  'readCSV(path, { delimiter: ";" })': ({ readCSV }, folder) =>
    readCSV(`${folder}/semicolons.csv`, { delimiter: ";" }),
  "readJSON(path)": ({ readJSON }, folder) => readJSON(`${folder}/plain.json`),
  "toCSV(df)": (dfd) => dfd.toCSV(small(dfd)),
  'toCSV(df, { sep: "+" })': (dfd) => dfd.toCSV(small(dfd), { sep: "+" }),
  "toCSV(df, { header: false })": (dfd) => dfd.toCSV(small(dfd), { header: false }),
  "df.toCSV() with a comma in a cell": ({ DataFrame, toCSV }) =>
    toCSV(new DataFrame({ A: ["x,y"] })),
  "toJSON(df)": (dfd) => dfd.toJSON(small(dfd)),
  'toJSON(df, { format: "row" })': (dfd) => dfd.toJSON(small(dfd), { format: "row" }),
};
