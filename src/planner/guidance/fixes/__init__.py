"""Building blocks of fixes that several rules offer.

Everything here is a candidate: the review tries it, and keeps it only when it can be done and helps.
"""
