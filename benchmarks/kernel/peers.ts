/** A kernel that is measured, and its code for every measurement; `{i}` is a number that changes. */
export interface Peer {
  readonly name: string;
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly code: Readonly<Record<string, string>>;
}

const line = 100;

/** What the loop of small writes prints, in bytes. */
export const bytesWritten = 100_000 * line;

const typescript = {
  trivial: "const v{i} = {i} * 2; v{i}",
  declaration: "const d{i} = { id: {i}, name: `d{i}` };\nfunction f{i}(x) { return x + d{i}.id; }",
  print: 'console.log("out {i}")',
  "before completion": 'const text = "a text";',
  completion: "const k{i} = text.toLow",
  inspection: "const k{i} = text.toLowerCase",
  completed: "toLowerCase",
  writes: `for (let i = 0; i < 100_000; i++) process.stdout.write(String(i).padEnd(${line - 1}) + "\\n");`,
  loop: "let s{i} = 0; for (let i = 0; i < 1e8; i++) s{i} += i;",
  imports:
    'import * as tf from "@tensorflow/tfjs-node";\nimport * as dfd from "danfojs-node";\n' +
    "const table = new dfd.DataFrame({ a: [1, 2] });\nconst sum = tf.tensor([1, 2]).sum();",
};

const python = {
  trivial: "v{i} = {i} * 2; v{i}",
  declaration: 'd{i} = {"id": {i}, "name": f"d{i}"}\ndef f{i}(x): return x + d{i}["id"]',
  print: 'print("out {i}")',
  "before completion": 'text = "a text"',
  completion: "k{i} = text.low",
  inspection: "k{i} = text.lower",
  completed: "lower",
  writes: `import sys\nfor i in range(100_000): sys.stdout.write(str(i).ljust(${line - 1}) + "\\n")`,
  loop: "s{i} = 0\nfor i in range(100_000_000): s{i} += i",
};

/** The programs as their own kernelspecs start them. */
export function peersOf(programs: {
  node: string;
  python: string;
  deno: string | undefined;
  repository: string;
}): readonly Peer[] {
  const { node, python: interpreter, deno, repository } = programs;
  const env = { TF_CPP_MIN_LOG_LEVEL: "3" };
  return [
    {
      name: "daylab",
      argv: [
        node,
        `${repository}/kernel/src/bin/daylab-kernel.mjs`,
        "launch",
        "--connection-file",
        "{connection_file}",
      ],
      env,
      code: typescript,
    },
    {
      name: "ipykernel",
      argv: [interpreter, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
      code: python,
    },
    {
      name: "tslab",
      argv: [
        node,
        `${repository}/node_modules/tslab/bin/tslab`,
        "kernel",
        "--config-path",
        "{connection_file}",
      ],
      env,
      code: typescript,
    },
    ...(deno === undefined ? [] : [denoPeer(deno, repository)]),
  ];
}

function denoPeer(deno: string, repository: string): Peer {
  return {
    name: "deno",
    argv: [deno, "jupyter", "--kernel", "--conn", "{connection_file}"],
    env: {
      TF_CPP_MIN_LOG_LEVEL: "3",
      DENO_DIR: `${repository}/.cache/benchmarks/deno/cache`,
      DENO_NO_UPDATE_CHECK: "1",
    },
    code: typescript,
  };
}
