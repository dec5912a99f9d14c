"""What was compiled, kept by content: `Session(cache=...)`, `rejit run`, `rejit cache`. docs/cache.md tells the whole.

folder     where it lies, and whether it may be trusted
seal       the keyed hash under which every entry is kept
disk       the store: small entries in segments, large ones in files
others     stores of other kinds: memory, a chain of two
keys       what an entry is found by
manifest   all that a start of one module needs, in one entry
index      a module's index without its text
use        a session's side: looks up, counts, switches off
book       the compiler's side: gathers what was compiled, and writes the manifest
"""
