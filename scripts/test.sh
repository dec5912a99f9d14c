#!/bin/sh
# Runs the tests, each folder in a process of its own: what a thousand tests leave in a process (other JITs' tables, words
# in memory that was given back) is nothing for the next folder's to meet.
#
#   test.sh PYTHON [ARGUMENT...]     with arguments: pytest with these, in one process
set -u
cd "$(dirname "$0")/.." || exit 1
python=$1
shift
[ $# -eq 0 ] || exec "$python" -m pytest "$@"

failed=
for folder in tests tests/*/; do
    set -- "$folder"/test_*.py
    [ -e "$1" ] || continue
    [ "$folder" = tests ] || set -- "$folder"
    echo "-- ${folder%/}"
    "$python" -m pytest "$@" || failed="$failed ${folder%/}"
done
[ -z "$failed" ] || echo "failed:$failed"
[ -z "$failed" ]
