"""What one may want to ask or look at in a visit. Offered beside the words, never written into them unasked."""

from cases.rules.recording import VISIT_PURPOSE

# By what a visit is for (REFERENCE 13 (a)); the words are practice's own and bind nobody.
PROMPTS: dict[str, tuple[str, ...]] = {
    "see": (
        "How each child was, in what they did and said",
        "What is better since last time, and who noticed",
        "Food, sleep, warmth, school",
        "What worries them most today",
    ),
    "unannounced": (
        "Who was there, and who was not",
        "How the home was when nobody was expecting us",
        "What the children were doing",
    ),
    "assessment": (
        "What each child needs, and what they get",
        "What each parent does well, and finds hard",
        "Family and neighbours: who helps",
        "How each of them sees what was said about them",
    ),
    "direct-work": (
        "What we did together, and who chose it",
        "What the child showed or told",
        "What they want others to know, and what not",
    ),
    "plan": (
        "What was agreed, and what became of it",
        "What helps, and what gets in the way",
        "What should change in the plan",
    ),
    "hello": (
        "What they want me to know first",
        "What earlier workers did that helped, and what did not",
        "How they want to be reached",
    ),
    "goodbye": (
        "What has changed since we began",
        "What they want the next worker to know",
        "What was promised and is still open",
    ),
    "urgent": (
        "What happened, when, and who says so",
        "Where each child is now, and who is with them",
        "What keeps the children safe tonight",
        "Whom I told, and what was decided",
    ),
}
# REFERENCE 5.2 and 5.3: curiosity, circular questions, differences. Never compulsory.
SYSTEMIC: tuple[str, ...] = (
    "Who notices first when things get harder? Who next?",
    "What would somebody who was not there say about today?",
    "When is the problem not there, and what is different then?",
    "Which differences between us may have mattered today?",
    "What do I do that keeps things as they are?",
)


def prompts_of(purpose: str) -> tuple[str, ...]:
    """Hints for a purpose of VISIT_PURPOSE; none for one that is not known."""
    return PROMPTS.get(purpose, ())


def prompts() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Every purpose that has hints, as (code, words, hints), in the order in which purposes are offered."""
    return tuple((code, words, PROMPTS[code]) for code, words in VISIT_PURPOSE.items() if code in PROMPTS)
