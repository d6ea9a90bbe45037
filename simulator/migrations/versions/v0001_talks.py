"""Talks, their events, and the sound of turns whose words are not known yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "talks",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("owner", sa.String(200), nullable=False, index=True),
        sa.Column("begun", sa.String(40), nullable=False),
        sa.Column("language", sa.String(10), nullable=False),
        sa.Column("scenario", sa.String(60), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("persona", sa.String(60), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("difficulty", sa.Integer, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("talk", sa.String(64), sa.ForeignKey("talks.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("turn", sa.Integer),
        sa.Column("format", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "sounds",
        sa.Column("talk", sa.String(64), sa.ForeignKey("talks.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("turn", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("rate", sa.Integer, nullable=False),
        sa.Column("pcm16", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("sounds")
    op.drop_table("events")
    op.drop_table("talks")
