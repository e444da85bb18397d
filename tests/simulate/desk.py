"""Where runs are handed in, worked off and picked up."""

from dataclasses import dataclass

from aicvgen import paths
from aicvgen.domain.run import Options, Run
from aicvgen.flow.start import Submission, Upload, start
from aicvgen.local.home import Home
from aicvgen.local.pump import Pump


@dataclass(frozen=True, slots=True)
class Desk:
    """A home and what works in it."""

    home: Home
    pump: Pump

    def finish(self, cv: Upload, job: Upload, *, letter: bool = False) -> Run:
        """Start a run, let everything happen, and return the run as it then is."""
        ports = self.home.ports
        submission = Submission(
            owner="simulated",
            source=f"{ports.now()}",
            cv=cv,
            job=job,
            options=Options(letter=letter),
        )
        run = start(ports, submission)
        while self.pump.deliver_one():
            pass
        (snapshot,) = ports.store.read([paths.run(run.id)])
        if snapshot is None:
            raise LookupError(run.id)
        return snapshot.load(Run)

    def file(self, run: Run, name: str) -> bytes:
        """Return one of the files that the run delivered."""
        (output,) = (one for one in run.outputs if one.name == name)
        return self.home.ports.files.get(output.key)
