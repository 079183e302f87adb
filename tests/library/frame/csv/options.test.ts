import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync, gzipSync, zstdCompressSync } from "node:zlib";
import { DataFrame, readCSV, type ReadCSVOptions } from "../../../../library/src/frame/index.ts";
import { difference, encoded } from "../compare.ts";

interface Case {
  readonly text: string;
  readonly options: ReadCSVOptions;
}

const fixture = <T>(name: string): Record<string, T> =>
  JSON.parse(readFileSync(join(import.meta.dirname, "fixtures", name), "utf8")) as Record<
    string,
    T
  >;

/** The bytes as Python writes them in the encoding. */
function bytesOf({ text, options }: Case): Buffer {
  if (options.encoding === "latin1") return Buffer.from(text, "latin1");
  if (options.encoding === "utf-16") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (options.encoding !== "cp1252") return Buffer.from(text);
  const high: Record<string, number> = { "€": 0x80, "“": 0x93, "”": 0x94 };
  return Buffer.from(Array.from(text, (letter) => high[letter] ?? letter.charCodeAt(0)));
}

describe("frame: the options of readCSV, as pandas reads", () => {
  const answers = fixture<unknown>("answers.json");
  for (const [name, one] of Object.entries(fixture<Case>("cases.json"))) {
    it(name, async () => {
      const df = await readCSV(bytesOf(one), one.options);
      const labelled = one.options.indexCol !== undefined;
      assert.equal(difference(encoded(df, labelled), answers[name]), undefined);
    });
  }
});

describe("frame: where readCSV reads from, and what it refuses", () => {
  let folder = "";
  let server: Server;
  let address = "";
  const file = (name: string, bytes: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  before((done) => {
    folder = mkdtempSync(join(tmpdir(), "frame-"));
    server = createServer((request, response) => {
      response.statusCode = request.url === "/a.csv" ? 200 : 404;
      response.end("a\n1\n");
    }).listen(0, "127.0.0.1", () => {
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      done();
    });
  });
  after((done) => {
    rmSync(folder, { recursive: true });
    server.close(done);
  });

  it("reads packed files, addresses, bytes and responses", async () => {
    const text = "a\n1\n";
    const sources = [
      file("a.csv", text),
      file("a.csv.gz", gzipSync(text)),
      file("a.csv.zst", zstdCompressSync(text)),
      file("wide.csv", Buffer.from(`\ufeff${text}`, "utf16le")),
      pathToFileURL(join(folder, "a.csv")),
      Buffer.from(text),
      new Uint8Array(Buffer.from(text)),
      new Response(text),
      `${address}/a.csv`,
      new URL(`${address}/a.csv`),
    ];
    for (const source of sources) {
      assert.deepEqual((await readCSV(source)).toArrays(), [[1]]);
    }
  });

  it("says why an address or packed file cannot be read", async () => {
    await assert.rejects(readCSV(`${address}/b.csv`), /b\.csv" answered 404.*address/);
    await assert.rejects(readCSV("http://127.0.0.1:1/a.csv"), /cannot be reached.*download it/);
    const cut = gzipSync("a\n1\n").subarray(0, 12);
    await assert.rejects(readCSV(file("cut.csv.gz", cut)), /cut\.csv\.gz" cannot be read.*damaged/);
    const response = new Response("a\n1\n");
    await response.text();
    await assert.rejects(readCSV(response), /read before/);
  });

  it("names the line that is broken, and the remedy", async () => {
    const broken: [string | Buffer, RegExp, ReadCSVOptions?][] = [
      ['a,b\n1,x\n2,"open\n3,z\n', /line 3 opens a quote that is never closed.*quoteChar: null/],
      ["a,b\n1,2\n3,4,5\n", /line 3 has 3 cells, the first line 2.*onBadLines: "skip"/],
      ['a,b\n1,x"y\n2,z\n', /quote.*quoteChar: null/],
      [Buffer.from("a\nx\nM\xe1laga\n", "latin1"), /line 3 is not UTF-8.*encoding: "latin1"/],
      ["a\n1\n", /no encoding "klingon"; such are utf-8/, { encoding: "klingon" }],
      [Buffer.from([0x61, 0x0a, 0x81, 0xff]), /bytes are not shift_jis/, { encoding: "shift_jis" }],
    ];
    for (const [text, message, options] of broken) {
      const path = file("broken.csv", text);
      await assert.rejects(readCSV(path, options), (error: Error) => {
        assert.match(error.message, /broken\.csv" cannot be read as CSV/);
        assert.match(error.message, message);
        return true;
      });
    }
  });

  it("warns of the lines it leaves out", async () => {
    const said: unknown[] = [];
    const { warn } = console;
    console.warn = (message: unknown) => said.push(message);
    try {
      const df = await readCSV(Buffer.from("a,b\n1,2\n3,4,5\n"), { onBadLines: "warn" });
      assert.deepEqual(df.toArrays(), [[1, 2]]);
    } finally {
      console.warn = warn;
    }
    assert.deepEqual(said, ["readCSV: line 3 has 3 cells, not 2: it is left out"]);
  });

  it("refuses options that cannot be meant", async () => {
    const bytes = Buffer.from("a,b\n1,2\n");
    const refused: [object, RegExp][] = [
      [{ sep: ";;" }, /sep is one ASCII character; got ";;"/],
      [{ thousands: "." }, /both "\.".*decimal: ","/],
      [{ onBadLines: "ignore" }, /onBadLines is "error", "skip" or "warn"; got "ignore"/],
      [{ nRows: -1 }, /nRows is a whole number.*-1/],
      [{ usecols: ["c"] }, /no column "c"/],
      [{ usecols: [7] }, /no column 7/],
      [{ indexCol: "c" }, /no column "c"/],
      [{ dtypes: { c: "string" } }, /no column "c"/],
      [{ dtype: "string" }, /no option "dtype". Did you mean "dtypes"/],
      [{ chunkSize: 3 }, /for pieces: .*scan\(path\)/],
    ];
    for (const [options, message] of refused) {
      await assert.rejects(readCSV(bytes, options as ReadCSVOptions), message);
    }
    await assert.rejects(readCSV(Buffer.from("")), /empty/);
  });
});

describe("frame: the options of toCSV", () => {
  const df = new DataFrame({
    n: [1, null],
    x: [1.25, 1000],
    s: ["a", "b;c"],
    d: [new Date("2024-02-29T10:30:00Z"), null],
  });

  it("writes marks, digits, dates and quotes as asked", () => {
    assert.equal(
      df.toCSV({ columns: ["x", "n"], sep: ";", decimal: ",", floatPrecision: 2 }),
      "x;n\n1,25;1\n1000,00;\n",
    );
    assert.equal(df.toCSV({ columns: ["x", "n"], decimal: "," }), 'x,n\n"1,25",1\n"1000,0",\n');
    assert.equal(
      df.toCSV({ columns: ["d"], dateFormat: "%d.%m.%Y", naRep: "-" }),
      "d\n29.02.2024\n-\n",
    );
    assert.equal(
      df.toCSV({ columns: ["n", "s"], lineTerminator: "\r\n" }),
      "n,s\r\n1,a\r\n,b;c\r\n",
    );
    assert.equal(df.toCSV({ columns: ["s"], sep: ";", quoteChar: "'" }), "s\na\n'b;c'\n");
    assert.throws(() => df.toCSV({ columns: ["z"] }), /no column "z"/);
  });

  it("packs and appends", async () => {
    const folder = mkdtempSync(join(tmpdir(), "frame-"));
    try {
      const path = join(folder, "a.csv.gz");
      df.toCSV({ filePath: path, columns: ["n"] });
      assert.equal(gunzipSync(readFileSync(path)).toString(), 'n\n1\n""\n');
      df.toCSV({ filePath: path, columns: ["n"], header: false, append: true });
      assert.deepEqual((await readCSV(path)).column("n").values, [1, null, 1, null]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
