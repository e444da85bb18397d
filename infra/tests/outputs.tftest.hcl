# What comes out of the map, with a provider that makes everything up.

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

run "everything_of_the_map_is_there" {
  command = apply

  assert {
    condition     = toset(keys(output.service_accounts)) == toset(keys(local.functions))
    error_message = "Every function of the map has an account."
  }

  assert {
    condition     = toset(keys(output.dead_letters)) == toset([for name, one in local.functions : name if !can(one.trigger.http)])
    error_message = "Every function that messages call has dead letters."
  }

  assert {
    condition     = keys(output.api_url) == ["api"]
    error_message = "Only the API has an address for others."
  }

  assert {
    condition     = output.buckets == { inbox = "aicvgen-example-inbox", runs = "aicvgen-example-runs", outbox = "aicvgen-example-outbox" }
    error_message = "Buckets are named after the project."
  }

  assert {
    condition     = length(google_kms_crypto_key_iam_member.agent) == 0 && length(google_billing_budget.monthly) == 0
    error_message = "What is optional is off."
  }
}

run "a_secret_without_a_version_is_made_and_not_read" {
  command = plan

  variables {
    secrets = { OTEL_EXPORTER_OTLP_HEADERS = { functions = ["parse"] } }
  }

  assert {
    condition     = length(google_secret_manager_secret.secret) == 1
    error_message = "The secret is made, so that a person can add a version."
  }

  assert {
    condition     = alltrue([for one in google_cloudfunctions2_function.function : length(one.service_config[0].secret_environment_variables) == 0])
    error_message = "Nobody reads it before there is one."
  }
}

run "a_secret_with_a_version_is_read_by_those_named" {
  command = plan

  variables {
    secrets = { OTEL_EXPORTER_OTLP_HEADERS = { functions = ["parse"], version = "3" } }
  }

  assert {
    condition     = google_cloudfunctions2_function.function["parse"].service_config[0].secret_environment_variables[0].version == "3"
    error_message = "parse reads version 3."
  }

  assert {
    condition     = length(google_cloudfunctions2_function.function["write"].service_config[0].secret_environment_variables) == 0
    error_message = "write reads nothing."
  }
}
