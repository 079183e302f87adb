import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../paths.mjs";
import { fingerprint } from "../stamps.mjs";

/** HTML pages of notebooks are made with the template beside this folder. */
const htmlPages = { HTMLExporter: { template_name: "daylab" } };

/** Files of settings in the environment; what others wrote there stays. Settings of the user still win. */
const settingsFiles = {
  /**
   * JupyterLab's first-run questions, answered: it asks to fetch news from a host that a classroom
   * may block, and a learner's first sight should be the lesson. And beside a completion stands what
   * the name means, which JupyterLab shows only where it is told to.
   */
  "share/jupyter/lab/settings/overrides.json": {
    "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
    "@jupyterlab/completer-extension:manager": { showDocumentationPanel: true },
  },
  "etc/jupyter/jupyter_nbconvert_config.json": htmlPages,
  "etc/jupyter/jupyter_server_config.d/daylab.json": htmlPages,
};

const template = path.join(root, "scripts/setup/nbconvert-template");
const templateIn = (prefix) => path.join(prefix, "share/jupyter/nbconvert/templates/daylab");

export const settings = {
  name: "settings",
  title: "JupyterLab settings",
  expectation: "a moment",
  isThere: ({ prefix }) =>
    [
      ...Object.keys(settingsFiles).map((name) => path.join(prefix, name)),
      templateIn(prefix),
    ].every((file) => existsSync(file)),
  fingerprint: ({ prefix }) =>
    fingerprint({
      texts: [prefix, JSON.stringify(settingsFiles)],
      files: readdirSync(template).map((name) => path.join(template, name)),
    }),
  async run({ prefix }) {
    for (const [name, wanted] of Object.entries(settingsFiles)) {
      const file = path.join(prefix, name);
      mkdirSync(path.dirname(file), { recursive: true });
      const there = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
      writeFileSync(file, `${JSON.stringify({ ...there, ...wanted }, undefined, 2)}\n`);
    }
    cpSync(template, templateIn(prefix), { recursive: true });
  },
};
