# The functions of the map, each from its own bundle, under its own account.

resource "google_artifact_registry_repository" "functions" {
  repository_id = "functions"
  description   = "Images that Cloud Build makes of the bundles"
  format        = "DOCKER"
  location      = var.region
  kms_key_name  = var.kms_key

  cleanup_policies {
    id     = "keep-recent"
    action = "KEEP"

    most_recent_versions {
      keep_count = 5
    }
  }

  cleanup_policies {
    id     = "delete-old"
    action = "DELETE"

    condition {
      older_than = "2592000s"
    }
  }

  depends_on = [google_project_service.needed, google_kms_crypto_key_iam_member.agent]
}

# The name tells the content, so that a function is built anew if and only if its bundle changed.
resource "google_storage_bucket_object" "bundle" {
  for_each = local.functions

  bucket       = google_storage_bucket.bundles.name
  name         = "${each.key}-${filemd5("${local.bundles}/${each.key}.zip")}.zip"
  source       = "${local.bundles}/${each.key}.zip"
  content_type = "application/zip"
}

resource "google_cloudfunctions2_function" "function" {
  for_each = local.functions

  name         = each.key
  description  = "aicvgen ${each.key}"
  location     = var.region
  kms_key_name = var.kms_key

  build_config {
    runtime           = var.runtime
    entry_point       = each.key
    docker_repository = google_artifact_registry_repository.functions.id
    service_account   = google_service_account.builder.id

    # The build compiles our sources, then dates every file anew. What is compiled under this
    # variable is known by its source's checksum, not its date: no instance compiles at its start.
    environment_variables = {
      SOURCE_DATE_EPOCH = "315532801" # the date of all files, 1980-01-01 00:00:01
    }

    source {
      storage_source {
        bucket = google_storage_bucket.bundles.name
        object = google_storage_bucket_object.bundle[each.key].name
      }
    }
  }

  service_config {
    available_memory                 = each.value.memory
    available_cpu                    = "1" # less allows only one request at a time
    timeout_seconds                  = each.value.timeout
    min_instance_count               = lookup(var.min_instances, each.key, 0)
    max_instance_count               = can(each.value.trigger.schedule) ? 1 : var.max_instances
    max_instance_request_concurrency = each.value.concurrency
    ingress_settings                 = local.ingress[each.key]
    all_traffic_on_latest_revision   = true
    service_account_email            = google_service_account.function[each.key].email

    environment_variables = merge(local.environment, {
      THREADS = tostring(each.value.concurrency) # of the server in the container
    })

    dynamic "secret_environment_variables" {
      for_each = local.mounted[each.key]

      content {
        key        = secret_environment_variables.key
        project_id = var.project
        secret     = google_secret_manager_secret.secret[secret_environment_variables.key].secret_id
        version    = secret_environment_variables.value
      }
    }
  }

  # A function never runs without its rights: not at its first event, not while all is torn down.
  depends_on = [
    google_kms_crypto_key_iam_member.agent,
    google_artifact_registry_repository_iam_member.builder,
    google_project_iam_member.builder,
    google_project_iam_member.documents,
    google_project_iam_member.model,
    google_project_iam_member.telemetry,
    google_pubsub_topic_iam_member.publisher,
    google_secret_manager_secret_iam_member.function,
    google_service_account_iam_member.signer,
    google_storage_bucket_iam_member.builder,
    google_storage_bucket_iam_member.function,
  ]
}

locals {
  bundles = "${path.module}/../build/bundles"

  environment = merge(
    {
      AICVGEN_BACKEND       = "cloud"
      AICVGEN_PROJECT       = var.project
      AICVGEN_DATABASE      = var.database
      AICVGEN_INBOX_BUCKET  = google_storage_bucket.files["inbox"].name
      AICVGEN_RUNS_BUCKET   = google_storage_bucket.files["runs"].name
      AICVGEN_OUTBOX_BUCKET = google_storage_bucket.files["outbox"].name
      AICVGEN_LOG_LEVEL     = var.log_level
      AICVGEN_MODEL         = var.model
      AICVGEN_TRACES        = var.collector == null ? "cloud" : "otlp"
      LOG_EXECUTION_ID      = "true"
    },
    var.collector == null ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT = var.collector },
    var.model == "gemini" ? local.asking : {},
  )

  # No limit is no variable.
  asking = {
    for name, value in {
      AICVGEN_DAILY_BUDGET   = var.model_limits.daily_budget
      AICVGEN_MODEL_PATIENCE = var.model_limits.patience
      AICVGEN_MODEL_RATE     = var.model_limits.rate
      AICVGEN_MONTHLY_BUDGET = var.model_limits.monthly_budget
      AICVGEN_OWNER_BUDGET   = var.model_limits.owner_budget
      AICVGEN_RUN_BUDGET     = var.model_limits.run_budget
    } : name => tostring(value) if value != null
  }
}
