"""The benchmarks: a corpus of real programs, generated modules, and the peers they are measured against."""
