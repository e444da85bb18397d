# Documents of runs, what is deleted when, and what can be asked for.

resource "google_firestore_database" "documents" {
  name                              = var.database
  location_id                       = var.region
  type                              = "FIRESTORE_NATIVE"
  concurrency_mode                  = "OPTIMISTIC"
  app_engine_integration_mode       = "DISABLED"
  point_in_time_recovery_enablement = var.protected ? "POINT_IN_TIME_RECOVERY_ENABLED" : "POINT_IN_TIME_RECOVERY_DISABLED"
  delete_protection_state           = var.protected ? "DELETE_PROTECTION_ENABLED" : "DELETE_PROTECTION_DISABLED"
  deletion_policy                   = var.protected ? "ABANDON" : "DELETE"

  dynamic "cmek_config" {
    for_each = var.kms_key[*]

    content {
      kms_key_name = cmek_config.value
    }
  }

  depends_on = [google_project_service.needed, google_kms_crypto_key_iam_member.agent]
}

resource "google_firestore_backup_schedule" "daily" {
  count = var.backup_days > 0 ? 1 : 0

  database  = google_firestore_database.documents.name
  retention = "${var.backup_days * 86400}s"

  daily_recurrence {}
}

locals {
  # Collection → the fields that are asked for alone or together with equalities, and how deep.
  # Everything else is not indexed: it would only cost.
  indexed = {
    budgets   = { period = ["COLLECTION_GROUP"] }
    calls     = { at = ["COLLECTION"] }
    changes   = {}
    circuits  = {}
    decisions = {}
    documents = {}
    events = {
      cause    = ["COLLECTION"]
      revision = ["COLLECTION"]
      state    = ["COLLECTION"]
      wave     = ["COLLECTION"]
    }
    grants   = { open = ["COLLECTION_GROUP"] }
    inputs   = {}
    paces    = {}
    prompts  = {}
    replies  = {}
    refusals = { at = ["COLLECTION_GROUP"] }
    runs     = { updated_at = ["COLLECTION_GROUP"] }
    steps    = { ended_at = ["COLLECTION"] }
  }

  fields = merge([
    for collection, fields in local.indexed : {
      for field, scopes in fields :
      "${collection}.${field}" => { collection = collection, field = field, scopes = scopes }
    }
  ]...)

  # Equality first, then what is ordered by; a minus stands for the order from the last one down.
  composite = {
    "calls.task.at"           = { collection = "calls", fields = ["task", "-at"], scope = "COLLECTION_GROUP" }
    "events.state.created_at" = { collection = "events", fields = ["state", "created_at"], scope = "COLLECTION" }
    "events.state.due_at"     = { collection = "events", fields = ["state", "due_at"], scope = "COLLECTION_GROUP" }
    "runs.status.updated_at"  = { collection = "runs", fields = ["status", "updated_at"], scope = "COLLECTION_GROUP" }
  }
}

# Every document says when it expires. Deleting a run's document would leave those below it.
resource "google_firestore_field" "expiry" {
  for_each = local.indexed

  database   = google_firestore_database.documents.name
  collection = each.key
  field      = "_expiry"

  ttl_config {}
  index_config {}
}

resource "google_firestore_field" "others" {
  for_each = local.indexed

  database   = google_firestore_database.documents.name
  collection = each.key
  field      = "*"

  index_config {}
}

resource "google_firestore_field" "asked" {
  for_each = local.fields

  database   = google_firestore_database.documents.name
  collection = each.value.collection
  field      = each.value.field

  index_config {
    dynamic "indexes" {
      for_each = each.value.scopes

      content {
        order       = "ASCENDING"
        query_scope = indexes.value
      }
    }
  }

  # What a field of its own says wins over what is said of all others.
  depends_on = [google_firestore_field.others]
}

resource "google_firestore_index" "asked" {
  for_each = local.composite

  database    = google_firestore_database.documents.name
  collection  = each.value.collection
  query_scope = each.value.scope

  dynamic "fields" {
    for_each = each.value.fields

    content {
      field_path = trimprefix(fields.value, "-")
      order      = startswith(fields.value, "-") ? "DESCENDING" : "ASCENDING"
    }
  }
}
