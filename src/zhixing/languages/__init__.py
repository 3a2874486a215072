"""The languages the platform speaks: Chinese is written in the code, English stands in each room's catalogue."""
