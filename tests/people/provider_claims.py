"""What the tests' provider says of a person besides who they are."""

from __future__ import annotations

from oauth2_provider.oauth2_validators import OAuth2Validator


class Claims(OAuth2Validator):
    """Says `amr` as RFC 8176 has it."""

    def get_additional_claims(self, request: object) -> dict[str, object]:
        """A password for everyone; a one-time code besides for `strong`."""
        name = request.user.username
        return {"amr": ["pwd", "otp"] if name == "strong" else ["pwd"], "name": name}
