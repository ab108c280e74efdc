from procscore.cli import exit_codes
from support import tree


def test_the_readme_lists_the_exit_codes_that_there_are():
    readme = (tree.ROOT / "README.md").read_text(encoding="utf-8")
    listed = {
        exit_codes.DONE: "0 done",
        exit_codes.FINDINGS: "1 problems in the data",
        exit_codes.WRONG_CALL: "2 wrong call",
        exit_codes.BUG: "3 a bug",
        exit_codes.FILE_OR_SYSTEM: "4 file or system",
        exit_codes.INTERRUPTED: "130 interrupted",
    }
    assert all(phrase in readme.replace("\n", " ") for phrase in listed.values())
    assert all(phrase.startswith(str(code)) for code, phrase in listed.items())
