resource "google_cloud_scheduler_job" "tick" {
  for_each = { for name, one in local.functions : name => one.trigger.schedule if can(one.trigger.schedule) }

  name        = each.key
  description = "Lets ${each.key} look for what nobody answers any more"
  region      = var.region
  schedule    = local.schedules[each.value]
  time_zone   = "Etc/UTC"

  pubsub_target {
    topic_name = google_pubsub_topic.work["tick"].id
    data       = base64encode("{}")
  }

  # Nobody asks for a sweep before somebody can answer.
  depends_on = [google_pubsub_subscription.push]
}
