"""Sentences of which a generated service's accounts are made: invented, plain. `{who}` is a child's name."""

BEGUN = (
    "I was expected, and the kettle was on.",
    "We met as planned. {who} knew that I was coming and why.",
    "I came twenty minutes late and said so first.",
    "We sat on the stairs, because the living room was full of washing.",
    "We walked, because walking makes talking easier here.",
    "Everybody was home, which is rare, and they enjoyed saying so.",
    "A shorter visit than I had hoped for: there was a delivery, a neighbour and a birthday.",
    "I began by reading out what we had agreed last time, and asked what I had left out.",
    "The interpreter was here in person, and it made a difference.",
    "The door opened before I rang. {who} had been looking out for me.",
    "It was a hard day to visit, and they let me in anyway.",
)
SAW = (
    "The bedrooms are tidy in the way of people who were up late tidying them. There is a bed for each child.",
    "{who} showed me schoolwork with a star on it, and then the drawer where the other stars are kept.",
    "Bedtimes are working four nights in seven. Mum thinks it is the story and not the clock.",
    "The school run is the hardest hour of the day, and this week it went well twice.",
    "There was food in the house and a plan for the weekend.",
    "Dad had been on the phone the evening before, and everybody tells that call a little differently.",
    "We drew who helps with what. Grandma is in the middle of the page; nobody had planned that.",
    "{who} did most of the talking, and the grown-ups listened, which they had agreed to try.",
    "The heating has been off since Monday. I rang the landlord from the kitchen.",
    "We looked at last month’s scale together: it was a four, and today it is a six.",
    "What works is the neighbour, the calendar on the fridge and leaving the room before it gets loud.",
    "We talked about what worries me, in the words I use in the plan, and what does not.",
    "It was quieter than last time. I asked whether quiet is good here, and for whom.",
    "Two appointments were missed. Both letters had gone to the old address.",
)
NEXT = (
    "Next: I ring the school about the breakfast club, and tell {who} what they say.",
    "Next: the health visitor and I come together, so that nobody has to tell it twice.",
    "Next: ask Dad the same question, on his own.",
    "Next: the chart stays on the fridge for two more weeks, then we look again.",
    "Next: I bring the form, already filled in as far as I can.",
    "Next: {who} would like to show me the park.",
    "Next: Mum decides whether her sister may come too.",
    "Next: a letter to the housing office, written together.",
    "Next: I find out who at school {who} would go to.",
    "Next: the same time in three weeks; earlier if the phone rings.",
    "Next: talk it through in group supervision, and come back with a better question.",
)
NOT_SEEN = (
    "Nobody was in. I left a card with my number and a time to choose from.",
    "The children were with their grandmother. I spoke with Mum at the door and we agreed another day.",
    "A text came as I arrived: not today, please. I answered that I would ring tomorrow.",
)

# A child's own words, by the age from which they might be said. Nothing that harms a child if a parent reads it.
SAID = {
    3: (
        "That’s my bed and that’s bear’s bed.",
        "I did a big jump.",
        "Mummy sings the bus one.",
        "You’ve got a pen like mine.",
        "I want you to see the fish.",
    ),
    6: (
        "I like Fridays because it’s chips and nobody’s in a rush.",
        "When it’s loud I go under the table with the dog.",
        "My best person is Nan and then Miss Okoye.",
        "Can you come on a day when there’s no school?",
        "I can do my own shoes now, tell them that.",
        "It’s better since we’ve got the lamp.",
    ),
    11: (
        "It’s not that bad. It’s just every day.",
        "Everyone asks how I’m feeling. Nobody asks if I’ve done my maths.",
        "I’d rather you texted than turned up.",
        "She’s trying. You can see she’s trying.",
        "I don’t want to change school again.",
        "If I tell you, do you have to tell everybody?",
    ),
    15: (
        "You’re alright, but I did like the last one. No offence.",
        "I want a key and a lock and for people to knock.",
        "I’ve got college, I’ve got football, I’m alright.",
        "Put it how I said it, not how you’d say it.",
        "I just want to know before they do.",
    ),
}
BABY = (
    "Slept through it all.",
    "Reached for my glasses and laughed.",
    "Settled when picked up.",
    "Followed her voice.",
)

ACTIONS = (
    "Ring the school about breakfast club",
    "Write to the housing office together with Mum",
    "Find out who may collect the children",
    "Book an interpreter for the next three visits",
    "Ask Dad how he would like to be kept informed",
    "Go through the plan with the children in their own words",
    "Ask the health visitor for a joint visit",
    "Put what was agreed on one page and bring it",
    "Find a mentor for the weekend",
    "Check that the letters go to the new address",
)
AGREED_IN = ("A visit", "Supervision", "A review of the plan", "A meeting at school")
DONE = ("Done, and the family knows.", "Done together at the kitchen table.", "Done; the answer was yes.")

ON_DUTY = (
    (
        "Mum rang in the evening: an argument had got loud and she wanted somebody to know.",
        "I stayed on the phone until it was quiet. The children were asleep at their aunt’s.",
        "Ring in the morning and ask how the night was.",
    ),
    (
        "The school rang: nobody had come to collect the children.",
        "Grandma collected them at five. The bus had broken down, and so had the phone.",
        "",
    ),
    (
        "The police told us of a call to the address. Nobody was hurt.",
        "I spoke with Dad and with the officer, and saw the children, who wanted to talk about something else.",
        "A visit this week, with both parents told beforehand.",
    ),
)
KEPT_OUT = ("A relative of the family.", "A neighbour of the family.", "Their children are friends.")

# At the front door and after: what was said and decided, in a line each.
WORRIES = (
    "Two children came to school without breakfast, the third time this month. Their mother asked what help there is.",
    "Neighbours heard shouting late in the evening. The children were awake, and nobody was hurt.",
    "A teacher noticed that he falls asleep at eleven. He said the house is loud at night.",
    "Mum rang herself: she is on her own since May and does not know how to get through the week.",
    "She told her form tutor that she would rather not go home on Fridays, and did not say why.",
    "The health visitor found the family well and very tired, in one room since the summer.",
)
DECIDED = {
    False: "More than one of us is needed for this, and the family agrees to be asked.",
    True: "The family has what it needs and knows whom to ask. Nothing further from us.",
}
OUTCOME = {"assessment": "Single assessment", "no-further-action": "No further action"}
ASSESSED = "The children are in need; what follows was agreed with the family."
SHARED = "Each agency said what it knows, and what it does not."
TONIGHT = "The children are with somebody we and they trust."
TO_ENQUIRE = "An enquiry, together with the police."
NOT_REQUIRED = "The worry is real and no longer continues: the family and its people have seen to that."
CLOSED = "What was agreed is done, and the family and its people carry on from here."
TOLD_OF_CLOSING = "Together, at a last visit, with the children there."
WAY_BACK = "Ring the duty number, or ask the school to."
AGREED_TO_CLOSE = "Agreed."
MOVED = "The review found the children safer: help goes on, with a plan for children in need."
MOVED_ON = "The family’s own people carry what the plan carried."
MET = "What went well, what did not, and who does what until the next time."
