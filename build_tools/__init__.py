"""What makes, measures and shakes the thing that is deployed. Called by the Makefile."""
