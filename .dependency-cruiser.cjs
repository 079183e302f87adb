/** Who may import whom: notebooks → library → datasets; the kernel and the extension stand alone. */
const only = (from, allowed) => ({
  name: `${from}-imports-only-${allowed.join("-and-") || "itself"}`,
  severity: "error",
  from: { path: `^${from}/` },
  to: {
    path: "^(kernel|library|datasets|extension|notebooks|tests|benchmarks|scripts)/",
    pathNot: [from, ...allowed].map((name) => `^${name}/`),
  },
});

module.exports = {
  forbidden: [
    only("kernel", []),
    only("extension", []),
    only("datasets", []),
    only("library", ["datasets"]),
    only("notebooks", ["library"]),
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
