"""Our queries in Firestore's words.

Which of them need an index of their own is a matter of the deployment; the emulator needs none.
"""

from collections.abc import Sequence

from google.cloud.firestore_v1.types import ArrayValue, StructuredQuery
from google.cloud.firestore_v1.types import Value as FirestoreValue

from aicvgen.cloud.fields import scalar
from aicvgen.ports import Where

_Field = StructuredQuery.FieldReference
_Operator = StructuredQuery.FieldFilter.Operator
_OPERATORS = {"==": _Operator.EQUAL, "<=": _Operator.LESS_THAN_OR_EQUAL, "in": _Operator.IN}
_Direction = StructuredQuery.Direction


def query(  # noqa: PLR0913  one argument per thing asked
    collection: str,
    where: Sequence[Where],
    *,
    deep: bool,
    order_by: str,
    descending: bool,
    limit: int,
) -> StructuredQuery:
    """Return the query for a collection; a deep one searches all collections of this name."""
    if descending and not order_by:
        raise ValueError("What is found in descending order is ordered by a field.")
    if any(one.is_ == "<=" and one.field != order_by for one in where):
        raise ValueError("What is found by an upper bound is ordered by its field.")
    direction = _Direction.DESCENDING if descending else _Direction.ASCENDING
    order = [
        StructuredQuery.Order(field=_Field(field_path=one), direction=direction)
        for one in (order_by, "__name__")
        if one
    ]
    filters = [_filter(one) for one in where]
    everything = StructuredQuery.CompositeFilter(
        op=StructuredQuery.CompositeFilter.Operator.AND, filters=filters
    )
    return StructuredQuery(
        from_=[StructuredQuery.CollectionSelector(collection_id=collection, all_descendants=deep)],
        where=StructuredQuery.Filter(composite_filter=everything) if filters else None,
        order_by=order,
        limit=limit,
    )


def _filter(where: Where) -> StructuredQuery.Filter:
    if isinstance(where.value, tuple):
        values = ArrayValue(values=[scalar(value) for value in where.value])
        value = FirestoreValue(array_value=values)
    else:
        value = scalar(where.value)
    return StructuredQuery.Filter(
        field_filter=StructuredQuery.FieldFilter(
            field=_Field(field_path=where.field), op=_OPERATORS[where.is_], value=value
        )
    )
