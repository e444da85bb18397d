"""What is looked for by itself in every sentence: each check yields claims that do not follow."""

from collections.abc import Callable, Iterator, Sequence

from aicvgen.domain.claims.acts.agents import others_acts, others_things
from aicvgen.domain.claims.acts.awarded import moved_awards
from aicvgen.domain.claims.acts.charged import charged_with_people
from aicvgen.domain.claims.acts.complements import (
    hosted_for_attended,
    introduced_things,
    led_companions,
    other_kinds,
    other_objects,
    posed_companions,
    turned_complements,
)
from aicvgen.domain.claims.acts.german_agents import others_german_acts
from aicvgen.domain.claims.acts.governed import ungoverned
from aicvgen.domain.claims.acts.helped import helped_by_others
from aicvgen.domain.claims.acts.learned import unlearned
from aicvgen.domain.claims.acts.moves import turned
from aicvgen.domain.claims.acts.order import claimed_changes, directions
from aicvgen.domain.claims.acts.purposes import purposes_made
from aicvgen.domain.claims.acts.received import given_for_received, own_for_overseen
from aicvgen.domain.claims.acts.relations import (
    other_languages,
    other_seasons,
    swapped_sides,
    turned_relations,
    widened_places,
)
from aicvgen.domain.claims.acts.results import joined_results
from aicvgen.domain.claims.claim import Claim
from aicvgen.domain.claims.extent.begun import lasting_substitutes, unfinished_courses
from aicvgen.domain.claims.extent.denials import dropped_conditions, negations
from aicvgen.domain.claims.extent.distinctions import distinctions
from aicvgen.domain.claims.extent.fewer import (
    dropped_fractions,
    dropped_ones,
    dropped_places,
    dropped_shares,
    dropped_turns,
)
from aicvgen.domain.claims.extent.lifelong import lifelong
from aicvgen.domain.claims.extent.measured import widened_measures
from aicvgen.domain.claims.extent.objects import promoted_purposes, widened_objects
from aicvgen.domain.claims.extent.parts import (
    added_parts,
    promoted_modifiers,
    shared_out_wholes,
    undated_denials,
    unfinished_qualifications,
    widened_regions,
)
from aicvgen.domain.claims.extent.portions import told_of_all
from aicvgen.domain.claims.extent.superlatives import superlatives, unsaid_growth
from aicvgen.domain.claims.extent.timely import praised_times
from aicvgen.domain.claims.extent.weakened import weakened, won_places
from aicvgen.domain.claims.extent.widened import (
    denser_rates,
    told_daily,
    widened_denials,
    widened_stations,
)
from aicvgen.domain.claims.figures.averages import unlike_averages
from aicvgen.domain.claims.figures.dated_sums import misdated_sums
from aicvgen.domain.claims.figures.per_thing import dealt_out
from aicvgen.domain.claims.figures.told_years import misdated_numbers
from aicvgen.domain.claims.text.reading import Reading
from aicvgen.domain.claims.unsaid.borrowed import moved_institutions
from aicvgen.domain.claims.unsaid.listed import added_items
from aicvgen.domain.claims.unsaid.placed import placed_clients

OF_FACTS: Sequence[Callable[[Reading, Sequence[Reading]], Iterator[Claim]]] = (
    dropped_turns,
    dropped_fractions,
    dropped_ones,
    told_of_all,
    others_acts,
    others_things,
    others_german_acts,
    weakened,
    won_places,
    unlearned,
    ungoverned,
    unlike_averages,
    dealt_out,
    given_for_received,
    own_for_overseen,
    helped_by_others,
    turned_complements,
    other_objects,
    hosted_for_attended,
    led_companions,
    introduced_things,
    other_kinds,
    purposes_made,
    negations,
    dropped_conditions,
    undated_denials,
    added_parts,
    shared_out_wholes,
    unfinished_qualifications,
    moved_awards,
    turned,
    swapped_sides,
    turned_relations,
    widened_places,
    denser_rates,
    told_daily,
    widened_denials,
    widened_stations,
    widened_objects,
    promoted_purposes,
    unsaid_growth,
    unfinished_courses,
    lasting_substitutes,
    charged_with_people,
    misdated_sums,
    misdated_numbers,
)
"""What a sentence may say of its facts that they do not, each looked for by itself."""
OF_ENTRY: Sequence[Callable[[Reading, Sequence[Reading]], Iterator[Claim]]] = (
    promoted_modifiers,
    widened_regions,
    moved_institutions,
    posed_companions,
    superlatives,
    lifelong,
    praised_times,
    distinctions,
    added_items,
    other_languages,
    other_seasons,
    widened_measures,
    placed_clients,
)
"""The same where the header of the entry is evidence too."""
OF_HOMES: Sequence[Callable[[Reading, dict[int, Reading]], Iterator[Claim]]] = (
    dropped_places,
    dropped_shares,
    directions,
    claimed_changes,
    joined_results,
)
"""The same by the fact that each clause draws on."""
