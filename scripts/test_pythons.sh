#!/bin/sh
# Runs the smoke tests with several Pythons: those given, else every python3.11 to python3.14 on PATH.
set -u
here=$(dirname "$0")

pythons=$*
if [ -z "$pythons" ]; then
    for version in 3.11 3.12 3.13 3.14; do
        if "python$version" -c '' > /dev/null 2>&1; then pythons="$pythons python$version"; fi
    done
fi
[ -n "$pythons" ] || { echo "no python3.11 to python3.14 on PATH; give some in PYTHONS=" >&2; exit 1; }

failed=
for python in $pythons; do
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])') || { failed="$failed $python"; continue; }
    echo "== $python: Python $version"
    sh "$here/test_with.sh" "build/python-$version" "$python" || failed="$failed $version"
done
[ -z "$failed" ] || { echo "failed with:$failed" >&2; exit 1; }
echo "all passed:$(printf ' %s' $pythons)"
