export {
  type Imputed,
  type ImputedOf,
  SimpleImputer,
  type SimpleImputerParams,
} from "./simple-imputer.ts";
