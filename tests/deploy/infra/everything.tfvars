# Every optional part switched on, so that plans and rules see it.
environment     = "prod"
protected       = true
api_ingress     = "ALLOW_INTERNAL_AND_GCLB"
api_invokers    = ["group:people@example.com", "serviceAccount:shop@example.iam.gserviceaccount.com"]
billing_account = "012345-6789AB-CDEF01"
collector       = "https://collector.example"
inbox_prefix    = "team/"
model           = "gemini"
kms_key         = "projects/keys/locations/europe-west1/keyRings/ours/cryptoKeys/aicvgen"
operators       = ["group:operators@example.com"]
owners          = { ann = ["user:ann@example.com"] }

alert_email  = "operators@example.com"
model_limits = { monthly_budget = 300, owner_budget = 5 }

secrets = {
  OTEL_EXPORTER_OTLP_HEADERS = {
    functions = ["intake", "parse", "match", "write", "verify", "render", "api", "sweep"]
    version   = "1"
  }
}
