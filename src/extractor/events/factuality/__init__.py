"""Did it happen, and how sure is that: genericity, realis, confidence."""
