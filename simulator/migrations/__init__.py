"""How the database grew. Each step lives in `versions/`; what was stored once can always be read."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

HERE = Path(__file__).parent


def upgrade(connection: Connection, to: str = "head") -> None:
    """Brings the database behind `connection` to the newest form, inside its open transaction.

    Raises alembic.util.CommandError when the database is newer than this program.
    """
    from alembic import command

    command.upgrade(config(connection), to)


def config(connection: Connection | None = None):  # type: ignore[no-untyped-def]  # the type lives in alembic, which only loads when needed
    """What alembic must know; there is no alembic.ini in anybody's way."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(HERE).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    return settings
