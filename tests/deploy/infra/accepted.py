"""Ask Google's command line tool which commands it understands, without an account or a network.

Run by `test_guide.py` in a process of its own, because the tool is a program, not a library: reads
a command per line as JSON, prints what the tool says of it. One process, because each start of the
tool takes seconds.
"""

import json
import os
import sys
import tempfile
from pathlib import Path


def main(sdk: Path) -> None:
    """Answer every line of the input."""
    answers = os.fdopen(os.dup(1), "w")
    sys.path[:0] = [str(sdk / "lib"), str(sdk / "lib" / "third_party")]
    import gcloud  # type: ignore[import-not-found]  # noqa: F401  prepares the imports
    from googlecloudsdk import gcloud_main  # type: ignore[import-not-found]

    tool = gcloud_main.CreateCLI([])
    for line in sys.stdin:
        with tempfile.TemporaryFile("w+") as said:
            # The tool keeps the streams it found at its start.
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            try:
                tool.Execute(json.loads(line))
            except SystemExit:
                pass
            except Exception as error:  # noqa: BLE001  whatever it is, it is told
                said.write(repr(error))
            sys.stdout.flush()
            sys.stderr.flush()
            said.flush()
            said.seek(0)
            answers.write(json.dumps(said.read()) + "\n")
    answers.flush()
    os._exit(0)  # nothing may be said behind the answers


if __name__ == "__main__":
    main(Path(sys.argv[1]))
