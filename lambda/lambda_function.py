"""What AWS Lambda calls."""

from spasm_guide.bootstrap import deployed

handler = deployed()
