"""The schema is that of what infra uses, and is taken out of the bindings as they are written."""

import re

from .extract import NOTICE, USED, Binding, used
from .schema import FILE, load_schema

_CODE = """
function thingRuleToHclTerraform(struct) {
    const attrs = {
        most: {
            value: cdktf.numberToHclTerraform(struct.most),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
}
class ThingRuleOutputReference extends cdktf.ComplexObject {
    // made_at - computed: true, optional: false, required: false
    get madeAt() {
        return this.getStringAttribute('made_at');
    }
}
class ThingRuleList extends cdktf.ComplexList {
}
class Thing extends cdktf.TerraformResource {
    constructor(scope) {
        this._rule = new ThingRuleList(this, "rule", false);
    }
    // etag - computed: true, optional: false, required: false
    get etag() {
        return this.getStringAttribute('etag');
    }
    synthesizeHclAttributes() {
        const attrs = {
            name: {
                value: cdktf.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            labels: {
                value: cdktf.hashMapperHcl(this._labels),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            rule: {
                value: cdktf.listMapperHcl(thingRuleToHclTerraform, true)(this._rule),
                isBlock: true,
                type: "list",
                storageClassType: "ThingRuleList",
            },
        };
    }
}
Thing.tfResourceType = "google_thing";
"""
_DECLARED = """
export interface ThingConfig extends cdktf.TerraformMetaArguments {
    /** {@link https://example/thing#name Thing#name} */
    readonly name: string;
    /** {@link https://example/thing#labels Thing#labels} */
    readonly labels?: string;
}
export interface ThingRule {
    /** {@link https://example/thing#most Thing#most} */
    readonly most: number;
}
"""


def test_a_binding_says_types_nesting_and_what_is_required():
    """Arguments, read-only results and blocks with their own."""
    name, block = Binding(_CODE.replace("Thing.tf", "\nThing.tf"), _DECLARED).described()
    assert name == "google_thing"
    assert block["attributes"] == {
        "name": {"type": "string", "required": True},
        "labels": {"type": ["map", "string"], "optional": True},
        "etag": {"type": "string", "computed": True},
    }
    rule = block["blocks"]["rule"]
    assert (rule["nesting"], rule["min"], rule["max"]) == ("list", 0, 0)
    assert rule["block"]["attributes"] == {
        "most": {"type": "number", "required": True},
        "made_at": {"type": "string", "computed": True},
    }


def test_the_schema_is_that_of_what_infra_uses():
    """Nothing is missing, nothing is kept that nobody uses."""
    schema = load_schema()
    assert {name for kind, name in used() if kind == "resource"} == set(schema.resources)
    assert {name for kind, name in used() if kind == "data"} == set(schema.data)


def test_the_schema_says_whose_it_is():
    """The licence of what was taken is with it."""
    assert NOTICE in FILE.read_text("utf-8")
    assert re.search(r"Mozilla Public License, v\. 2\.0", NOTICE)
    assert USED.search('resource "google_pubsub_topic" "work" {')
