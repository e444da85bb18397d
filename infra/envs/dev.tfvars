# For trying things out: small, and `terraform destroy` takes everything with it.
environment   = "dev"
protected     = false
backup_days   = 0
max_instances = 3
log_level     = "DEBUG"
