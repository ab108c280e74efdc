"""What is told of criteria sheets, as pages: values of the model in, a page to be written out."""
