/**
 * The extension's own languages. JupyterLab takes catalogues from its server alone, which finds them
 * by entry points of installed Python packages; without one a catalogue has to come along. Where
 * JupyterLab does have one for the domain `daylab`, its words come first.
 */
export { languageOf, translatorOf, type LanguageSource } from "./translator.ts";
