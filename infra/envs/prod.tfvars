# For people's documents: nothing is destroyed by mistake, the API answers at once.
environment   = "prod"
protected     = true
backup_days   = 7
max_instances = 20
min_instances = { api = 1 }
