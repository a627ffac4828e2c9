"""An Echo on this computer: the skill as deployed, spoken to from the command line."""
