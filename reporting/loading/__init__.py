"""From the data files of a campaign to its nouns: read, check everything, then build.

``toml`` reads the text, ``shape`` and ``form_shape`` say what may stand in the files, the other
rooms build the nouns and collect what is wrong. ``reporting.campaign_file`` is the front door.
"""
