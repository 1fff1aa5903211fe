"""What if an item took longer? Four answers at once, on a cluster: pip install 'wgsched[dask]'."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dask.distributed import Client, LocalCluster

import wgsched as wg

EXAMPLE = Path(__file__).with_name("asset-recovery-2009.yaml")


def cluster(workers: int) -> LocalCluster:
    """Return a cluster on this machine; the address of any other scheduler will do as well."""
    return LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")


def what_if(minutes: int) -> wg.Session:
    """Return the session if its report took so long."""
    session = wg.read_session(EXAMPLE)
    takes = wg.Takes(wg.Duration(minutes), estimate=True)
    items = (replace(item, takes=takes) if str(item.number) == "3" else item for item in session.agenda)
    return replace(session, agenda=wg.Agenda(tuple(items)))


def what_ifs_on(somewhere: LocalCluster) -> tuple[wg.Planned, ...]:
    """Plan the session with four lengths of its report."""
    with somewhere, Client(somewhere) as client:
        return wg.plan_many([what_if(minutes) for minutes in (30, 45, 60, 90)], executor=client.get_executor())


if __name__ == "__main__":
    for each in what_ifs_on(cluster(2)):
        report = each.session.agenda["3"]
        verdict = "no programme" if each.programme is None else f"{len(each.programme.considerations)} rows"
        print(f"report of {report.takes.expected.minutes if report.takes else 0} minutes: {verdict}")
