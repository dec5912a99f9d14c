#!/bin/sh
# Runs the smoke tests, and those of the index, the compiler and the linker, in another environment.
#
#   test_with.sh DIR PYTHON [REQUIREMENT...]     DIR: the virtual environment, made if need be
set -eu
cd "$(dirname "$0")/.."
venv=$1 python=$2
shift 2

if [ ! -e "$venv/.ready" ] || [ pyproject.toml -nt "$venv/.ready" ]; then
    "$venv/bin/python" -c '' > /dev/null 2>&1 || rm -rf "$venv"
    "$python" -m venv "$venv"
    "$venv/bin/python" -m pip install -qq --upgrade pip < /dev/null
    "$venv/bin/python" -m pip install -qq --editable '.[test]' "$@" < /dev/null
    touch "$venv/.ready"
fi
"$venv/bin/python" -c '
import platform, llvmlite, llvmlite.binding as llvm
print(f"Python {platform.python_version()}, llvmlite {llvmlite.__version__}, LLVM", *llvm.llvm_version_info)'

folders=
for folder in tests/ir tests/compile tests/link; do
    [ ! -d "$folder" ] || folders="$folders $folder"
done
status=0
"$venv/bin/python" -m pytest -q $folders || status=1
"$venv/bin/python" -m pytest -q -m smoke || status=1
exit $status
