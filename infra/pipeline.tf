# What the map says, in the shapes that the other files need.

locals {
  functions = yamldecode(file("${path.module}/../functions/pipeline.yaml"))

  # Function → the topics that call it. `upload` and `tick` are what the code calls them.
  topics_of = {
    for name, one in local.functions : name => concat(
      try(one.trigger.events, []),
      can(one.trigger.upload) ? ["upload"] : [],
      can(one.trigger.schedule) ? ["tick"] : [],
    )
  }

  # Topic → the function that it calls.
  caller_of = merge([
    for name, topics in local.topics_of : { for topic in topics : topic => name }
  ]...)

  # Functions that a message can call, and so functions with dead letters.
  called = { for name, topics in local.topics_of : name => topics if length(topics) > 0 }

  events = toset(flatten([for one in local.functions : try(one.trigger.events, [])]))

  # Function → the topics it may publish to.
  publishes = {
    for name, one in local.functions : name => (
      try(one.republishes, false) ? local.events : toset(one.emits)
    )
  }

  # The map says it in words; an unknown word is an error.
  schedules = { "every minute" = "* * * * *" }
}
