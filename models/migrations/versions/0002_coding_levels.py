"""Levels of coding of the final's entrants: who drew each level, and its table of codes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "coding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("drawn_at", sa.Text(), nullable=False),
        sa.Column("drawn_by", sa.Text(), nullable=False),
        sa.Column("drawn_by_id", sa.Integer(), nullable=True),
        sa.Column("witness", sa.Text(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("seal_code", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["drawn_by_id"], ["account.id"], name=op.f("fk_coding_drawn_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_coding")),
        sa.UniqueConstraint("level", name=op.f("uq_coding_level")),
        sqlite_strict=True,
    )
    op.create_table(
        "code_pair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("earlier", sa.Text(), nullable=False),
        sa.Column("later", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_code_pair")),
        sa.UniqueConstraint("level", "earlier", name=op.f("uq_code_pair_level_earlier")),
        sa.UniqueConstraint("level", "later", name=op.f("uq_code_pair_level_later")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    raise NotImplementedError("go back by opening the backup made before the upgrade")
