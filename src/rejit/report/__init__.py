"""Seeing what happened in a run: a page to read (`rejit run --report`), a trace for Perfetto (`--trace`).

recording.py   in the program's process: notes what the session does; plain tuples, one append each
finish.py      the same, at the end: hands the notes to a process that writes
writer.py      that process: from notes to files
story.py       what is in both files: spans, marks, functions
trace.py       Chrome's trace events
listing.py     IR and disassembly, by function and tier
page.py        the page: page.html, page.css, page.js, Bokeh's script and the data in one file
"""
