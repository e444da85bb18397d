"""Every name that telemetry uses, in one place."""

SCOPE = "aicvgen"
RUN_ID = "aicvgen.run.id"
EVENT = "aicvgen.event.name"
EVENT_ID = "aicvgen.event.id"
KEY = "aicvgen.event.key"
REVISION = "aicvgen.run.revision"
ERROR_TYPE = "error.type"
