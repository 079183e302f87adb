import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { CellFiles } from "../../../../kernel/src/language/typescript6/cell-files.ts";
import { NotebookHost } from "../../../../kernel/src/language/typescript6/host.ts";

describe("what the language service looks at again", () => {
  let directory: string;
  let cells: CellFiles;
  let host: NotebookHost;
  let service: ts.LanguageService;
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  };
  beforeEach(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), "daylab-host-")));
    cells = new CellFiles(directory);
    host = new NotebookHost(cells);
    service = ts.createLanguageService(host);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** Whether the service would build another program now. */
  const changes = (): boolean => {
    const before = host.getProjectVersion();
    host.refresh();
    return host.getProjectVersion() !== before;
  };
  const program = (): ts.Program => service.getProgram()!;

  it("nothing, where nothing changed", () => {
    write("helper.ts", "import { readFileSync } from 'node:fs'; export const read = readFileSync;");
    // Node's own modules are declared, not found; an absent one stays absent.
    cells.write(
      0,
      "import './helper.ts'; import 'fs'; import 'node:path'; import './no.ts'",
      false,
    );
    const before = program();
    assert.equal(changes(), false);
    assert.equal(program(), before);
  });

  it("a file that was edited", () => {
    write("helper.ts", "export const a = 1;");
    cells.write(0, "import { a } from './helper.ts'; a.trim()", false);
    assert.equal(service.getSemanticDiagnostics(cells.pathOf(0)).length, 1);
    write("helper.ts", "export const a = 'text';");
    assert.equal(changes(), true);
    assert.equal(service.getSemanticDiagnostics(cells.pathOf(0)).length, 0);
    assert.equal(changes(), false);
  });

  it("an import whose module or whose types came later", () => {
    write("node_modules/bare/package.json", '{ "name": "bare", "main": "index.js" }');
    write("node_modules/bare/index.js", "module.exports = 1");
    cells.write(0, "import { a } from './late.ts'; import b from 'bare'; a.trim(); b.nope", false);
    const codes = (): number[] =>
      service.getSemanticDiagnostics(cells.pathOf(0)).map(({ code }) => code);
    assert.deepEqual(codes(), [2307, 7016]);
    write("late.ts", "export const a = 'text';");
    assert.equal(changes(), true);
    assert.deepEqual(codes(), [7016]);
    write("node_modules/bare/index.d.ts", "declare const b: { yes: 1 }; export default b;");
    assert.equal(changes(), true);
    assert.deepEqual(codes(), [2339]);
    assert.equal(changes(), false);
  });
});
