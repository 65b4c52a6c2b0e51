"""What every layer sees of one text: tokens, paragraphs, datelines, repaired parse, the records on the `Doc`."""
