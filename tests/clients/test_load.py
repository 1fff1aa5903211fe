"""The embedded server keeps up with far more subscribers than there are delegates."""

import importlib.util
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[1] / "benchmarks/serve.py"


@pytest.mark.clients
def test_five_thousand_conditional_answers_a_second_on_one_core_also_beside_a_thousand_idlers():
    spec = importlib.util.spec_from_file_location("serve_benchmark", BENCHMARK)
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    figures = dict(benchmark.measure(2))
    print(figures)
    assert figures["304, by tag"] >= 5_000
    assert figures["304, by tag, beside 1000 idle connections"] >= 5_000
