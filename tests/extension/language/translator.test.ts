import assert from "node:assert/strict";
import { english, type Translator } from "../../../extension/src/core/index.ts";
import { languageOf, translatorOf } from "../../../extension/src/language/index.ts";

const source = (languageCode: string, trans: Translator = english) => ({
  languageCode,
  load: () => trans,
});

describe("translatorOf", () => {
  it("speaks German where JupyterLab does and has no catalogue of ours", () => {
    for (const code of ["de-DE", "de_AT", "de"]) {
      const trans = translatorOf(source(code));
      assert.equal(trans.__("Journal"), "Tagebuch");
      assert.equal(trans.__("Day %1 of %2", 3, 100), "Tag 3 von 100");
      assert.equal(trans._n("Streak: %1 day", "Streak: %1 days", 1), "Serie: 1 Tag");
      assert.equal(trans._n("Streak: %1 day", "Streak: %1 days", 2), "Serie: 2 Tage");
    }
  });

  it("prefers the words of JupyterLab's own catalogue", () => {
    const theirs: Translator = {
      __: (text, ...values) => (text === "Journal" ? "Logbuch" : english.__(text, ...values)),
      _n: (one, many, n, ...values) => english._n(one, many, n, ...values),
    };
    const trans = translatorOf(source("de-DE", theirs));
    assert.equal(trans.__("Journal"), "Logbuch");
    assert.equal(trans.__("Save"), "Speichern");
  });

  it("speaks English in other languages, for unknown texts, and without JupyterLab", () => {
    assert.equal(translatorOf(source("fr-FR")).__("Journal"), "Journal");
    assert.equal(translatorOf(source("en")).__("Journal"), "Journal");
    assert.equal(translatorOf(undefined).__("Day %1 of %2", 1, 2), "Day 1 of 2");
    assert.equal(translatorOf(source("de")).__("constructor"), "constructor");
    assert.equal(translatorOf(source("de"))._n("toString", "toStrings", 2), "toStrings");
    assert.equal(languageOf(source("de_DE")), "de-DE");
    assert.equal(languageOf(undefined), "en");
    assert.equal(languageOf({ load: () => english }), "en");
  });
});
