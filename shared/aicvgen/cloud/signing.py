"""Who signs links: a key at hand, or on Google Cloud the service account through its own API."""

from typing import TYPE_CHECKING

from google.auth.credentials import Signing
from google.auth.transport.requests import Request

if TYPE_CHECKING:
    from google.cloud.storage import Client


def signer(client: "Client") -> dict[str, str]:
    """Return what `generate_signed_url` needs besides the client."""
    credentials = client._credentials  # noqa: SLF001  the library has no public name for it
    if isinstance(credentials, Signing):
        return {}
    if not credentials.valid:
        credentials.refresh(Request())
    return {
        "service_account_email": credentials.service_account_email,
        "access_token": credentials.token,
    }
