variable "alert_email" {
  description = "Who is told when a budget for language models is nearly used up; null: the alert is only in the console."
  type        = string
  default     = null

  validation {
    condition     = var.alert_email == null || can(regex("^[^@ ]+@[^@ ]+$", var.alert_email))
    error_message = "alert_email is one e-mail address."
  }
}

variable "api_ingress" {
  description = "From where the API can be reached; an identity is needed in any case."
  type        = string
  default     = "ALLOW_ALL"
  nullable    = false

  validation {
    condition     = contains(["ALLOW_ALL", "ALLOW_INTERNAL_ONLY", "ALLOW_INTERNAL_AND_GCLB"], var.api_ingress)
    error_message = "api_ingress is ALLOW_ALL, ALLOW_INTERNAL_ONLY or ALLOW_INTERNAL_AND_GCLB."
  }
}

variable "api_invokers" {
  description = "Who may call the API: `user:…`, `group:…`, `serviceAccount:…`."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for one in var.api_invokers : can(regex("^(user|group|serviceAccount|principal|principalSet):.+", one))])
    error_message = "The API is never public: name members as `user:…`, `group:…` or `serviceAccount:…`."
  }
}

variable "backup_days" {
  description = "How long a daily backup of the database is kept; 0 for no backups. What was erased stays in backups as long."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.backup_days >= 0 && var.backup_days <= 98
    error_message = "Firestore keeps a backup for at most 98 days."
  }
}

variable "billing_account" {
  description = "Billing account that the budget belongs to, as 000000-000000-000000; null for no budget."
  type        = string
  default     = null

  validation {
    condition     = var.billing_account == null || can(regex("^[0-9A-F]{6}-[0-9A-F]{6}-[0-9A-F]{6}$", var.billing_account))
    error_message = "A billing account is written as 000000-000000-000000: see `gcloud billing accounts list`."
  }
}

variable "collector" {
  description = "OpenTelemetry collector that spans go to, as https://…; null for Cloud Trace."
  type        = string
  default     = null

  validation {
    condition     = var.collector == null || can(regex("^https://", var.collector))
    error_message = "Spans only leave encrypted: the collector begins with https://."
  }
}

variable "database" {
  description = "Firestore database. The default one has the free quota."
  type        = string
  default     = "(default)"
  nullable    = false

  validation {
    condition     = can(regex("^(\\(default\\)|[a-z][a-z0-9-]{2,61}[a-z0-9])$", var.database))
    error_message = "A database is `(default)`, or 4 to 63 lower-case letters, digits and hyphens."
  }
}

variable "environment" {
  description = "Label of everything: dev or prod. Each has a project of its own, because topics are named after events."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["dev", "prod"], var.environment)
    error_message = "environment is dev or prod."
  }
}

variable "inbox_days" {
  description = "Days that uploads are kept."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.inbox_days >= 1
    error_message = "Uploads are kept for a day at least: a run reads them when it begins."
  }
}

variable "inbox_prefix" {
  description = "Only uploads whose name begins so become runs; null for all."
  type        = string
  default     = null
}

variable "kms_key" {
  description = "Key that encrypts everything stored, as projects/…/locations/…/keyRings/…/cryptoKeys/…, in the same region; null for Google's own."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key == null || can(regex("^projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/]+$", var.kms_key))
    error_message = "A key is named by its whole path: projects/…/locations/…/keyRings/…/cryptoKeys/…"
  }
}

variable "log_level" {
  description = "The least important log lines that are written."
  type        = string
  default     = "INFO"
  nullable    = false

  validation {
    condition     = contains(["DEBUG", "INFO", "WARNING", "ERROR"], var.log_level)
    error_message = "log_level is DEBUG, INFO, WARNING or ERROR."
  }
}

variable "max_instances" {
  description = "How many instances a function may have at most: a limit on load and on cost."
  type        = number
  default     = 10
  nullable    = false

  validation {
    condition     = var.max_instances >= 1 && var.max_instances <= 1000
    error_message = "A function has 1 to 1000 instances at most."
  }
}

variable "min_instances" {
  description = "Instances that wait, by function; they cost while they wait."
  type        = map(number)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for count in var.min_instances : count >= 0 && count <= var.max_instances])
    error_message = "min_instances is 0 to max_instances for each function."
  }

  validation {
    condition     = length(setsubtract(keys(var.min_instances), keys(local.functions))) == 0
    error_message = "min_instances names a function that is not in functions/pipeline.yaml."
  }
}

variable "model" {
  description = "Who words the CVs: `extractive`, rules that choose from the candidate's own words, or `gemini` on Vertex AI with these rules behind it."
  type        = string
  default     = "extractive"
  nullable    = false

  validation {
    condition     = contains(["extractive", "gemini"], var.model)
    error_message = "model is extractive or gemini."
  }
}

variable "model_limits" {
  description = "What language models may cost, in US dollars (`run_budget`: one run, `daily_budget`: all runs in a day (UTC), `monthly_budget`: all in a month, `owner_budget`: those of one owner in a day; null for no limit; then rules write), how many requests all functions together send in a second (`rate`), and for how many seconds a step comes back to a model that is busy or down (`patience`)."
  type = object({
    daily_budget   = optional(number, 50)
    monthly_budget = optional(number)
    owner_budget   = optional(number)
    patience       = optional(number, 600)
    rate           = optional(number, 10)
    run_budget     = optional(number, 2)
  })
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for name, value in var.model_limits : value == null ? true : value > 0 && value <= local.most[name]])
    error_message = "Each of model_limits is more than 0 and at most so much: ${join(", ", [for name, value in var.model_limits : "${name} ${local.most[name]}" if value == null ? false : value <= 0 || value > local.most[name]])}."
  }
}

variable "monthly_budget" {
  description = "Amount of the budget for the whole project, in the currency of the billing account. It tells, and stops nothing: what models may cost is in model_limits."
  type        = number
  default     = 50
  nullable    = false

  validation {
    condition     = var.monthly_budget >= 1 && floor(var.monthly_budget) == var.monthly_budget
    error_message = "monthly_budget is a whole number from 1."
  }
}

variable "operators" {
  description = "Who may look after dead letters, budgets and switches from the command line: `user:…`, `group:…`."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for one in var.operators : can(regex("^(user|group|serviceAccount):.+", one))])
    error_message = "Name operators as `user:…`, `group:…` or `serviceAccount:…`."
  }
}

variable "owners" {
  description = "Owner → who may upload and download below this name in the buckets."
  type        = map(set(string))
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for owner in keys(var.owners) : can(regex("^[A-Za-z0-9_.@-]{1,64}$", owner))])
    error_message = "An owner is 1 to 64 letters, digits and _.@-"
  }

  validation {
    condition     = alltrue(flatten([for members in var.owners : [for one in members : can(regex("^(user|group|serviceAccount):.+", one))]]))
    error_message = "Name who an owner is as `user:…`, `group:…` or `serviceAccount:…`."
  }
}

variable "project" {
  description = "Google Cloud project, used for nothing else."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.project))
    error_message = "project is the project's id: 6 to 30 lower-case letters, digits and hyphens."
  }
}

variable "protected" {
  description = "Whether files and documents are safe from `terraform destroy`, and the database can be read as of any minute of the last seven days."
  type        = bool
  nullable    = false
}

variable "region" {
  description = "Where everything is stored and done."
  type        = string
  default     = "europe-west1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]+-[a-z]+[0-9]+$", var.region))
    error_message = "region is one region, like europe-west1."
  }
}

variable "run_days" {
  description = "Days that files of runs and results are kept; documents say themselves how long, 30 days."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.run_days >= 30
    error_message = "A run lives for 30 days: its files must not go before it."
  }
}

variable "runtime" {
  description = "Runtime of the functions."
  type        = string
  default     = "python311"
  nullable    = false

  validation {
    condition     = contains(["python311", "python312", "python313"], var.runtime)
    error_message = "The functions run on python311, python312 or python313."
  }
}

variable "secrets" {
  description = "Environment variable → the functions that read it from a secret, and which version of it; without a version only the secret is made."
  type = map(object({
    functions = set(string)
    version   = optional(string)
  }))
  default  = {}
  nullable = false

  validation {
    condition     = alltrue([for one in var.secrets : one.version == null || can(regex("^[1-9][0-9]*$", one.version))])
    error_message = "A version is a number: `latest` would change functions that nobody deployed."
  }

  validation {
    condition     = length(setsubtract(flatten([for one in var.secrets : tolist(one.functions)]), keys(local.functions))) == 0
    error_message = "secrets names a function that is not in functions/pipeline.yaml."
  }
}

locals {
  # The highest of each of model_limits.
  most = {
    daily_budget   = 100000
    monthly_budget = 1000000
    owner_budget   = 100000
    patience       = 3600
    rate           = 1000
    run_budget     = 1000
  }
}
