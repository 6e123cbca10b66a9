"""A fitted pipeline as the graph the app runs: one input `features`, outputs named as the card says."""

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from skl2onnx import to_onnx, update_registered_converter
from skl2onnx.algebra import onnx_ops as ops
from skl2onnx.common.data_types import FloatTensorType
from sklearn.base import is_classifier
from sklearn.pipeline import Pipeline

from .transformers import Complete, Hinges, KernelFeatures, Limit

OPSET = 17
TOLERANCE = 1e-4


def to_graph(pipeline: Pipeline, width: int) -> bytes:
    """The pipeline as ONNX: `prediction` [rows, 1], or `probabilities` [rows, classes] (binary: of the second class alone)."""
    classifier = is_classifier(pipeline)
    options = {"zipmap": False} if classifier else None
    model = to_onnx(
        pipeline,
        initial_types=[("features", FloatTensorType([None, width]))],
        target_opset=OPSET,
        options={id(pipeline): options} if options else None,
        name="marcha",
    )
    graph = model.graph
    source = _renamed(graph, graph.output[-1].name, "everything")
    columns = len(pipeline.classes_) if classifier else 1
    binary = classifier and columns == 2
    output = "probabilities" if classifier else "prediction"
    if binary:
        graph.initializer.append(numpy_helper.from_array(np.array([1], dtype=np.int64), "second_class"))
        graph.node.append(helper.make_node("Gather", [source, "second_class"], [output], axis=1))
    else:
        graph.node.append(helper.make_node("Identity", [source], [output]))
    del graph.output[:]
    graph.output.append(helper.make_tensor_value_info(output, TensorProto.FLOAT, [None, 1 if binary else columns]))
    onnx.checker.check_model(model)
    return model.SerializeToString(deterministic=True)


def run(graph: bytes, rows: np.ndarray) -> np.ndarray:
    """The graph's first output for these rows."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    return session.run(None, {"features": rows.astype(np.float32)})[0]


def answer(pipeline: Pipeline, rows: np.ndarray) -> np.ndarray:
    """What scikit-learn says for these rows, in the graph's shape."""
    if not is_classifier(pipeline):
        return pipeline.predict(rows).reshape(-1, 1)
    probabilities = pipeline.predict_proba(rows)
    return probabilities[:, 1:] if probabilities.shape[1] == 2 else probabilities


def verify(graph: bytes, pipeline: Pipeline, rows: np.ndarray) -> None:
    """Raises where graph and pipeline differ."""
    worst = float(np.abs(run(graph, rows) - answer(pipeline, rows)).max())
    if not worst <= TOLERANCE:
        raise AssertionError(f"the graph differs from scikit-learn by {worst:.2g}")


def _renamed(graph: onnx.GraphProto, old: str, new: str) -> str:
    for node in graph.node:
        node.output[:] = [new if name == old else name for name in node.output]
    return new


def _register(kind: type, convert, width) -> None:
    def shape(operator) -> None:
        fitted, entry = operator.raw_operator, operator.inputs[0].type
        operator.outputs[0].type = FloatTensorType([entry.shape[0], width(fitted, entry.shape[1])])

    def converter(scope, operator, container) -> None:
        result = convert(operator.raw_operator, operator.inputs[0], operator.outputs[:1], container.target_opset)
        result.add_to(scope, container)

    update_registered_converter(kind, f"Marcha{kind.__name__}", shape, converter)


def _float(values: np.ndarray) -> np.ndarray:
    return np.asarray(values, dtype=np.float32)


def _limit(step: Limit, rows, names, opset):
    return ops.OnnxMin(ops.OnnxMax(rows, _float(step.low_), op_version=opset), _float(step.high_), op_version=opset, output_names=names)


def _complete(step: Complete, rows, names, opset):
    missing = ops.OnnxIsNaN(rows, op_version=opset)
    known = ops.OnnxWhere(missing, _float([0.0]), rows, op_version=opset)
    filled = ops.OnnxAdd(ops.OnnxMatMul(known, _float(step.weights_), op_version=opset), _float(step.offsets_), op_version=opset)
    return ops.OnnxWhere(missing, filled, rows, op_version=opset, output_names=names)


def _hinges(step: Hinges, rows, names, opset):
    if step.columns_.size == 0:
        return ops.OnnxIdentity(rows, op_version=opset, output_names=names)
    chosen = ops.OnnxGather(rows, step.columns_.astype(np.int64), axis=1, op_version=opset)
    bends = ops.OnnxRelu(ops.OnnxSub(chosen, _float(step.knots_), op_version=opset), op_version=opset)
    return ops.OnnxConcat(rows, bends, axis=1, op_version=opset, output_names=names)


def _kernel(step: KernelFeatures, rows, names, opset):
    """In double precision: the map weighs small differences of the kernel a thousandfold."""
    points = step.map_.components_.astype(float)
    exact = ops.OnnxCast(rows, to=TensorProto.DOUBLE, op_version=opset)
    squares = ops.OnnxMatMul(ops.OnnxMul(exact, exact, op_version=opset), np.ones((points.shape[1], 1)), op_version=opset)
    products = ops.OnnxMatMul(exact, -2 * points.T, op_version=opset)
    distance = ops.OnnxAdd(ops.OnnxAdd(products, squares, op_version=opset), (points**2).sum(axis=1), op_version=opset)
    near = ops.OnnxExp(ops.OnnxMul(distance, np.array([-step.gamma]), op_version=opset), op_version=opset)
    mapped = ops.OnnxMatMul(near, step.weight * step.map_.normalization_.T.astype(float), op_version=opset)
    narrow = ops.OnnxCast(mapped, to=TensorProto.FLOAT, op_version=opset)
    return ops.OnnxConcat(rows, narrow, axis=1, op_version=opset, output_names=names)


_register(Limit, _limit, lambda step, width: width)
_register(Complete, _complete, lambda step, width: width)
_register(Hinges, _hinges, lambda step, width: width + step.columns_.size)
_register(KernelFeatures, _kernel, lambda step, width: width + len(step.map_.components_))
