# Secrets that functions read as environment variables. Terraform never sees a value: it makes the
# secret, a person adds a version, and the version's number is what is deployed.

locals {
  # Function → variable → version; only where there is one.
  mounted = {
    for name in keys(local.functions) : name => {
      for variable, secret in var.secrets : variable => secret.version
      if secret.version != null && contains(secret.functions, name)
    }
  }

  secret_readers = merge([
    for variable, secret in var.secrets : {
      for name in secret.functions : "${variable} ${name}" => { variable = variable, function = name }
    }
  ]...)
}

resource "google_secret_manager_secret" "secret" {
  for_each = var.secrets

  secret_id = replace(lower(each.key), "_", "-")

  replication {
    user_managed {
      replicas {
        location = var.region

        dynamic "customer_managed_encryption" {
          for_each = var.kms_key[*]

          content {
            kms_key_name = customer_managed_encryption.value
          }
        }
      }
    }
  }

  depends_on = [google_project_service.needed, google_kms_crypto_key_iam_member.agent]
}

resource "google_secret_manager_secret_iam_member" "function" {
  for_each = local.secret_readers

  secret_id = google_secret_manager_secret.secret[each.value.variable].id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.function[each.value.function].member
}
