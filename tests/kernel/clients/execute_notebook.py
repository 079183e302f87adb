"""nbclient's own class on the notebook argv[1]; the executed notebook replaces it."""

import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
client = NotebookClient(notebook, timeout=60, allow_errors="--allow-errors" in sys.argv)
try:
    client.execute()
finally:
    nbformat.write(notebook, sys.argv[1])
