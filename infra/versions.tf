terraform {
  required_version = ">= 1.9"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = "~> 6.50"
    }
  }

  # The bucket is named when the folder is initialised: see README.md.
  backend "gcs" {
    prefix = "aicvgen"
  }
}

provider "google" {
  project = var.project
  region  = var.region

  # Whoever deploys, the project pays for the calls: budgets want to know.
  billing_project       = var.project
  user_project_override = true

  default_labels = {
    app         = "aicvgen"
    environment = var.environment
  }
}
