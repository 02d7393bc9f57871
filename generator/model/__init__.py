"""The nouns: frozen data that the stages hand to each other, one file a stage's output; no I/O and no decisions."""

from generator.model.article import *
from generator.model.briefing import *
from generator.model.claims import *
from generator.model.editing import *
from generator.model.evidence import *
from generator.model.findings import *
from generator.model.kinds import *
from generator.model.known import *
from generator.model.linked import *
from generator.model.origins import *
from generator.model.pages import *
from generator.model.revision import *
from generator.model.source import *
