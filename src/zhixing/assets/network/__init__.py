"""The port to the property network: what is asked of institutions, how it is signed and sent, what their answers become."""
