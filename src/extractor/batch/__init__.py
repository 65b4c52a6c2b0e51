"""Archives: many articles through a pool of workers, into a data set; stopped at any point, a run goes on there."""

from extractor.batch.run import BatchOptions, Manifest, run_batch

__all__ = ["BatchOptions", "Manifest", "run_batch"]
