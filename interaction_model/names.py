"""The names that the corpus may use, in the order that the heads hold: they grow at the end.

They are those of the contract; a test holds them to what the skill knows.
"""

from typing import Final

FINDINGS: Final = (
    *("persistent", "radiating", "weakness", "everyday_trigger", "numbness_tingling"),
    *("morning_stiffness", "after_injury", "interferes_daily_life", "cauda_equina"),
    *("chest_or_abdominal", "serious_accident", "fever_or_unwell", "cancer_or_weight_loss"),
    *("very_ill", "pregnancy", "pregnancy_danger", "under_18", "osteoporosis_or_steroids"),
    *("blood_thinners", "weak_immunity", "recent_spine_procedure", "sudden_severe"),
    *("worsening_fast", "cannot_stand_or_walk", "sudden_unprovoked", "unrelenting", "upper_back"),
    *("effort_pain", "urine_rash_or_lump", "fused_spine", "over_55", "over_75"),
)
MEANINGS: Final = (
    *("yes", "no", "unsure", "report", "correct", "repeat", "explain", "back", "start_over"),
    *("help", "stop", "pause", "resume", "next", "slower", "faster", "how_long", "easier"),
    *("too_painful", "start_check", "start_stretch", "relief", "lifestyle", "get_up"),
    *("when_to_see_doctor", "what_is_spasm", "causes", "list_signs", "explain_sign"),
    *("compare_mild_warning", "medical_treatment", "ice_timer", "heat_timer", "remind_heat"),
    *("remind_stretch", "log_spasm", "diary_summary", "forget_me", "crisis", "other_emergency"),
    *("help_already_here", "out_of_scope", "unclear", "question", "timer_cancel", "timer_left"),
    "timer_change",
)
TOPICS: Final = (
    *("is_it_serious", "are_you_sure", "why_this_answer", "which_doctor", "what_to_tell"),
    *("closed_now", "if_it_improves", "can_it_wait", "getting_there", "what_will_they_do"),
    *("no_phone", "scared", "alone", "cost", "pain_relief_choice", "dose", "strong_pills"),
    *("cream_tens_brace", "ice_or_heat", "massage", "chiropractor", "scan", "sleep_and_mattress"),
    *("rest_or_move", "work", "sick_note", "driving", "lifting_child", "gym_sport", "sex"),
    *("bath", "travel", "duration", "come_back", "why_at_night", "kidneys", "disc"),
    *("word_meanings", "privacy", "who_are_you", "language", "volume", "quick_version"),
    *("last_time", "call_for_me"),
)
