"""Benchmarks: each a ratio of two figures taken in one run, interleaved, the best of several."""
