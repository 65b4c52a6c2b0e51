"""One way to run: jobs for articles, done in this process or by worker processes, given back in order."""
