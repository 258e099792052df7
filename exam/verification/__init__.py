"""The second calculation: every total, place and award again, from the journal, by plain fractions.

It shares nothing with ``exam.rules`` but the words of the settings, so that a mistake there, or a hand in the
database, shows as a difference. Pure: rows and texts in, findings out; ``exam.services.verification`` reads them.
"""
