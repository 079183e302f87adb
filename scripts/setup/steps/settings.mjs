import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprint } from "../stamps.mjs";

/**
 * JupyterLab's first-run questions, answered: it asks to fetch news from a host that a classroom
 * may block, and a learner's first sight should be the lesson. And beside a completion stands what
 * the name means, which JupyterLab shows only where it is told to. Settings of the user still win.
 */
const overrides = {
  "@jupyterlab/apputils-extension:notification": { fetchNews: "false", checkForUpdates: false },
  "@jupyterlab/completer-extension:manager": { showDocumentationPanel: true },
};

const file = (prefix) => path.join(prefix, "share/jupyter/lab/settings/overrides.json");

export const settings = {
  name: "settings",
  title: "JupyterLab settings",
  expectation: "a moment",
  isThere: ({ prefix }) => existsSync(file(prefix)),
  fingerprint: ({ prefix }) => fingerprint({ texts: [prefix, JSON.stringify(overrides)] }),
  async run({ prefix }) {
    mkdirSync(path.dirname(file(prefix)), { recursive: true });
    const there = existsSync(file(prefix)) ? JSON.parse(readFileSync(file(prefix), "utf8")) : {};
    writeFileSync(file(prefix), `${JSON.stringify({ ...there, ...overrides }, undefined, 2)}\n`);
  },
};
