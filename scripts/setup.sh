#!/bin/sh
# Makes the development environment. Each part may be run again; what is there is kept.
#
#   setup.sh venv DIR     a virtual environment in DIR with rejit (editable), the test and lint tools
#   setup.sh tools DIR    the compilers and programs that tests and benchmarks call, by apt-get, if any is missing
#
# As root on Debian, what is missing is installed; anyone else is told what to install.
set -eu
cd "$(dirname "$0")/.."
part=$1 venv=$2

say() { echo "setup: $*" >&2; }

fail() { say "$*"; exit 1; }

# install PACKAGE...: one apt-get call; a second one after an update, where the package lists are absent or old.
install() {
    command="apt-get install -y --no-install-recommends $*"
    if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
        fail "missing here. As root on Debian:
    $command
elsewhere: what these packages hold, then run this again"
    fi
    say "installing $*"
    log=$(mktemp)
    if ! DEBIAN_FRONTEND=noninteractive $command > "$log" 2>&1 < /dev/null; then
        apt-get update > "$log" 2>&1 < /dev/null || true
        if ! DEBIAN_FRONTEND=noninteractive $command > "$log" 2>&1 < /dev/null; then
            tail -n 20 "$log" >&2
            fail "apt-get failed; install these by hand: $*"
        fi
    fi
    rm -f "$log"
}

# The first Python here that is new enough and can make a virtual environment; PYTHON=... chooses another.
find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' > /dev/null 2>&1; then
            echo "$candidate"
            return
        fi
    done
}

make_venv() {
    python=$(find_python)
    if [ -z "$python" ]; then
        install python3 python3-venv
        python=$(find_python)
        [ -n "$python" ] || fail "Python 3.11 or newer is needed, with its venv module; PYTHON=... names one"
    fi
    "$venv/bin/python" -c '' > /dev/null 2>&1 || rm -rf "$venv" # half made, or its Python is gone
    [ -d "$venv" ] || say "making $venv with $("$python" --version)"
    "$python" -m venv "$venv"
    # An old pip writes a `rejit` command that imports `re` first (5 ms), an old setuptools adds a hook to every start.
    "$venv/bin/python" -m pip install -qq --upgrade pip < /dev/null
    "$venv/bin/python" -m pip uninstall -qq --yes setuptools < /dev/null
    "$venv/bin/python" -m pip install -qq --editable '.[test,lint,docs]' < /dev/null
    say "$("$venv/bin/python" -c 'import llvmlite, sys; print(f"Python {sys.version.split()[0]}, llvmlite {llvmlite.__version__}")')"
}

install_tools() {
    missing=$("$venv/bin/python" -c '
import sys
sys.path[:0] = ["tests", "."]
import tools
from bench import corpus
print(*dict.fromkeys(tools.missing_packages() + corpus.missing_packages()))')
    [ -z "$missing" ] || install $missing
    if command -v apt-get > /dev/null; then
        "$venv/bin/python" tests/foreign.py | while read -r cpu qemu; do
            sh scripts/foreign_root.sh "$cpu" "$qemu" "build/$cpu" < /dev/null || say "no Python for tests under emulation; they will say so"
        done
    fi
}

case $part in
    venv) make_venv ;;
    tools) install_tools ;;
    *) fail "what is '$part'? venv or tools" ;;
esac
