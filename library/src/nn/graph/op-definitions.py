"""Writes op-definitions.ts: what TensorFlow knows of the ops that TensorFlow.js calls.

Run once with Python TensorFlow 2.16.2 at hand; nothing needs it at run time:
    python op-definitions.py ../../../../node_modules/@tensorflow/tfjs-node/src
"""

import glob
import os
import re
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
from tensorflow.python.framework import op_def_registry  # noqa: E402

emitted = """Placeholder Const Identity NoOp BatchMatMul MatMul Pack AddV2 Mul Floor Cast ReluGrad Relu6Grad
EluGrad SeluGrad SigmoidGrad TanhGrad RsqrtGrad SqrtGrad BiasAdd BiasAddGrad LeakyReluGrad SoftplusGrad
StatelessRandomUniform StatelessRandomNormal StatelessTruncatedNormal StatelessMultinomial Select SelectV2
SoftmaxCrossEntropyWithLogits SparseSoftmaxCrossEntropyWithLogits VarHandleOp ReadVariableOp
AssignVariableOp ResourceApplyAdam BroadcastTo Div RealDiv"""

names = set(emitted.split())
for file in glob.glob(sys.argv[1] + "/**/*.ts", recursive=True):
    if file.endswith("_test.ts"):
        continue
    text = open(file).read()
    names |= set(re.findall(r"'(_?[A-Z][A-Za-z0-9]+)'", text))
    names |= set(re.findall(r"kernelName:\s*(\w+)", text))

lines = []
for name in sorted(names):
    op = op_def_registry.get(name)
    if op is None or name.startswith("Encode") or name.startswith("Decode"):
        continue
    inputs = []
    for arg in op.input_arg:
        if arg.type_list_attr:
            inputs.append(f"[{arg.type_list_attr}]")
        else:
            inputs.append((arg.type_attr or "-") + (f"*{arg.number_attr}" if arg.number_attr else ""))
    attributes = [f"{a.name}:{a.type}" + ("=" if a.HasField("default_value") else "") for a in op.attr]
    mark = "!" if op.is_stateful else ""
    lines.append(f"{name}{mark}({','.join(inputs)}) {' '.join(attributes)}".rstrip())

with open("op-definitions.ts", "w") as file:
    file.write(
        "/**\n"
        " * The ops that TensorFlow.js calls, as TensorFlow 2.16.2 defines them; written by op-definitions.py.\n"
        " * One a line: its name, `!` where it has state, the attributes that give each input's type\n"
        " * (`T*N`: N inputs of one type, `[T]`: a list of types, `-`: a fixed type), then each attribute\n"
        " * with its kind, and `=` where it has a default.\n"
        " */\n"
        "export const opDefinitions = `\n" + "\n".join(lines) + "\n`;\n"
    )
print(len(lines), "ops")
