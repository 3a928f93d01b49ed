from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.library.identity import identities, is_transcript_name, stem

NAMES = st.lists(
    st.builds(
        "{}{}".format, st.sampled_from(["a", "b", "a.yml", "a.yaml", "紙"]), st.sampled_from([".yaml", ".yml", ".YML"])
    ),
    unique=True,
)


@given(NAMES)
def test_no_two_files_have_one_id_and_none_is_lost(names: list[str]) -> None:
    found = identities(names)
    assert found.keys() == set(names)
    assert len(set(found.values())) == len(names)


@given(NAMES)
def test_the_order_in_which_a_folder_lists_its_files_does_not_matter(names: list[str]) -> None:
    assert identities(names) == identities(list(reversed(names)))


@given(NAMES)
def test_a_yaml_file_always_has_its_stem(names: list[str]) -> None:
    assert all(piece == stem(name) for name, piece in identities(names).items() if name.endswith(".yaml"))


def test_names_of_transcripts() -> None:
    assert all(map(is_transcript_name, ["014-2.yaml", "a.b.yml", "紙.YAML"]))
    assert not any(map(is_transcript_name, ["a.yaml~", ".a.yaml", "#a.yaml", "~a.yaml", "a.json", "yaml", ""]))
