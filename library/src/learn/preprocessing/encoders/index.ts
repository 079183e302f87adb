export type { CategoriesOption, Category } from "./categories.ts";
export { OneHotEncoder, type OneHotEncoderParams } from "./one-hot-encoder.ts";
export type { DropOption } from "./one-hot-layout.ts";
export { OrdinalEncoder, type OrdinalEncoderParams } from "./ordinal-encoder.ts";
