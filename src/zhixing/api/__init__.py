"""The REST API: what other systems of the court read and enter, through the same door and under the same law as the pages."""
