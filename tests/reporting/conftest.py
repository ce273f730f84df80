"""Properties are about results: how long a busy machine takes for one says nothing."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
