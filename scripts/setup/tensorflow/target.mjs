import { SetupProblem } from "../problem.mjs";

/** 2.16 is the last TensorFlow that passes tfjs-core's own op tests: 2.17 breaks tf.round(int32). */
export const tensorflowVersion = "2.16.2";

/**
 * Where a platform's TensorFlow C library comes from: a wheel of the Python package registry.
 *
 * @typedef {object} Target
 * @property {string} project
 * @property {string[]} tags pip's platform tags
 * @property {string} sha256 of the wheel for CPython 3.11
 * @property {string[]} libraries
 */
const targets = {
  "linux-x64": {
    project: "tensorflow-cpu",
    tags: ["manylinux_2_17_x86_64", "manylinux2014_x86_64"],
    sha256: "c855cb6bf05d32dd5928086b03a5f6b4189b63c22b95e017703cbee4291023ca",
    libraries: ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"],
  },
  "linux-arm64": {
    project: "tensorflow",
    tags: ["manylinux_2_17_aarch64", "manylinux2014_aarch64"],
    sha256: "8728b12bc86941d90d0a927c40d4b21f8820964a80439a7c45f850eb37d57067",
    libraries: ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"],
  },
  "darwin-arm64": {
    project: "tensorflow",
    tags: ["macosx_12_0_arm64"],
    sha256: "2c8a0e79395639b762e62002db99b2f6cc608f744312c9940899c1128f325331",
    libraries: ["libtensorflow_cc.2.dylib", "libtensorflow_framework.2.dylib"],
  },
};

/**
 * @returns {Target}
 * @throws {SetupProblem} on a platform that no TensorFlow 2.16 wheel was built for
 */
export function tensorflowTarget(platform = `${process.platform}-${process.arch}`) {
  const target = targets[platform];
  if (target) return target;
  throw new SetupProblem(
    `There is no TensorFlow ${tensorflowVersion} for ${platform}.`,
    platform.startsWith("win32")
      ? "On Windows, clone the repository inside WSL 2 (wsl --install) and run the same command there."
      : `Daylab runs on ${Object.keys(targets).join(", ")}.`,
  );
}
