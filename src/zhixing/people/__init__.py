"""People of the courts: departments, posts, officers, powers, sign-in."""
