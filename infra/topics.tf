# A topic per event, one for uploads and one for the schedule; a push subscription for each, and a
# dead-letter topic with a subscription of its own per function.

resource "google_pubsub_topic" "work" {
  for_each = local.caller_of

  name         = each.key
  kms_key_name = var.kms_key

  message_storage_policy {
    allowed_persistence_regions = [var.region]
  }

  depends_on = [google_project_service.needed, google_kms_crypto_key_iam_member.agent]
}

resource "google_pubsub_topic" "dead" {
  for_each = local.called

  name         = "${each.key}.dead"
  kms_key_name = var.kms_key

  message_storage_policy {
    allowed_persistence_regions = [var.region]
  }

  depends_on = [google_project_service.needed, google_kms_crypto_key_iam_member.agent]
}

resource "google_pubsub_subscription" "push" {
  for_each = local.caller_of

  name  = each.key # the code tells by it which topic a message came from
  topic = google_pubsub_topic.work[each.key].id

  # The function's own limit, and what a cold start and the way may take.
  ack_deadline_seconds       = local.functions[each.value].timeout + 10
  message_retention_duration = "604800s"

  expiration_policy {
    ttl = "" # never
  }

  push_config {
    push_endpoint = google_cloudfunctions2_function.function[each.value].service_config[0].uri

    oidc_token {
      service_account_email = google_service_account.caller.email
      audience              = google_cloudfunctions2_function.function[each.value].service_config[0].uri
    }
  }

  retry_policy {
    minimum_backoff = "${local.functions[each.value].retry.minimum}s"
    maximum_backoff = "${local.functions[each.value].retry.maximum}s"
  }

  dead_letter_policy {
    dead_letter_topic     = google_pubsub_topic.dead[each.value].id
    max_delivery_attempts = local.functions[each.value].retry.deliveries
  }

  lifecycle {
    precondition {
      condition     = local.functions[each.value].timeout + 10 <= 600
      error_message = "Pub/Sub waits 600 s for an acknowledgement at most: give ${each.value} a timeout of 590 s or less in functions/pipeline.yaml."
    }
  }

  # Nothing is delivered before it may be answered, and before it may die properly.
  depends_on = [
    google_cloud_run_v2_service_iam_member.caller,
    google_pubsub_topic_iam_member.dead_letters,
    google_service_account_iam_member.caller,
  ]
}

resource "google_pubsub_subscription" "dead" {
  for_each = local.called

  name                       = "${each.key}.dead"
  topic                      = google_pubsub_topic.dead[each.key].id
  ack_deadline_seconds       = 60
  message_retention_duration = "2678400s" # 31 days, the most there is

  expiration_policy {
    ttl = "" # never
  }
}

# Dead-lettering is done by Pub/Sub's own service agent, which needs both ends.

resource "google_pubsub_topic_iam_member" "dead_letters" {
  for_each = local.called

  topic  = google_pubsub_topic.dead[each.key].name
  role   = "roles/pubsub.publisher"
  member = local.agents.pubsub
}

resource "google_pubsub_subscription_iam_member" "dead_letters" {
  for_each = local.caller_of

  subscription = google_pubsub_subscription.push[each.key].name
  role         = "roles/pubsub.subscriber"
  member       = local.agents.pubsub
}
