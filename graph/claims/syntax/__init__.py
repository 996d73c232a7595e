"""What a parse tells of a word: who does it, what stands over it, what belongs to it, whether it is denied.

Labels are spaCy's (ClearNLP: https://github.com/clir/clearnlp-guidelines, dependency labels).
"""
