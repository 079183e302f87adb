import { Transformer } from "../base/index.ts";

/** A transformer that gives one feature for each that it takes, under the same name. */
export abstract class SameFeatures<P extends object, S extends object> extends Transformer<P, S> {
  getFeatureNamesOut(): string[] {
    const length = this.nFeaturesIn_;
    return [...(this.featureNamesIn_ ?? Array.from({ length }, (_, j) => `x${j}`))];
  }
}
