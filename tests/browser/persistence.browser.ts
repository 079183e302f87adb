import type { BrowserContext } from "playwright-core";
import { JupyterLab } from "./jupyterlab.ts";
import { LearnerFolder } from "./learner/folder.ts";
import { casesOfClocks } from "./persistence/clocks.ts";
import { casesOfFiles } from "./persistence/files.ts";
import { casesOfLife } from "./persistence/life.ts";
import { casesOfLogs } from "./persistence/logs.ts";
import type { Given } from "./persistence/given.ts";
import { casesOfServers } from "./persistence/servers.ts";
import { casesOfSharing } from "./persistence/sharing.ts";

describe("a learner's progress is kept over", function () {
  this.timeout(120_000);
  let folder: LearnerFolder;
  let lab: JupyterLab;
  let contexts: BrowserContext[] = [];

  before(async () => {
    folder = new LearnerFolder();
    lab = await JupyterLab.start(
      folder.path,
      {},
      { settings: { "@daylab/labextension:progress": { fallbackFolder: "elsewhere/kept" } } },
    );
  });
  afterEach(async () => {
    for (const context of contexts) await context.close();
    contexts = [];
    folder.clear();
  });
  after(async () => {
    await lab.stop();
    folder.remove();
  });

  const given: Given = {
    get folder() {
      return folder;
    },
    get lab() {
      return lab;
    },
    async browser(options) {
      const context = await lab.newContext(options);
      contexts.push(context);
      return context;
    },
  };

  casesOfLife(given);
  casesOfSharing(given);
  casesOfServers(given);
  casesOfFiles(given);
  casesOfClocks(given);
  casesOfLogs(given);
});
