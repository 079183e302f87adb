export type { SearchFitOptions, SearchParams } from "./base-search.ts";
export {
  GridSearchCV,
  type GridSearchCVOptions,
  type GridSearchCVParams,
} from "./grid-search-cv.ts";
export {
  HalvingGridSearchCV,
  type HalvingGridSearchCVOptions,
  type HalvingGridSearchCVParams,
} from "./halving-grid-search-cv.ts";
export {
  RandomizedSearchCV,
  type RandomizedSearchCVOptions,
  type RandomizedSearchCVParams,
} from "./randomized-search-cv.ts";
