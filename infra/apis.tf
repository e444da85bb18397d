resource "google_project_service" "needed" {
  for_each = setunion(local.model_apis, [
    "artifactregistry.googleapis.com",
    "billingbudgets.googleapis.com",
    "cloudbuild.googleapis.com",
    "cloudfunctions.googleapis.com",
    "cloudkms.googleapis.com",
    "cloudresourcemanager.googleapis.com",
    "cloudscheduler.googleapis.com",
    "cloudtrace.googleapis.com",
    "firestore.googleapis.com",
    "iam.googleapis.com",
    "iamcredentials.googleapis.com",
    "logging.googleapis.com",
    "monitoring.googleapis.com",
    "pubsub.googleapis.com",
    "run.googleapis.com",
    "secretmanager.googleapis.com",
    "serviceusage.googleapis.com",
    "storage.googleapis.com",
    "telemetry.googleapis.com",
  ])

  service = each.key

  # Others may use it, and what is still being removed needs it.
  disable_on_destroy = false
}

# Read without waiting for the services above: their accounts are known before they exist, and a
# later change of that list must not put every right in doubt.
data "google_project" "this" {}

data "google_storage_project_service_account" "this" {}

locals {
  model_apis = toset(var.model == "gemini" ? ["aiplatform.googleapis.com"] : [])

  # Google's own accounts that act for the services of this project.
  agents = {
    for name, domain in {
      artifactregistry = "gcp-sa-artifactregistry"
      firestore        = "gcp-sa-firestore"
      functions        = "gcf-admin-robot"
      pubsub           = "gcp-sa-pubsub"
      run              = "serverless-robot-prod"
      secretmanager    = "gcp-sa-secretmanager"
    } : name => "serviceAccount:service-${data.google_project.this.number}@${domain}.iam.gserviceaccount.com"
  }
}
