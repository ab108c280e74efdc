"""The result of an evaluation as one page, for the screen in the meeting room and for paper."""
