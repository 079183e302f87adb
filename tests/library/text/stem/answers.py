"""Stems by NLTK's Porter (Martin's extensions) and by the Snowball project's own program.

Run: python answers.py words.txt; writes fixtures/answers.json beside this file
(nltk 3.10.4, snowballstemmer 3.1.1). The words are those of Snowball's English sample vocabulary that
one in every 25 lines holds, and the exceptions.
"""

import json
import sys
from pathlib import Path

import snowballstemmer
from nltk.stem.porter import PorterStemmer

exceptions = """
skis skies dying lying idly gently ugly early only singly sky news howe atlas cosmos bias andes
inning outing canning herring earring evening innings proceed exceed generate general generic
communism arsenal past paste pasted universe university lateral later emerge emergency organ organic
international interest geologist geology added egging offing hopping hoping feed agreed ties cries
gas this gaps kiwis youth boyish enjoy cat's dogs' 'quoted' by say cry be luxuriated ied ies
relational conditional rational valenci hesitanci digitizer conformabli radicalli differentli vileli
analogousli vietnamization predication operator feudalism decisiveness hopefulness callousness
formaliti sensitiviti sensibiliti triplicate formative formalize electriciti electrical hopeful
goodness revival allowance inference airliner gyroscopic adjustable defensible irritant replacement
adjustment dependent adoption homologou communism activate angulariti homologous effective bowdlerize
probate rate cease controll roll sized fizzed failing filing tanned falling hissing yes yyy
""".split()
words = [*dict.fromkeys([*exceptions, *Path(sys.argv[1]).read_text().split()[::25]])]
porter = PorterStemmer(mode="MARTIN_EXTENSIONS")
english = snowballstemmer.stemmer("english")
answers = [[word, porter.stem(word), english.stemWord(word)] for word in words]
path = Path(__file__).parent / "fixtures/answers.json"
path.write_text(json.dumps(answers, separators=(",", ":")) + "\n")
print(len(words))
