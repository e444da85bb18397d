"""Take the schema of the resources that infra uses out of the provider's bindings.

    pip download --no-deps --dest build cdktf-cdktf-provider-google==16.12.1
    cd tests && ../.venv/bin/python -m deploy.provider.extract ../build/cdktf_*.whl

The bindings of Terraform's CDK are generated from the schema of the provider, here of its version
6.50.0: compiled JavaScript that names each argument with its type and nesting, and declarations
that say which are required. No test needs them, only who uses another resource.
"""

import io
import json
import re
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .schema import FILE

INFRA = Path(__file__).parents[3] / "infra"
NOTICE = (
    "Names and types of the Terraform provider for Google Cloud 6.50.0, taken from the package"
    " cdktf-cdktf-provider-google 16.12.1. Copyright (c) HashiCorp, Inc. This Source Code Form is"
    " subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not"
    " distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/."
)
USED = re.compile(r'^(resource|data) "(google_\w+)"', re.MULTILINE)
_CLASS = re.compile(r"^class (\w+) extends cdktf\.(\w+) \{(.*?)^\}", re.DOTALL | re.MULTILINE)
_STRUCT = re.compile(
    r"^function (\w+)ToHclTerraform\(struct\) \{(.*?)^\}", re.DOTALL | re.MULTILINE
)
_ARGUMENT = re.compile(
    r'^\s+(\w+): \{\s+value: .*?,\s+isBlock: (\w+),\s+type: "(\w+)",\s+storageClassType: "(\w+)",',
    re.MULTILINE,
)
_INTERFACE = re.compile(
    r"^export interface (\w+) (?:extends [\w.]+ )?\{(.*?)^\}", re.DOTALL | re.MULTILINE
)
_DECLARED = re.compile(r"\{@link \S+#(\w+) \S+\}.*?readonly \w+(\??):", re.DOTALL)
_CHILD = re.compile(r'= new ([\w.]+)\(this, "(\w+)"(?:, (\w+))?\)')
_READ = re.compile(
    r"// (\w+) - computed: true, optional: false, required: false\n\s*(.*)\n?\s*(.*)"
)
_GETTER = re.compile(r"this\.get(\w+)Attribute\(")
_TYPE_NAME = re.compile(r'\.tfResourceType = "(\w+)"')
_SIMPLE = {"string": "string", "number": "number", "boolean": "bool"}
_GIVEN: dict[str, Any] = {
    "String": "string",
    "Number": "number",
    "Boolean": "bool",
    "List": ["list", "string"],
    "NumberList": ["list", "number"],
    "StringMap": ["map", "string"],
}
_TOP = ("TerraformResource", "TerraformDataSource", "TerraformProvider")


@dataclass(frozen=True)
class Binding:
    """The compiled code of one resource and its declarations."""

    code: str
    declarations: str

    @cached_property
    def _bodies(self) -> dict[str, tuple[str, str]]:
        return {name: (base, body) for name, base, body in _CLASS.findall(self.code)}

    @cached_property
    def _structs(self) -> dict[str, str]:
        return {name[0].upper() + name[1:]: body for name, body in _STRUCT.findall(self.code)}

    @cached_property
    def _required(self) -> dict[str, set[str]]:
        return {
            name: {argument for argument, optional in _DECLARED.findall(body) if not optional}
            for name, body in _INTERFACE.findall(self.declarations)
        }

    def described(self) -> tuple[str, Any]:
        """Return the type's name and its block."""
        top = next(name for name, (base, _) in self._bodies.items() if base in _TOP)
        found = _TYPE_NAME.search(self.code)
        if found is None:
            raise ValueError(f"{top} has no type.")
        block = self._block(top, top, f"{top}Config")
        identity = block["attributes"].get("id")
        if identity is not None and not identity.get("required"):
            identity["computed"] = True
        return found[1], block

    def _block(self, struct: str, name: str, interface: str) -> Any:
        body = self._bodies[name][1]
        _, found, synthesized = body.partition("synthesizeHclAttributes")
        said = _ARGUMENT.findall(synthesized if found else self._structs.get(struct, ""))
        children = {name: (maker, wraps) for maker, name, wraps in _CHILD.findall(body)}
        required = self._required.get(interface, set())
        attributes: dict[str, Any] = {}
        blocks: dict[str, Any] = {}
        for argument, is_block, kind, storage in said:
            maker = children.get(argument, ("cdktf.", ""))[0]
            needed = argument in required
            if maker.startswith("cdktf."):
                attributes[argument] = _argument(_type(kind, storage), required=needed)
            elif is_block == "true":
                blocks[argument] = self._nested(maker, kind, needed=needed)
            else:
                inner = _object(self._child(maker))
                typed = inner if kind == "struct" else [kind, inner]
                attributes[argument] = _argument(typed, required=needed)
        for argument, first, second in _READ.findall(body):
            given = self._given(children.get(argument), first + second)
            attributes[argument] = {"type": given, "computed": True}
        return {"attributes": attributes, "blocks": blocks}

    def _child(self, maker: str) -> Any:
        struct = maker.removesuffix("List").removesuffix("OutputReference")
        return self._block(struct, f"{struct}OutputReference", struct)

    def _nested(self, maker: str, kind: str, *, needed: bool) -> Any:
        nesting = "single" if kind == "struct" else kind
        many = maker.endswith("List") or nesting == "single"
        most = 0 if many else 1
        return {"nesting": nesting, "min": int(needed), "max": most, "block": self._child(maker)}

    def _given(self, child: tuple[str, str] | None, getter: str) -> Any:
        if child is not None:
            maker, is_set = child
            if maker.startswith("cdktf."):
                maps = ["map", "string"]
                return maps if maker.endswith(".StringMap") else ["list", maps]
            return ["set" if is_set == "true" else "list", _object(self._child(maker))]
        found = _GETTER.search(getter)
        given = _GIVEN[found[1]] if found else "dynamic"
        as_set = "tolist(this.getListAttribute" in getter
        return ["set", given[1]] if as_set else given


def _argument(kind: Any, *, required: bool) -> Any:
    return {"type": kind, ("required" if required else "optional"): True}


def _type(kind: str, storage: str) -> Any:
    if storage in _SIMPLE:
        simple = _SIMPLE[storage]
        return simple if kind == "simple" else [kind, simple]
    for suffix, outer in (("List", kind), ("Map", "map")):
        if storage.removesuffix(suffix) in _SIMPLE and storage.endswith(suffix):
            return [outer, _SIMPLE[storage.removesuffix(suffix)]]
    return "dynamic"


def _object(block: Any) -> Any:
    fields = {name: one["type"] for name, one in block["attributes"].items()}
    for name, nested in block["blocks"].items():
        inner = _object(nested["block"])
        fields[name] = inner if nested["nesting"] == "single" else [nested["nesting"], inner]
    return ["object", fields]


def used() -> set[tuple[str, str]]:
    """Return the kind and type of everything that infra uses of the provider."""
    return {
        found for file in INFRA.rglob("*.tf") for found in USED.findall(file.read_text("utf-8"))
    }


def main() -> None:
    """Write `google.json` anew from the package named on the command line."""
    bindings = _bindings(Path(sys.argv[1]))
    out: dict[str, Any] = {"notice": NOTICE, "resource": {}, "data": {}}
    for kind, name in sorted(used()):
        folder = ("data-" if kind == "data" else "") + name.replace("_", "-")
        key = folder if kind == "data" else folder.removeprefix("google-")
        out[kind][name] = bindings[key].described()[1]
    _, provider = bindings["provider"].described()
    ours = {name: one for name, one in provider["attributes"].items() if "endpoint" not in name}
    out["provider"] = {"attributes": ours, "blocks": provider["blocks"]}
    FILE.write_text(json.dumps(out, indent=1, sort_keys=True) + "\n", "utf-8")


def _bindings(package: Path) -> dict[str, Binding]:
    with zipfile.ZipFile(package) as wheel:
        inner = next(name for name in wheel.namelist() if name.endswith(".jsii.tgz"))
        archive = wheel.read(inner)
    texts: dict[str, dict[str, str]] = {}
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            match member.name.split("/"):
                case [_, "lib", folder, "index.js" | "index.d.ts" as name]:
                    file = tar.extractfile(member)
                    if file is not None:
                        texts.setdefault(folder, {})[name] = file.read().decode()
    return {
        folder: Binding(files["index.js"], files["index.d.ts"])
        for folder, files in texts.items()
        if len(files) > 1
    }


if __name__ == "__main__":
    main()
