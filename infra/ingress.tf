# Who can reach a function, and who may call it. Nobody may without an identity.

locals {
  # Pub/Sub of the same project counts as internal; people and programs come from outside.
  ingress = {
    for name, one in local.functions : name => (
      can(one.trigger.http) ? var.api_ingress : "ALLOW_INTERNAL_ONLY"
    )
  }

  invited = merge([
    for name, one in local.functions : {
      for member in var.api_invokers : "${name} ${member}" => { function = name, member = member }
    } if can(one.trigger.http)
  ]...)
}

resource "google_cloud_run_v2_service_iam_member" "caller" {
  for_each = local.called

  location = var.region
  name     = google_cloudfunctions2_function.function[each.key].name
  role     = "roles/run.invoker"
  member   = google_service_account.caller.member
}

resource "google_cloud_run_v2_service_iam_member" "invoker" {
  for_each = local.invited

  location = var.region
  name     = google_cloudfunctions2_function.function[each.value.function].name
  role     = "roles/run.invoker"
  member   = each.value.member
}
