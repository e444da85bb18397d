# What variables may be.

mock_provider "google" {
  mock_data "google_project" {
    defaults = { number = "123456789012" }
  }
}

variables {
  project     = "aicvgen-example"
  environment = "dev"
  protected   = false
}

# Each of these is wrong, and each is told: a variable that took its value would fail this run.
run "wrong_values_are_refused" {
  command = plan

  expect_failures = [
    var.alert_email,
    var.api_ingress,
    var.api_invokers,
    var.backup_days,
    var.billing_account,
    var.collector,
    var.database,
    var.environment,
    var.inbox_days,
    var.kms_key,
    var.log_level,
    var.max_instances,
    var.model_limits,
    var.monthly_budget,
    var.operators,
    var.owners,
    var.project,
    var.region,
    var.run_days,
    var.runtime,
    var.secrets,
  ]

  variables {
    alert_email     = "ann"
    api_ingress     = "ALLOW_SOME"
    api_invokers    = ["allUsers"]
    backup_days     = 99
    billing_account = "mine"
    collector       = "http://collector.example"
    database        = "No"
    environment     = "staging"
    inbox_days      = 0
    kms_key         = "ours"
    log_level       = "LOUD"
    max_instances   = 0
    model_limits    = { rate = 0 }
    monthly_budget  = 1.5

    operators = ["allAuthenticatedUsers"]
    owners    = { "ann/../bob" = ["user:ann@example.com"] }
    project   = "My Project"
    region    = "eu"
    run_days  = 7
    runtime   = "python38"
    secrets   = { OTEL_EXPORTER_OTLP_HEADERS = { functions = ["parse"], version = "latest" } }
  }
}

run "names_are_those_of_the_map" {
  command         = plan
  expect_failures = [var.min_instances, var.owners, var.secrets]

  variables {
    min_instances = { ap = 99 }
    owners        = { ann = ["allUsers"] }
    secrets       = { OTEL_EXPORTER_OTLP_HEADERS = { functions = ["pars"] } }
  }
}
