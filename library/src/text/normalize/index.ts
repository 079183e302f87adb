export { caseFold } from "./case-fold.ts";
export { collapseWhitespace, stripAccents, stripControl } from "./clean.ts";
export { normalize, type NormalizeOptions, type UnicodeForm } from "./normalize.ts";
