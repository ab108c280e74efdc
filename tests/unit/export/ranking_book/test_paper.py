from procscore.export.ranking_book.paper import Paper

NARROW = [40, 20]
LINE = dict.fromkeys(range(1, 100), 20.0)


def breaks(blocks, rows=60, head=None):
    return list(Paper(NARROW, 0).breaks(LINE, rows, blocks, head))


def test_a_block_that_would_be_cut_begins_a_page():
    assert breaks([(20, 30)]) == [20]  # a page holds 24 rows of 20 points
    assert breaks([(1, 10), (11, 20)]) == []


def test_pages_that_fill_by_themselves_are_counted():
    assert breaks([(40, 50)]) == [40]
    assert breaks([(26, 40)]) == []  # row 25 begins a page by itself


def test_a_block_that_is_longer_than_a_page_begins_one():
    assert breaks([(20, 50)]) == [20]
    assert breaks([(3, 50)]) == []  # two lines of headings stay with it


def test_what_is_nearly_as_long_as_a_page_begins_one():
    assert breaks([(3, 23), (27, 46)]) == [27]  # with 25 and 26 on the page it would just fit
    assert breaks([(3, 20), (21, 24)]) == []


def test_after_pages_that_fill_by_themselves_what_must_not_be_cut_begins_one():
    assert breaks([(3, 50), (55, 62)]) == [55]  # a program may have more on a page, or less
    assert breaks([(3, 50), (55, 58)]) == []  # a few lines


def test_repeated_headings_take_room_on_every_page():
    assert breaks([(20, 30), (31, 43)]) == [20]
    assert breaks([(20, 30), (31, 43)], head=(1, 3)) == [20, 31]


def test_a_wide_sheet_stands_on_pages_side_by_side():
    paper = Paper([40, *[16] * 20], 1)
    assert paper.pages_wide == 2
    assert paper.columns_on_first == 11
    assert Paper(NARROW, 1).pages_wide == 1
    assert Paper(NARROW, 1).columns_on_first == 2


def test_what_is_a_little_longer_than_a_page_is_made_smaller():
    paper = Paper(NARROW, 0)
    assert paper.nearly_one(LINE, 36)
    assert not paper.nearly_one(LINE, 37)
    assert not Paper([40, *[16] * 20], 1).nearly_one(LINE, 2)


def test_a_chart_is_no_higher_than_a_page():
    assert Paper(NARROW, 0).highest == 580
    assert Paper([100, 100], 0).highest > 800
