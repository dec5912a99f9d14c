"""bench.corpus: recipes, stamps, what is said when something is missing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from bench import corpus

from tools import need


@pytest.fixture
def llvm() -> None:
    """The tools that build the corpus are there, or it is said how to get them."""
    for tool in (corpus.CLANGXX, "llvm-link-19", "llvm-dis-19"):
        need(tool)


def test_strip_cpu_attributes_only_touches_attribute_groups() -> None:
    text = (
        'define i32 @"target-cpu"() #0 {\n  ret i32 0 ; "target-cpu"="x"\n}\n'
        'attributes #0 = { nounwind uwtable "no-trapping-math"="true" "target-cpu"="x86-64" '
        '"target-features"="+cx8,+fxsr" "tune-cpu"="generic" }\n'
    )
    stripped = corpus.strip_cpu_attributes(text)
    assert stripped.splitlines()[:3] == text.splitlines()[:3]
    assert stripped.splitlines()[3] == 'attributes #0 = { nounwind uwtable "no-trapping-math"="true" }'


def test_corpus_dir_obeys_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("REJIT_CORPUS", raising=False)
    assert corpus.corpus_dir() == corpus.ROOT / ".corpus"
    monkeypatch.setenv("REJIT_CORPUS", str(tmp_path))
    assert corpus.corpus_dir() == tmp_path


def test_unknown_program_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert corpus.main(["nonesuch"]) == 1
    message = capsys.readouterr().err
    assert "nonesuch" in message and "sqlite" in message


def test_missing_tools_without_root_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus.shutil, "which", lambda tool: None if tool == "tclsh" else f"/usr/bin/{tool}")
    monkeypatch.setattr(corpus.os, "geteuid", lambda: 1000)
    with pytest.raises(corpus.CorpusError, match=r"apt-get install .* tcl$"):
        corpus.require_tools()


def test_failing_command_shows_its_output() -> None:
    with pytest.raises(corpus.CorpusError, match=r"(?s)status 3.*the reason"):
        corpus.run(["sh", "-c", "echo the reason; exit 3"])


def test_every_source_pattern_of_local_programs_exists() -> None:
    for program in corpus.PROGRAMS.values():
        if program.package is None:
            assert all(list((corpus.HERE / "programs").glob(pattern)) for pattern in program.sources)


@pytest.mark.usefixtures("llvm")
def test_build_is_idempotent_and_redone_when_the_recipe_changes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    programs = tmp_path / "here" / "programs"
    programs.mkdir(parents=True)
    (programs / "tiny.c").write_text('#include <stdio.h>\nint main(void) { puts("tiny"); return 3; }\n')
    monkeypatch.setattr(corpus, "HERE", tmp_path / "here")
    monkeypatch.setattr(corpus, "PROGRAMS", {"tiny": corpus.Program("tiny", None, ("tiny.c",))})
    monkeypatch.setattr(corpus, "TOOLS", {})
    monkeypatch.setenv("REJIT_CORPUS", str(tmp_path / "corpus"))

    folder = corpus.build(["tiny"])["tiny"]
    assert {"tiny.ll", "tiny.bc", "tiny-g.ll", "aot", "aot.json"} <= set(os.listdir(folder))
    result = subprocess.run([folder / "aot"], capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (3, "tiny\n")
    assert "!DILocation" in (folder / "tiny-g.ll").read_text()
    assert "!DILocation" not in (folder / "tiny.ll").read_text()

    def times() -> dict[str, int]:
        return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}

    before = times()
    corpus.build(["tiny"])
    assert times() == before

    (programs / "tiny.c").write_text("int main(void) { return 4; }\n")
    corpus.build(["tiny"])
    assert subprocess.run([folder / "aot"]).returncode == 4


@pytest.mark.usefixtures("llvm")
def test_a_failing_program_is_named_and_the_others_are_built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    programs = tmp_path / "here" / "programs"
    programs.mkdir(parents=True)
    (programs / "good.c").write_text("int main(void) { return 0; }\n")
    (programs / "bad.c").write_text("int main(void) { return }\n")
    recipes = {name: corpus.Program(name, None, (f"{name}.c",), debug=False) for name in ("bad", "good")}
    monkeypatch.setattr(corpus, "HERE", tmp_path / "here")
    monkeypatch.setattr(corpus, "PROGRAMS", recipes)
    monkeypatch.setattr(corpus, "TOOLS", {})
    monkeypatch.setenv("REJIT_CORPUS", str(tmp_path / "corpus"))
    with pytest.raises(corpus.CorpusError, match=r"^bad: "):
        corpus.build(aot=False)
    assert (tmp_path / "corpus" / "good" / "good.ll").is_file()
    assert not (tmp_path / "corpus" / "bad" / "bad.ll").exists()
