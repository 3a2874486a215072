"""Rules of `law/` asked about very many cases at once, on arrays; the only place in `law/` that may use numpy.

Each answers exactly what its scalar rule answers, which tests compare; the reasons are the scalar rule's alone.
"""
