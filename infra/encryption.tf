# With a key of one's own, Google's services need the right to use it.

resource "google_kms_crypto_key_iam_member" "agent" {
  for_each = var.kms_key == null ? {} : merge(local.agents, {
    storage = data.google_storage_project_service_account.this.member
  })

  crypto_key_id = var.kms_key
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = each.value

  depends_on = [google_project_service.needed]
}
