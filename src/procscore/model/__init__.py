"""The values that flow through the house: criteria sheets, bids, results. All immutable, no I/O.

Criteria sheets are pydantic models, for people write them and every slip must be found. Bids and
results are made by this program from what has been checked, and are plain frozen dataclasses.
"""
