from procscore import xlsx


def test_widths_count_east_asian_characters_twice_and_the_widest_line():
    assert xlsx.width("abc") == 3
    assert xlsx.width("審査ab") == 6
    assert xlsx.width("a\n審査\nbc") == 4
    assert xlsx.width("") == 0


def test_a_text_takes_more_lines_in_a_narrower_cell_and_fewer_in_a_smaller_size():
    text = "提案システムの機能" * 4
    assert xlsx.lines(text, 100) == 1
    assert xlsx.lines(text, 30) > xlsx.lines(text, 60)
    assert xlsx.lines(text, 30, 9) < xlsx.lines(text, 30, 16)
    assert xlsx.lines("a\nb", 50) == 2
