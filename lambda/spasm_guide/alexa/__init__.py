"""The edge to Alexa, and the only room that knows its SDK."""
