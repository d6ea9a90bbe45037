"""Alembic runs this file to reach the database; `upgrade` in the package hands it an open connection."""

from __future__ import annotations

from alembic import context

# Batch mode, because SQLite cannot change a column in place.
context.configure(connection=context.config.attributes["connection"], render_as_batch=True, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
