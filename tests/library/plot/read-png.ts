import * as tf from "@tensorflow/tfjs-node";

/** A PNG as TensorFlow's own decoder reads it: RGBA bytes, row by row. */
export function readPng(png: Uint8Array): { width: number; height: number; rgba: Uint8Array } {
  return tf.tidy(() => {
    const image = tf.node.decodePng(png, 4);
    const [height, width] = image.shape;
    return { width, height, rgba: Uint8Array.from(image.dataSync()) };
  });
}

/** Red, green and blue of one pixel. */
export function pixelAt(picture: ReturnType<typeof readPng>, x: number, y: number): number[] {
  const at = 4 * (Math.round(y) * picture.width + Math.round(x));
  return Array.from(picture.rgba.subarray(at, at + 3));
}

/** How many pixels are neither white nor nearly so. */
export function inkOf(picture: ReturnType<typeof readPng>): number {
  let ink = 0;
  for (let i = 0; i < picture.rgba.length; i += 4) {
    if (Math.min(picture.rgba[i] ?? 0, picture.rgba[i + 1] ?? 0, picture.rgba[i + 2] ?? 0) < 200)
      ink++;
  }
  return ink;
}
