/** What ours does otherwise than danfo, on purpose. docs/danfo.md is written from this list. */
export interface Difference {
  readonly danfo: string;
  readonly ours: string;
  readonly why: string;
  /** Examples in which it shows, and what ours gives; an error by a part of its message. */
  readonly shows?: Readonly<Record<string, unknown>>;
}

const error = (message: string): { error: string } => ({ error: message });
const notDates = error(".dt is for dates");

export const differences: readonly Difference[] = [
  {
    danfo: "`{ inplace: true }` changes the frame",
    ours: "an error; every verb returns a new frame",
    why: "a cell of a notebook can be run again, and nobody's frame changes behind their back",
    shows: {
      "df.add([1, 2], { axis: 0, inplace: true })": error('no option "inplace"'),
      "sf.add(2, { inplace: true })": error('no option "inplace"'),
    },
  },
  {
    danfo: "statistics and `cumSum` run along the row unless `axis: 0` is given",
    ours: "they run down the columns, as in pandas; `axis: 1` runs along the row",
    why: "the mean of a table is asked for by column",
    shows: {
      "df.mean()": { values: [2, 3], index: ["A", "B"] },
      "df.cumSum()": {
        columns: ["A", "B"],
        values: [
          [1, 2],
          [4, 6],
        ],
      },
    },
  },
  {
    danfo: "rows keep their numbers when some are left out",
    ours: "rows without labels are counted anew; labels that were given stay with their rows",
    why: "`df.at(0, …)` is the first row of every frame, and no column of numbers is carried along",
    shows: { 'df.query(df["A"].gt(2)).index': [0, 1] },
  },
  {
    danfo: "a slice of labels leaves out its end",
    ours: "it includes its end, as in pandas",
    why: "nobody knows the label after the last one wanted",
    shows: {
      'df.loc({ rows: ["0:1"] })': {
        columns: ["A", "B"],
        values: [
          [1, 2],
          [3, 4],
        ],
      },
    },
  },
  {
    danfo: "numbers are `int32` and `float32`, and arithmetic rounds to float32",
    ours: "`int64` and `float64`",
    why: "0.2 + 0.1 is 0.3, and integers are exact to 2⁶³",
    shows: {
      "df.ctypes": { values: ["int64", "float64", "string"], index: ["A", "B", "C"] },
      "df.dtypes": ["int64", "float64", "string"],
      "sf.dtypes": ["int64"],
      'df.selectDtypes(["float32"])': { columns: [], values: [[], []] },
    },
  },
  {
    danfo: "`dropNa({ axis: 0 })` leaves out columns",
    ours: "it leaves out rows; `axis: 1` leaves out columns",
    why: "as in pandas",
    shows: {
      "df.dropNa({ axis: 0 })": {
        columns: ["A", "B"],
        values: [
          [1, 2],
          [3, 4],
        ],
      },
    },
  },
  {
    danfo: "`describe` ends with median, max and variance",
    ours: "it has the quartiles 25%, 50% and 75%, as in pandas",
    why: "quartiles show how a column is spread",
    shows: {
      "df.describe()": undefined,
      "sf.describe()": {
        values: [6, 3.5, 1.8708286933869707, 1, 2.25, 3.5, 4.75, 6],
        index: ["count", "mean", "std", "min", "25%", "50%", "75%", "max"],
      },
    },
  },
  {
    danfo: "`resetIndex` throws the labels away",
    ours: "it makes a column of them, as in pandas",
    why: "labels are data",
    shows: {
      "df.resetIndex()": {
        columns: ["index", "A", "B"],
        values: [
          ["a", 1, 2],
          ["b", 3, 4],
        ],
      },
      "sf.resetIndex()": undefined,
    },
  },
  {
    danfo: "`apply` gets arrays: rows, or columns with `axis: 0`",
    ours: "it gets columns, or with `axis: 1` rows as objects",
    why: "`row.age` cannot be the wrong position",
    shows: {
      "df.apply(sum)": error("reduce is not a function"),
      "df.apply(sum, { axis: 0 })": error("reduce is not a function"),
    },
  },
  {
    danfo: "`mode` of a column is an array, of a frame one row",
    ours: "a column and a frame, for there can be several",
    why: "as in pandas",
    shows: {
      "df.mode({ axis: 0 })": { columns: ["A", "B"], values: [[1, 2]] },
      "sf.mode()": { values: [4, 5] },
    },
  },
  {
    danfo: "labels may be numbers and texts at once",
    ours: "labels have one type; mixed ones become texts",
    why: "a column has one type",
    shows: {
      'df.append(frame, ["a"])': {
        columns: ["A", "B"],
        values: [
          [1, 2],
          [3, 4],
          [9, 10],
        ],
        index: ["0", "1", "a"],
      },
    },
  },
  {
    danfo: "`shape` of a column is `[rows, 1]`",
    ours: "`[rows]`",
    why: "a column has one dimension",
    shows: { "sf.shape": [6] },
  },
  {
    danfo: "`sample` is asynchronous, and fails on columns with labels",
    ours: "it is synchronous; `await` does no harm",
    why: "nothing is waited for",
    shows: { "(await sf.sample(2)).shape": 2 },
  },
  {
    danfo: "`map` takes an object of replacements",
    ours: "an error that names `replace`",
    why: "pandas makes all other values missing, danfo keeps them: the name must say which",
    shows: { "sf.map(object)": error("map takes a function") },
  },
  {
    danfo: "`valueCounts` stands in order of appearance",
    ours: "the most frequent first, as in pandas",
    why: "one looks for the most frequent",
    shows: { "sf.valueCounts() of the rarer first": { values: [2, 1], index: ["y", "x"] } },
  },
  {
    danfo: "`argSort` gives a column",
    ours: "an array of positions",
    why: "it goes into `iloc`",
    shows: { "sf.argSort()": [1, 2, 0] },
  },
  {
    danfo: "`str.replace` replaces the first occurrence",
    ours: "every one, as in pandas",
    why: "cleaning a column means all of it",
    shows: {
      'sf.str.replace("e", "_")': {
        values: ["low_r boy", "capitals", "s_nt_nc_", "swapcas_"],
      },
    },
  },
  {
    danfo: "`str.split` gives texts with commas",
    ours: "lists of texts, or columns with `expand: true`",
    why: "a comma in a text would be read as a separator",
    shows: {
      'sf.str.split(" ")': {
        values: [["lower", "boy"], ["capitals"], ["sentence"], ["swapcase"]],
      },
    },
  },
  {
    danfo: '`str.join("new", "_")` puts a text behind each value',
    ours: "`join(separator)` joins the parts of each value; `str.concat` puts a text behind",
    why: "as in pandas",
    shows: { 'sf.str.join("new", "_")': undefined },
  },
  {
    danfo:
      "dates are texts, which `.dt` reads in local time; months count from 0, days from Sunday",
    ours: "dates are dates in UTC (`toDatetime`, `parseDates`); months count from 1, days from Monday (0), as in pandas",
    why: "the answer must not hang on the machine's time zone, and January is month 1",
    shows: {
      "sf.dt.month()": notDates,
      "sf.dt.dayOfWeek()": notDates,
      "sf.dt.year()": notDates,
      "sf.dt.monthName()": notDates,
      "sf.dt.dayOfWeekName()": notDates,
      "sf.dt.dayOfMonth()": notDates,
      "sf.dt.hours()": notDates,
      "sf.dt.minutes()": notDates,
      "sf.dt.seconds()": notDates,
    },
  },
  {
    danfo: "groups stand in order of appearance",
    ours: "in order of their keys, as in pandas; `sort: false` for appearance",
    why: "two runs over shuffled rows give one table",
    shows: {
      'df.groupby(["A"]).col(["C"]).mean()': {
        columns: ["A", "C_mean"],
        values: [
          ["bar", 3],
          ["foo", 4.2],
        ],
      },
    },
  },
  {
    danfo:
      "a missing value makes the mean of its group missing (`NaN`) or counts as 0 (`undefined`)",
    ours: "statistics skip missing values",
    why: "one hole must not hide a group, and a hole is not a zero",
    shows: { "mean of a group with NaN": { columns: ["k", "x_mean"], values: [["a", 4]] } },
  },
  {
    danfo: "`groupby(…).size()` has lost the keys",
    ours: "keys and a column `size`",
    why: "a size without its group says nothing",
    shows: {
      'sorted df.groupby(["A"]).size()': {
        columns: ["A", "size"],
        values: [
          ["bar", 3],
          ["foo", 5],
        ],
      },
    },
  },
  {
    danfo: "`groupby(…).apply` and `cumSum` put rows in order of groups, with a key column",
    ours: "`apply` puts the results in order of the keys; `cumSum` keeps the rows where they are",
    why: "a running sum becomes a column of the same frame",
    shows: {
      'df.groupby(["A"]).apply(head)': {
        columns: ["A", "B", "C", "D"],
        values: [
          ["bar", "one", 3, 2],
          ["foo", "one", 1, 3],
        ],
      },
      'df.groupby(["A"]).col(["C"]).cumSum()': {
        columns: ["C"],
        values: [[1], [3], [3], [7], [8], [9], [14], [21]],
      },
    },
  },
  {
    danfo: "`merge` calls the second of two columns of one name `City_1`",
    ours: "`City_x` and `City_y`, as in pandas, or what `suffixes` says",
    why: "both sides are marked",
    shows: { 'merge({ left, right, on: ["Id"] })': undefined },
  },
  {
    danfo: "an outer merge stands in order of appearance",
    ours: "in order of the keys, as in pandas",
    why: "the order must not hang on which side a key came from",
    shows: { 'merge({ left, right, on: ["Id", "City"], how: "outer" })': undefined },
  },
  {
    danfo: "`concat` beside one another numbers repeated names: `A`, `A1`",
    ours: "an error that names the column",
    why: "a column's type hangs on its name, so names are unique",
    shows: {
      "concat({ dfList, axis: 1 }) of the same names": error('two frames have a column "A"'),
    },
  },
  {
    danfo: "`LabelEncoder` numbers classes in order of appearance",
    ours: "in ascending order, as in scikit-learn",
    why: "shuffled rows give the same numbers",
    shows: {
      "new LabelEncoder().fitTransform(list)": [3, 1, 2, 1, 0],
      "new LabelEncoder().fitTransform(series)": { values: [3, 1, 2, 1, 0] },
    },
  },
  {
    danfo:
      "`getDummies` gives 0 and 1 in order of appearance, and numbers the columns of a Series: `0_pear`, `1_mango`",
    ours: 'truths in order of the labels, as in pandas; `dtype: "int64"` for 0 and 1',
    why: "shuffled rows give the same table",
    shows: {
      "getDummies(series)": {
        columns: ["mango", "pear"],
        values: [
          [false, true],
          [true, false],
          [false, true],
        ],
      },
      'getDummies(df, { columns: ["A"] })': {
        columns: ["B", "A_x", "A_y"],
        values: [
          [1, true, false],
          [2, false, true],
        ],
      },
      'df.getDummies({ columns: ["A"], prefix: "p", prefixSeparator: "#" })': {
        columns: ["B", "p#x", "p#y"],
        values: [
          [1, true, false],
          [2, false, true],
        ],
      },
    },
  },
  {
    danfo: "`toDateTime` gives what has `.year()`, `dateRange` takes `period` and gives texts",
    ours: "both give a column of dates, whose parts are under `.dt`; the option is `periods`",
    why: "dates are dates, and the names are pandas'",
    shows: {
      "toDateTime(list).year()": error("year is not a function"),
      "dateRange({ start, period, freq }).length": error('Did you mean "periods"'),
    },
  },
  {
    danfo: "`divNoNan` makes division by zero 0",
    ours: "not there; `div` gives ±Infinity, and 0/0 is missing",
    why: "a zero would be taken for a measurement",
  },
  {
    danfo: "`streamCSV` hands over one row at a time",
    ours: "`scan` reads a file larger than memory piece by piece",
    why: "a row at a time is slow, and a sum needs no callback",
  },
  {
    danfo: '`readCSV(path, { delimiter: ";" })` and all of PapaParse\'s options',
    ours: "`sep`, `decimal`, `naValues`, `parseDates` …: pandas' names",
    why: "an option that nobody reads is an error, not silence",
    shows: { 'readCSV(path, { delimiter: ";" })': error('no option "delimiter"') },
  },
  {
    danfo: "`toCSV` writes cells with commas or quotes as they are",
    ours: "it quotes them",
    why: "what was written can be read again",
    shows: { "df.toCSV() with a comma in a cell": 'A\n"x,y"\n' },
  },
  {
    danfo: "missing values are `NaN`, `undefined` or `null`, as they came",
    ours: "`null`, everywhere",
    why: "one test, one answer; integers and texts keep their type beside holes",
  },
  {
    danfo: 'TypeScript knows no column: `df["A"]` is `any`',
    ours: '`df.column("A")` and `df.cols.A` are typed and a wrong name does not compile; `df["A"]` works where no type is checked',
    why: "a mistyped column is found before the cell runs",
  },
  {
    danfo: "an unknown option or column is ignored or fails somewhere deep",
    ours: "an error that names what was given and the nearest name that exists",
    why: "a slip of the pen is found where it was made",
  },
];
