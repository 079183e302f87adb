import { XMLParser, XMLValidator } from "fast-xml-parser";

/** A thing in a picture. */
export interface VocObject {
  readonly name: string;
  /** Left, top, right, bottom in pixels; the first pixel is 1, and the last counts. */
  readonly box: readonly [xMin: number, yMin: number, xMax: number, yMax: number];
  readonly difficult: boolean;
  readonly truncated: boolean;
}

/** What is known of a picture. */
export interface VocAnnotation {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly objects: readonly VocObject[];
}

type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === "object" });

/**
 * An annotation in the XML of Pascal VOC, which the Oxford-IIIT Pets use too.
 *
 * Source: M. Everingham et al., The PASCAL Visual Object Classes Challenge 2007, Development Kit.
 *
 * @throws SyntaxError naming what is missing or not a number
 */
export function parseVoc(xml: string): VocAnnotation {
  const valid = XMLValidator.validate(xml);
  if (valid !== true)
    throw new SyntaxError(`Line ${valid.err.line} of the annotation: ${valid.err.msg}`);
  const root = child(parser.parse(xml) as Node, "annotation");
  const size = child(root, "size");
  const objects = (root.object ?? []) as Node[];
  return {
    file: text(root, "filename"),
    width: number(size, "width"),
    height: number(size, "height"),
    objects: objects.map((object) => {
      const box = child(object, "bndbox");
      return {
        name: text(object, "name"),
        box: [number(box, "xmin"), number(box, "ymin"), number(box, "xmax"), number(box, "ymax")],
        difficult: object.difficult === "1",
        truncated: object.truncated === "1",
      };
    }),
  };
}

function child(node: Node, name: string): Node {
  const found = node[name];
  if (typeof found === "object" && found !== null) return found as Node;
  throw new SyntaxError(`The annotation has no <${name}>.`);
}

function text(node: Node, name: string): string {
  const found = node[name];
  if (typeof found === "string" && found !== "") return found;
  throw new SyntaxError(`The annotation has no <${name}>.`);
}

function number(node: Node, name: string): number {
  const found = Number(text(node, name));
  if (Number.isFinite(found)) return found;
  throw new SyntaxError(`<${name}> is ${JSON.stringify(text(node, name))}, not a number.`);
}
