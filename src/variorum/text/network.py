"""Networks that ship with the package, run by onnxruntime on one thread."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def open_network(path: Path) -> Any:  # noqa: ANN401 - onnxruntime is untyped
    """Return a session that runs the ONNX file at `path`. Processes are what scales here, so it takes one thread."""
    import onnxruntime  # noqa: PLC0415 - 0.1 s: only those who run a network pay it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
