import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addFont } from "../../../../library/src/plot/index.ts";
import { textWidth } from "../../../../library/src/plot/figure/fonts.ts";

const font = fileURLToPath(new URL("../fixtures/one-character.ttf", import.meta.url));
const plot = new URL("../../../../library/src/plot/index.ts", import.meta.url).href;

/** What is said while drawing 漢 and 龜 in a process of its own, where nothing has been said and no font was added. */
function draw(before: string, env: Record<string, string> = {}): string[] {
  const script = `
    import { addFont, scatter } from ${JSON.stringify(plot)};
    const said = [];
    console.warn = (words) => said.push(words);
    ${before}
    const chart = (title) => scatter([{ x: 1, y: 2 }], { title, width: 50, height: 50 });
    await chart("漢龜").toPNG();
    await chart("漢龜").toPNG();
    console.log(JSON.stringify(said));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return JSON.parse(output) as string[];
}

describe("text that the library's font lacks", () => {
  let home = "";
  before(() => {
    home = mkdtempSync(join(tmpdir(), "daylab-fonts-"));
    mkdirSync(join(home, ".fonts"));
    copyFileSync(font, join(home, ".fonts", "one-character.ttf"));
  });
  after(() => rmSync(home, { recursive: true }));

  it("is drawn with a font that was added, and what remains is said once, with the remedy", () => {
    const said = draw(`addFont(${JSON.stringify(font)});`);
    assert.equal(said.filter((words) => words.includes("漢")).length, 0);
    for (const words of said) assert.match(words, /boxes for a character .*龜.*addFont/);
    assert.ok(said.length <= 1);
  });

  it("is drawn with a font of the system", function () {
    if (process.platform !== "linux") this.skip();
    const said = draw("", { HOME: home });
    assert.equal(said.filter((words) => words.includes("漢")).length, 0);
  });

  it("takes room for wide characters", () => {
    assert.equal(textWidth("漢字", 10), 20);
    assert.ok(textWidth("ab", 10) < 15);
  });

  it("refuses what is no font", () => {
    assert.throws(() => addFont("font.woff2"), /\.ttf, \.otf or \.ttc.*font\.woff2/);
    assert.throws(() => addFont("missing.ttf"), /no font file 'missing\.ttf'/);
  });
});
