"""The least that a function with our clients can be: what most of ours are compared with."""

import os

import functions_framework
import grpc
import opentelemetry.exporter.otlp.proto.http.trace_exporter
import opentelemetry.sdk.trace
import pydantic_settings
from flask import Request, Response
from google.cloud.firestore_v1 import types
from google.cloud.firestore_v1.services.firestore import FirestoreClient
from google.cloud.firestore_v1.services.firestore.transports import FirestoreGrpcTransport

USED = (opentelemetry.exporter.otlp.proto.http.trace_exporter, opentelemetry.sdk, pydantic_settings)


@functions_framework.http
def bare(request: Request) -> Response:
    """Read one document and write one."""
    del request
    channel = grpc.insecure_channel(os.environ["FIRESTORE_EMULATOR_HOST"])
    client = FirestoreClient(transport=FirestoreGrpcTransport(channel=channel))
    database = f"projects/{os.environ['AICVGEN_PROJECT']}/databases/(default)"
    name = f"{database}/documents/bare/one"
    list(client.batch_get_documents({"database": database, "documents": [name]}))
    write = types.Write(update=types.Document(name=name, fields={}))
    client.commit({"database": database, "writes": [write]})
    return Response(status=204)
