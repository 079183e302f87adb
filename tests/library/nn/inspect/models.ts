import * as tf from "@tensorflow/tfjs-node";

export function lenet() {
  return tf.sequential({
    name: "lenet",
    layers: [
      tf.layers.conv2d({
        ...{ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, padding: "same", name: "c1" },
      }),
      tf.layers.averagePooling2d({ poolSize: 2, name: "s2" }),
      tf.layers.batchNormalization({ name: "norm" }),
      tf.layers.flatten({ name: "flat" }),
      tf.layers.dense({ units: 10, activation: "softmax", name: "out" }),
    ],
  });
}

type Symbolic = tf.SymbolicTensor;

/** A U-Net of two steps: connections that pass several rows. */
export function unet() {
  const conv = (x: Symbolic, filters: number, name: string): Symbolic =>
    tf.layers
      .conv2d({ filters, kernelSize: 3, padding: "same", activation: "relu", name })
      .apply(x) as Symbolic;
  const input = tf.input({ shape: [32, 32, 1], name: "picture" });
  const a = conv(input, 8, "down1");
  const b = conv(
    tf.layers.maxPooling2d({ poolSize: 2, name: "half1" }).apply(a) as Symbolic,
    16,
    "down2",
  );
  const c = conv(
    tf.layers.maxPooling2d({ poolSize: 2, name: "half2" }).apply(b) as Symbolic,
    32,
    "bottom",
  );
  const join = (x: Symbolic, y: Symbolic, name: string): Symbolic =>
    tf.layers
      .concatenate({ name })
      .apply([
        tf.layers.upSampling2d({ size: [2, 2], name: `${name}_up` }).apply(x) as Symbolic,
        y,
      ]) as Symbolic;
  const d = conv(join(c, b, "join2"), 16, "up2");
  const e = conv(join(d, a, "join1"), 8, "up1");
  const mask = tf.layers.conv2d({ filters: 1, kernelSize: 1, activation: "sigmoid", name: "mask" });
  return tf.model({ inputs: input, outputs: mask.apply(e) as Symbolic, name: "unet" });
}

/** Two inputs through one shared model, and two outputs. */
export function siamese() {
  const tower = tf.sequential({
    name: "tower",
    layers: [
      tf.layers.dense({ units: 16, inputShape: [8], activation: "relu", name: "wide" }),
      tf.layers.dense({ units: 4, name: "code" }),
    ],
  });
  const [left, right] = ["left", "right"].map((name) => tf.input({ shape: [8], name }));
  const codes = [left, right].map((input) => tower.apply(input) as Symbolic);
  const joined = tf.layers.concatenate({ name: "both" }).apply(codes) as Symbolic;
  const same = tf.layers.dense({ units: 1, activation: "sigmoid", name: "same" }).apply(joined);
  const kind = tf.layers.dense({ units: 3, activation: "softmax", name: "kind" }).apply(joined);
  return tf.model({
    ...{ inputs: [left, right], outputs: [same as Symbolic, kind as Symbolic], name: "siamese" },
  });
}
