export { BernoulliNB, type BernoulliNBParams } from "./bernoulli-nb.ts";
export { ComplementNB, type ComplementNBParams } from "./complement-nb.ts";
export type { DiscreteNBParams } from "./discrete.ts";
export { GaussianNB, type GaussianNBParams } from "./gaussian-nb.ts";
export { MultinomialNB } from "./multinomial-nb.ts";
