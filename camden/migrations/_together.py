"""Many new tables in one operation: Django then makes its picture of all models once, and not after each table."""

from typing import Any

from django.db.migrations.operations import SeparateDatabaseAndState
from django.db.migrations.operations.base import Operation


class Together(SeparateDatabaseAndState):
    """Operations that need nothing of one another but to come in this order: whole new tables and their triggers.

    Each change of the state makes Django build anew every model that is related to the changed one; with a hundred
    models that all know `User`, sixty operations took eight seconds. Here the state changes without models, and the
    database is told afterwards, with the models of the end. So a table stands here whole, in its CreateModel: a field
    added to it later in the same migration would be made twice.
    """

    def __init__(self, operations: list[Operation]) -> None:
        super().__init__(database_operations=operations, state_operations=operations)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """As it is written in a migration."""
        return (self.__class__.__name__, [], {"operations": self.database_operations})

    def state_forwards(self, app_label: str, state: Any) -> None:
        state.__dict__.pop("apps", None)
        super().state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in self.database_operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for operation in reversed(self.database_operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)
