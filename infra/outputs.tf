output "api_url" {
  description = "Where the API answers those who may call it."
  value       = { for name, one in local.functions : name => google_cloudfunctions2_function.function[name].service_config[0].uri if can(one.trigger.http) }
}

output "buckets" {
  description = "Where to upload (inbox), where runs keep their files (runs), where results are (outbox)."
  value       = { for name, bucket in google_storage_bucket.files : name => bucket.name }
}

output "builder" {
  description = "Account that builds the functions."
  value       = google_service_account.builder.email
}

output "caller" {
  description = "Account that Pub/Sub calls the functions as."
  value       = google_service_account.caller.email
}

output "database" {
  description = "Firestore database of the documents."
  value       = google_firestore_database.documents.name
}

output "dead_letters" {
  description = "Function → subscription where its undeliverable messages wait."
  value       = { for name, subscription in google_pubsub_subscription.dead : name => subscription.name }
}

output "service_accounts" {
  description = "Function → the account it runs as."
  value       = { for name, account in google_service_account.function : name => account.email }
}
