/** Models that lessons train, by their sizes and a seed: TensorFlow.js models, not compiled yet. */
export { convNet, type ConvNetOptions } from "./conv-net.ts";
export { gpt, nextTokenLoss, type GptOptions } from "./gpt.ts";
export { mlp, type MlpOptions } from "./mlp.ts";
export type { ImageShape, ModelOptions, OutputActivation } from "./options.ts";
export { recurrent, type RecurrentOptions } from "./recurrent.ts";
export { resNet, type ResNetOptions } from "./res-net.ts";
export { unet, type UnetOptions } from "./unet.ts";
