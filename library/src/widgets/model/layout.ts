import { textOrNull } from "../traits/kinds.ts";
import type { Trait } from "../traits/trait.ts";
import { modelClass } from "./model-class.ts";
import { base } from "./protocol.ts";

const css = textOrNull();

/** Properties of CSS, and what the front end leaves to its own style sheet where they are null. */
const traits = {
  alignContent: css,
  alignItems: css,
  alignSelf: css,
  borderBottom: css,
  borderLeft: css,
  borderRight: css,
  borderTop: css,
  bottom: css,
  display: css,
  flex: css,
  flexFlow: css,
  gridArea: css,
  gridAutoColumns: css,
  gridAutoFlow: css,
  gridAutoRows: css,
  gridColumn: css,
  gridGap: css,
  gridRow: css,
  gridTemplateAreas: css,
  gridTemplateColumns: css,
  gridTemplateRows: css,
  height: css,
  justifyContent: css,
  justifyItems: css,
  left: css,
  margin: css,
  maxHeight: css,
  maxWidth: css,
  minHeight: css,
  minWidth: css,
  objectFit: css,
  objectPosition: css,
  order: css,
  overflow: css,
  padding: css,
  right: css,
  top: css,
  visibility: css,
  width: css,
} satisfies Record<string, Trait<string | null>>;

/**
 * Where a widget stands and how large it is: properties of CSS, as text.
 *
 * @example
 * const slider = new IntSlider({ layout: { width: "50%" } });
 * slider.layout.margin = "1em";
 * slider.layout.width; // "50%"
 */
export class Layout extends modelClass("Layout", base("LayoutModel", "LayoutView"), traits) {}
