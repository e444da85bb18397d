# An account per function with the rights that the map implies, and two more: one that Pub/Sub
# calls the functions as, one that builds them.

resource "google_service_account" "function" {
  for_each = local.functions

  account_id   = "function-${each.key}"
  display_name = "aicvgen: the function ${each.key}"

  depends_on = [google_project_service.needed]
}

resource "google_service_account" "caller" {
  account_id   = "caller"
  display_name = "aicvgen: calls the functions for Pub/Sub"

  depends_on = [google_project_service.needed]
}

resource "google_service_account" "builder" {
  account_id   = "builder"
  display_name = "aicvgen: builds the functions"

  depends_on = [google_project_service.needed]
}

# Documents. Firestore knows no rights on collections: the role says what, the condition where.

resource "google_project_iam_custom_role" "documents" {
  role_id     = "aicvgenDocuments"
  title       = "aicvgen: read and write documents"
  description = "As every function of the flow needs it: no deleting."
  permissions = local.document_permissions

  depends_on = [google_project_service.needed]
}

resource "google_project_iam_custom_role" "keeper" {
  role_id     = "aicvgenKeeper"
  title       = "aicvgen: read, write and delete documents"
  description = "For the function that sweeps."
  permissions = concat(local.document_permissions, ["datastore.entities.delete"])

  depends_on = [google_project_service.needed]
}

resource "google_project_iam_custom_role" "asker" {
  count = var.model == "gemini" ? 1 : 0

  role_id     = "aicvgenAsker"
  title       = "aicvgen: ask a model"
  description = "Google's models are nobody's resource: no right on one of them can be given."
  permissions = ["aiplatform.endpoints.predict"]

  depends_on = [google_project_service.needed]
}

resource "google_project_iam_custom_role" "signer" {
  role_id     = "aicvgenSigner"
  title       = "aicvgen: sign links"
  description = "Bound to the account itself, so that it can sign as nobody else."
  permissions = ["iam.serviceAccounts.signBlob"]

  depends_on = [google_project_service.needed]
}

resource "google_project_iam_member" "documents" {
  for_each = local.functions

  project = var.project
  role = (
    can(each.value.trigger.schedule)
    ? google_project_iam_custom_role.keeper.id
    : google_project_iam_custom_role.documents.id
  )
  member = google_service_account.function[each.key].member

  condition {
    title      = "this database"
    expression = local.this_database
  }
}

locals {
  document_permissions = [
    "datastore.databases.get",
    "datastore.entities.create",
    "datastore.entities.get",
    "datastore.entities.list",
    "datastore.entities.update",
  ]

  this_database = "resource.name == 'projects/${var.project}/databases/${google_firestore_database.documents.name}'"

  # Services without resources to bind a right to.
  telemetry_roles = toset([
    "roles/cloudtrace.agent",
    "roles/logging.logWriter",
    "roles/monitoring.metricWriter",
    "roles/serviceusage.serviceUsageConsumer", # spans name the project that is asked to take them
    "roles/telemetry.tracesWriter",
  ])

  telemetry = merge([
    for name in keys(local.functions) : {
      for role in local.telemetry_roles : "${name} ${role}" => { function = name, role = role }
    }
  ]...)

  publishers = merge([
    for name, topics in local.publishes : {
      for topic in topics : "${name} ${topic}" => { function = name, topic = topic }
    }
  ]...)
}

resource "google_project_iam_member" "telemetry" {
  for_each = local.telemetry

  project = var.project
  role    = each.value.role
  member  = google_service_account.function[each.value.function].member
}

resource "google_project_iam_member" "model" {
  for_each = {
    for name, function in local.functions : name => function
    if var.model == "gemini" && contains(function.extras, "model")
  }

  project = var.project
  role    = google_project_iam_custom_role.asker[0].id
  member  = google_service_account.function[each.key].member
}

resource "google_pubsub_topic_iam_member" "publisher" {
  for_each = local.publishers

  topic  = google_pubsub_topic.work[each.value.topic].name
  role   = "roles/pubsub.publisher"
  member = google_service_account.function[each.value.function].member
}

# Links are signed by the account that gives them out, through Google: there is no key.
resource "google_service_account_iam_member" "signer" {
  for_each = { for name, one in local.functions : name => one if can(one.trigger.http) }

  service_account_id = google_service_account.function[each.key].name
  role               = google_project_iam_custom_role.signer.id
  member             = google_service_account.function[each.key].member
}

# Pub/Sub makes the token that it calls a function with.
resource "google_service_account_iam_member" "caller" {
  service_account_id = google_service_account.caller.name
  role               = "roles/iam.serviceAccountOpenIdTokenCreator"
  member             = local.agents.pubsub
}

# Building: read the sources, write the images and the log.

resource "google_storage_bucket_iam_member" "builder" {
  bucket = google_storage_bucket.bundles.name
  role   = "roles/storage.objectViewer"
  member = google_service_account.builder.member
}

resource "google_artifact_registry_repository_iam_member" "builder" {
  location   = var.region
  repository = google_artifact_registry_repository.functions.name
  role       = "roles/artifactregistry.writer"
  member     = google_service_account.builder.member
}

resource "google_project_iam_member" "builder" {
  for_each = {
    "roles/logging.logWriter" = null
    # Google copies each bundle to a bucket of its own before it is built.
    "roles/storage.objectViewer" = "resource.name.startsWith('projects/_/buckets/gcf-v2-')"
  }

  project = var.project
  role    = each.key
  member  = google_service_account.builder.member

  dynamic "condition" {
    for_each = each.value[*]

    content {
      title      = "sources of functions"
      expression = condition.value
    }
  }
}
