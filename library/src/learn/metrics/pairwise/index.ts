export {
  cosineDistances,
  type DistanceName,
  euclideanDistances,
  manhattanDistances,
  pairwiseDistances,
} from "./distances.ts";
export * from "./kernels.ts";
