# What the functions' log lines say about language models: counted, and told to a person.

resource "google_monitoring_notification_channel" "email" {
  count = var.model == "gemini" && var.alert_email != null ? 1 : 0

  display_name = "aicvgen ${var.environment}"
  type         = "email"
  labels       = { email_address = var.alert_email }

  depends_on = [google_project_service.needed]
}

resource "google_monitoring_alert_policy" "model" {
  for_each = var.model == "gemini" ? local.alerts : {}

  display_name          = "aicvgen ${var.environment}: ${each.value.title}"
  combiner              = "OR"
  notification_channels = google_monitoring_notification_channel.email[*].id

  conditions {
    display_name = each.value.title

    condition_matched_log {
      filter           = "${local.lines} ${each.value.filter}"
      label_extractors = { for name in each.value.labels : name => "EXTRACT(jsonPayload.${name})" }
    }
  }

  alert_strategy {
    auto_close = "86400s"

    notification_rate_limit {
      period = "3600s"
    }
  }

  documentation {
    content   = each.value.advice
    mime_type = "text/markdown"
  }

  depends_on = [google_project_service.needed]
}

resource "google_logging_metric" "calls" {
  for_each = var.model == "gemini" ? local.metrics : {}

  name             = "aicvgen/${each.key}"
  description      = each.value.description
  filter           = "${local.lines} jsonPayload.message=\"call\" ${each.value.filter}"
  value_extractor  = each.value.sums == null ? null : "EXTRACT(jsonPayload.${each.value.sums})"
  label_extractors = { for name in keys(each.value.labels) : name => "EXTRACT(jsonPayload.${name})" }

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = each.value.sums == null ? "INT64" : "DISTRIBUTION"
    unit        = "1"

    dynamic "labels" {
      for_each = each.value.labels

      content {
        key         = labels.key
        description = labels.value
      }
    }
  }

  dynamic "bucket_options" {
    for_each = each.value.sums[*]

    content {
      exponential_buckets {
        num_finite_buckets = 16
        growth_factor      = 2
        scale              = 100000 # a ten-thousandth of a dollar; the last one begins at three
      }
    }
  }

  depends_on = [google_project_service.needed]
}

locals {
  lines = "resource.type=\"cloud_run_revision\""

  metrics = {
    answered_by_rule = {
      description = "Tasks put to a language model that rules answered, and why"
      filter      = "jsonPayload.answered=\"rule\""
      sums        = null
      labels = {
        task = local.task
        why  = "What stood in the model's way, like over-budget"
      }
    }
    nanodollars = {
      description = "What each task put to a language model cost, in billionths of a dollar"
      filter      = "jsonPayload.nanodollars>0"
      sums        = "nanodollars"
      labels = {
        model = "Which was asked"
        task  = local.task
      }
    }
  }
  task = "What was to be done, like write-section"

  alerts = {
    budget = {
      title  = "a budget for language models is nearly used up"
      filter = "jsonPayload.message=~\"^budget reached\" jsonPayload.percent>=90"
      labels = ["percent", "period", "whose"]
      advice = "`aicvgen budget` says what is left. When nothing is, rules write, and every run ends well. `model_limits` is in infra/variables.tf."
    }
    unpriced = {
      title  = "a language model has no price"
      filter = "jsonPayload.message=\"call\" jsonPayload.unpriced=true"
      labels = ["model"]
      advice = "The dearest price known stands for it. Add its prices to shared/aicvgen/model/prices.toml."
    }
  }
}
