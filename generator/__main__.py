"""``python -m generator …`` is ``briefing …``."""

from generator.cli import main

main(prog_name="briefing")
