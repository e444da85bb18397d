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

resource "google_logging_metric" "by_rule" {
  count = var.model == "gemini" ? 1 : 0

  name             = "aicvgen/answered_by_rule"
  description      = "Tasks put to a language model that rules answered, and why"
  filter           = "${local.lines} jsonPayload.message=\"call\" jsonPayload.answered=\"rule\""
  label_extractors = { for name in ["task", "why"] : name => "EXTRACT(jsonPayload.${name})" }

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "INT64"
    unit        = "1"

    labels {
      key         = "task"
      description = "What was to be done, like write-section"
    }

    labels {
      key         = "why"
      description = "What stood in the model's way, like over-budget"
    }
  }

  depends_on = [google_project_service.needed]
}

resource "google_logging_metric" "cost" {
  count = var.model == "gemini" ? 1 : 0

  name             = "aicvgen/nanodollars"
  description      = "What each task put to a language model cost, in billionths of a dollar"
  filter           = "${local.lines} jsonPayload.message=\"call\" jsonPayload.nanodollars>0"
  value_extractor  = "EXTRACT(jsonPayload.nanodollars)"
  label_extractors = { for name in ["model", "task"] : name => "EXTRACT(jsonPayload.${name})" }

  metric_descriptor {
    metric_kind = "DELTA"
    value_type  = "DISTRIBUTION"
    unit        = "1"

    labels {
      key         = "model"
      description = "Which was asked"
    }

    labels {
      key         = "task"
      description = "What was to be done, like write-section"
    }
  }

  bucket_options {
    exponential_buckets {
      num_finite_buckets = 16
      growth_factor      = 2
      scale              = 100000 # a ten-thousandth of a dollar; the last one begins at three
    }
  }

  depends_on = [google_project_service.needed]
}

locals {
  lines = "resource.type=\"cloud_run_revision\""

  alerts = {
    budget = {
      title  = "a budget for language models is nearly used up"
      filter = "jsonPayload.message=~\"^budget reached\" jsonPayload.percent>=90"
      labels = ["percent", "period", "whose"]
      advice = "`aicvgen budget` says what is left. When nothing is, rules write, and every run ends well. `model_daily_budget` and its neighbours are in infra/variables.tf."
    }
    unpriced = {
      title  = "a language model has no price"
      filter = "jsonPayload.message=\"call\" jsonPayload.unpriced=true"
      labels = ["model"]
      advice = "The dearest price known stands for it. Add its prices to shared/aicvgen/model/prices.toml."
    }
  }
}
