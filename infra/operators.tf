# People who look after it: what the commands `aicvgen deadletters …`, `budget`, `halt` and `resume` need.

locals {
  letters = merge([
    for name in keys(local.called) : {
      for member in var.operators : "${name} ${member}" => { function = name, member = member }
    }
  ]...)

  operated = merge([
    for topic in keys(local.caller_of) : {
      for member in var.operators : "${topic} ${member}" => { topic = topic, member = member }
    }
  ]...)
}

resource "google_project_iam_member" "operator" {
  for_each = var.operators

  project = var.project
  role    = google_project_iam_custom_role.documents.id
  member  = each.key

  condition {
    title      = "this database"
    expression = local.this_database
  }
}

resource "google_pubsub_subscription_iam_member" "operator" {
  for_each = local.letters

  subscription = google_pubsub_subscription.dead[each.value.function].name
  role         = "roles/pubsub.subscriber"
  member       = each.value.member
}

resource "google_pubsub_topic_iam_member" "operator" {
  for_each = local.operated

  topic  = google_pubsub_topic.work[each.value.topic].name
  role   = "roles/pubsub.publisher"
  member = each.value.member
}
