# Uploads, the files of runs, results; and the bundles of the functions.

locals {
  # Days after which Google deletes a file by itself.
  kept = {
    inbox  = var.inbox_days
    runs   = var.run_days
    outbox = var.run_days
  }

  storage_roles = {
    read   = ["roles/storage.objectViewer"]
    create = ["roles/storage.objectViewer", "roles/storage.objectCreator"]
    write  = ["roles/storage.objectUser"]
  }

  file_rights = merge(flatten([
    for name, one in local.functions : [
      for bucket, right in try(one.files, {}) : {
        for role in local.storage_roles[right] :
        "${name} ${bucket} ${role}" => { function = name, bucket = bucket, role = role }
      }
    ]
  ])...)

  owned = merge(flatten([
    for owner, members in var.owners : [
      for member in members : {
        for bucket, role in { inbox = "roles/storage.objectUser", outbox = "roles/storage.objectViewer" } :
        "${owner} ${member} ${bucket}" => { owner = owner, member = member, bucket = bucket, role = role }
      }
    ]
  ])...)
}

resource "google_storage_bucket" "files" {
  for_each = local.kept

  name                        = "${var.project}-${each.key}"
  location                    = var.region
  force_destroy               = !var.protected
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  # Undoes a mistake. It also keeps what was erased, so it is short.
  soft_delete_policy {
    retention_duration_seconds = 604800
  }

  lifecycle_rule {
    action {
      type = "Delete"
    }

    condition {
      age = each.value
    }
  }

  lifecycle_rule {
    action {
      type = "AbortIncompleteMultipartUpload"
    }

    condition {
      age = 1
    }
  }

  dynamic "encryption" {
    for_each = var.kms_key[*]

    content {
      default_kms_key_name = encryption.value
    }
  }

  depends_on = [google_project_service.needed, google_kms_crypto_key_iam_member.agent]
}

resource "google_storage_bucket" "bundles" {
  name                        = "${var.project}-bundles"
  location                    = var.region
  force_destroy               = true # made anew by `make bundle`
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  soft_delete_policy {
    retention_duration_seconds = 604800
  }

  dynamic "encryption" {
    for_each = var.kms_key[*]

    content {
      default_kms_key_name = encryption.value
    }
  }

  depends_on = [google_project_service.needed, google_kms_crypto_key_iam_member.agent]
}

resource "google_storage_notification" "upload" {
  bucket             = google_storage_bucket.files["inbox"].name
  topic              = google_pubsub_topic.work["upload"].id
  event_types        = ["OBJECT_FINALIZE"]
  object_name_prefix = var.inbox_prefix
  payload_format     = "JSON_API_V1"

  depends_on = [google_pubsub_topic_iam_member.storage]
}

resource "google_pubsub_topic_iam_member" "storage" {
  topic  = google_pubsub_topic.work["upload"].name
  role   = "roles/pubsub.publisher"
  member = data.google_storage_project_service_account.this.member
}

resource "google_storage_bucket_iam_member" "function" {
  for_each = local.file_rights

  bucket = google_storage_bucket.files[each.value.bucket].name
  role   = each.value.role
  member = google_service_account.function[each.value.function].member
}

# People: only below their own name.
resource "google_storage_bucket_iam_member" "owner" {
  for_each = local.owned

  bucket = google_storage_bucket.files[each.value.bucket].name
  role   = each.value.role
  member = each.value.member

  condition {
    title = "below ${each.value.owner}"
    expression = join(" || ", [
      "resource.name.startsWith('projects/_/buckets/${google_storage_bucket.files[each.value.bucket].name}/objects/${each.value.owner}/')",
      "api.getAttribute('storage.googleapis.com/objectListPrefix', '').startsWith('${each.value.owner}/')",
    ])
  }
}
