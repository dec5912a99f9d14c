Dear compiler,
this is a letter, not a program.
