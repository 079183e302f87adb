export type { CategoriesOption, Category } from "./categories.ts";
export { LabelEncoder } from "./label-encoder.ts";
export { OneHotEncoder, type OneHotEncoderParams } from "./one-hot-encoder.ts";
export type { DropOption } from "./one-hot-layout.ts";
export { OrdinalEncoder, type OrdinalEncoderParams } from "./ordinal-encoder.ts";
export { TargetEncoder, type TargetEncoderParams } from "./target-encoder.ts";
