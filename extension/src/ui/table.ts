import { element } from "./element.ts";

/** A table with a caption; the first cell of a row names it. Wide ones scroll, also by the keyboard. */
export function dataTable(
  caption: string,
  header: readonly string[],
  rows: readonly (readonly (string | Node)[])[],
): HTMLElement {
  return element(
    "div",
    { class: "daylab-Table", role: "region", "aria-label": caption, tabindex: 0 },
    element(
      "table",
      {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...header.map((words) => th(words, "col")))),
      element(
        "tbody",
        {},
        ...rows.map(([first, ...others]) =>
          element("tr", {}, th(first, "row"), ...others.map((cell) => element("td", {}, cell))),
        ),
      ),
    ),
  );
}

const th = (content: string | Node, scope: string) => element("th", { scope }, content);
