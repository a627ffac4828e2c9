"""A content file that cannot be used is named, whatever is wrong with it."""

import pytest

from spasm_guide.content.load import ContentFault, load


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "broken.json: Expecting"),
        ("[]", "broken.json: no version"),
        ('{"version": 1}', "broken.json: no version"),
        (None, "broken.json: .*No such file"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, monkeypatch, text, says):
    monkeypatch.setattr("spasm_guide.content.load.FOLDER", tmp_path)
    if text is not None:
        (tmp_path / "broken.json").write_text(text)
    with pytest.raises(ContentFault, match=says):
        load.__wrapped__("broken")
