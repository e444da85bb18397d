"""What Google would answer: results that nobody configures, unknown or made up."""

from collections.abc import Callable
from typing import Any

import msgpack

from .schema import Attribute, Block

NUMBER = "123456789012"
"""Of the project."""
_UNKNOWN = msgpack.ExtType(0, b"\0")
_GIVEN_BY_PROVIDER = ("project", "region", "location", "self_link")
"""Optional arguments that Google fills in where they are left out."""


def filled(block: Block, value: Any, make: Callable[[str, Attribute], Any]) -> Any:
    """Fill in what nobody said and Google would."""
    for name, attribute in block.attributes.items():
        known = value.get(name)
        given = attribute.computed or name in _GIVEN_BY_PROVIDER
        if isinstance(known, msgpack.ExtType) or (known is None and given):
            value[name] = make(name, attribute)
    for name, nested in block.blocks.items():
        inner = value.get(name)
        for one in inner if isinstance(inner, list) else [inner]:
            if isinstance(one, dict):
                filled(nested.block, one, make)
    return value


def unknown(_name: str, _attribute: Attribute) -> Any:
    """Return what Terraform takes for a result that is not known yet."""
    return _UNKNOWN


def _name(value: Any) -> str:
    found = (value.get(key) for key in ("name", "account_id", "role_id", "secret_id", "service"))
    return next((one for one in found if isinstance(one, str)), "")


def made_up(kind: str, value: Any) -> Callable[[str, Attribute], Any]:
    """Return what makes up results for a resource, the same ones for the same name."""
    own = _name(value)
    texts = {
        "number": NUMBER,
        "uri": f"https://{own}.example",
        "email": f"{own}@example.iam.gserviceaccount.com",
        "member": f"serviceAccount:{own or kind}@example.iam.gserviceaccount.com",
    }
    others = {"number": 0, "bool": False, "list": [], "set": [], "map": {}}

    def make(name: str, attribute: Attribute) -> Any:
        if attribute.type == "string":
            return texts.get(name, f"{kind}/{own}/{name}")
        outer = attribute.type if isinstance(attribute.type, str) else attribute.type[0]
        return others.get(outer)

    return make
