"""The words: data files and the one loader that reads them."""
