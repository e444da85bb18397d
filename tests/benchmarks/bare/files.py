"""The same for who is told of an upload: it has a client for files beside that for documents."""

import os

import functions_framework
import opentelemetry.exporter.otlp.proto.http.trace_exporter
import opentelemetry.sdk.trace
import pydantic_settings
from flask import Request, Response
from google.cloud.firestore_v1.services.firestore import FirestoreClient
from google.cloud.storage import Client

USED = (
    FirestoreClient,
    opentelemetry.exporter.otlp.proto.http.trace_exporter,
    opentelemetry.sdk,
    pydantic_settings,
)


@functions_framework.http
def bare(request: Request) -> Response:
    """List a folder."""
    del request
    client = Client(project=os.environ["AICVGEN_PROJECT"])
    list(client.list_blobs(os.environ["AICVGEN_INBOX_BUCKET"], prefix="ann/one/"))
    return Response(status=204)
