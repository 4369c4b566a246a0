"""A dossier as it is published: a folder or zip of static pages, one document for printing, and the data behind both."""
