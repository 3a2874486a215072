"""The sandbox of the property network: plays the institutions, in a process of its own. Knows neither Django nor a database."""
