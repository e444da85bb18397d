"""Truth: every claim of a sentence must stand in the facts it cites; `check` says so.

`check` asks for each sentence what `sentence` finds unsupported, which asks all of `checks`. Below
them each folder rests on those after it: `unsaid`, `extent`, `figures`, `acts`, `text`, `numbers`,
`words`.
"""
