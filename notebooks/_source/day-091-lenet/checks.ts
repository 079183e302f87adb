import * as tf from "@tensorflow/tfjs-node";
import { defineChecks, exercise } from "daylab/check";

const layerNames = [
  "the first convolution",
  "the first pooling",
  "the second convolution",
  "the second pooling",
  "flatten",
];

export default defineChecks({
  "shape-walk": exercise<number[][]>({
    title: "Walk the shapes",
    hints: [
      "The last number of a shape is the number of kernels. Pooling does not change it.",
      "Without padding, a 5 × 5 kernel fits into 14 pixels at 14 - 5 + 1 places.",
      "Flatten makes one row out of height × width × channels.",
    ],
    check(shapes, expect) {
      expect.type(shapes, "array");
      expect.equal(shapes.length, 5, "Five layers, so five shapes.");
      const expected = [[28, 28, 6], [14, 14, 6], [10, 10, 16], [5, 5, 16], [400]];
      for (const [index, shape] of expected.entries()) {
        expect.equal(shapes[index], shape, `The shape after ${layerNames[index]}`);
      }
    },
  }),

  "feature-maps": exercise<(model: tf.LayersModel, image: tf.Tensor) => number[][][]>({
    title: "Feature maps of the first layer",
    hints: [
      "`tf.model({ inputs: model.inputs, outputs: model.layers[0].output })` ends after the first layer.",
      "Its `predict` gives shape [1, 28, 28, kernels]: kernels come last, and you want them first.",
      "`maps.squeeze([0]).transpose([2, 0, 1]).arraySync()`",
    ],
    check(featureMaps, expect) {
      expect.type(featureMaps, "function");
      const model = tf.sequential({
        layers: [
          tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 4, kernelSize: 3, padding: "same" }),
          tf.layers.flatten(),
        ],
      });
      const image = tf.linspace(0, 1, 28 * 28).reshape([1, 28, 28, 1]);
      try {
        const maps = featureMaps(model, image);
        expect.type(maps, "array");
        expect.equal(maps.length, 4, "A layer with 4 kernels has 4 maps.");
        expect.equal(maps[0].length, 28, "A map of a 28 × 28 picture has 28 rows.");
        const expected = tf.tidy(
          () => (model.layers[0].apply(image) as tf.Tensor4D).arraySync()[0],
        );
        for (const [kernel, map] of maps.entries()) {
          expect.close(map[14][9], expected[14][9][kernel], 1e-5, `maps[${kernel}][14][9]`);
        }
      } finally {
        model.dispose();
        image.dispose();
      }
    },
  }),

  deeper: exercise<() => tf.LayersModel>({
    title: "LeNet with one more convolution",
    hints: [
      "Copy the layers of `lenet` and add one line after the second `averagePooling2d`.",
      'The line is `layers.conv2d({ filters: 32, kernelSize: 3, padding: "same", activation: "tanh" })`.',
      'Without `padding: "same"` the maps shrink from 5 × 5 to 3 × 3.',
    ],
    check(deeper, expect) {
      expect.type(deeper, "function");
      const model = deeper();
      try {
        const convolutions = model.layers.filter((layer) => layer.getClassName() === "Conv2D");
        expect.equal(convolutions.length, 3, "How many convolutions the model has");
        expect.equal(
          convolutions[2].outputShape,
          [null, 5, 5, 32],
          "The output shape of the third convolution",
        );
        expect.equal(model.outputShape, [null, 10], "The output shape of the model");
        expect.equal(model.countParams(), 114_346, "The number of parameters");
      } finally {
        model.dispose();
      }
    },
  }),
});
