"""The models that come with the project."""

from ..definition import Definition
from .gait_age_force import GAIT_AGE_FORCE
from .gait_age_run import GAIT_AGE_RUN
from .gait_age_walk import GAIT_AGE_WALK
from .injury import INJURY_RUN, INJURY_WALK
from .zone_walk_force import ZONE_WALK_FORCE

DEFINITIONS: tuple[Definition, ...] = (ZONE_WALK_FORCE, GAIT_AGE_WALK, GAIT_AGE_RUN, GAIT_AGE_FORCE, INJURY_WALK, INJURY_RUN)
