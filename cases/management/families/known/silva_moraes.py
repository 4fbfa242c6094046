"""Before you meet Larissa and Dona Célia, with whom she stays while her mother is treated in São Paulo."""

from cases.management.families.before import Around, Before, Met, Reach, Says, Talks
from cases.management.families.record import Agrees, Aim, Going, Held, Record, Talked

TOM = "Tom Whitlock"
LARISSA = ("Larissa",)

BEFORE = Before(
    says=(
        Says(
            "why",
            "Larissa’s mum is ill and has gone to São Paulo to get better, and Larissa stays with her mum’s friend Dona"
            " Célia. When a child lives with somebody who is not family, the law says that we come to see that she is"
            " well and help with papers. Nobody did anything wrong.",
            TOM,
            3,
        ),
        Says(
            "working",
            "Dona Célia treats her as her own. Larissa is in school every day, and talks with her mum by video at"
            " night. Her brother Caio comes on Sundays.",
            TOM,
            3,
        ),
        Says(
            "tonight",
            "Larissa is at Dona Célia’s, who is at home in the evenings and has Caio’s number. If Dona Célia falls ill:"
            " Caio comes from Stratford. Nobody has yet seen where Larissa sleeps.",
            TOM,
            3,
        ),
        Says(
            "danger",
            "No danger is known in the home; nobody of us has been there yet. Nobody in London may decide for Larissa"
            " in a hospital: ring Patrícia, day or night. Immigration is a fear: never ask for papers at the door."
            " Larissa’s videos at night show the street; talk with her, not with the neighbours.",
            TOM,
            3,
        ),
        Says(
            "how",
            "Tell my friend slowly and let the interpreter do the work, the girl translates all day. Come when she is"
            " home, she is proud of her room. Nobody is hiding anything here.",
            TOM,
            2,
            told_by="Célia",
        ),
    ),
    reaches=(
        Reach("Célia", "phone", "020 7946 0712", True, "With an interpreter on the line, after five"),
        Reach("Patrícia", "other", "Video call, São Paulo", True, "Between treatments: ask Caio which day is good"),
        Reach("Caio", "mobile", "07700 900721", True, "Any time; he works evenings"),
        Reach("Larissa", "mobile", "07700 900728", None, "Never to translate"),
    ),
    around=(
        Around("Larissa", "school", "Invented school in Kilburn", "Mr Bell, attendance", "020 7946 0730"),
        Around("Célia", "gp", "Invented surgery in Kilburn", "Dr Mota", "", "Speaks Portuguese"),
        Around("Larissa", "solicitor", "A law centre", "", "", "Appointment asked for"),
        Around("Célia", "faith", "The Brazilian parish", "", "", "Saturdays"),
    ),
    talks=(
        Talks("Célia", "needed", "Portuguese of Brazil; not Larissa"),
        Talks("Patrícia", "needed", "Portuguese of Brazil, by video"),
    ),
    met=(Met("Célia", 3),),
)

RECORD = Record(
    talked=(
        Talked(
            2,
            TOM,
            "call",
            "Caio explained what nobody had asked: his mother made the arrangement in one week, with a letter that"
            " Dona Célia keeps in the biscuit tin.",
            people=("Caio",),
            who=LARISSA,
            title="Her brother",
            said=(("Caio", "We thought kind was enough."),),
            agreed=(("Send Caio the number of the law centre", 3, "Caio"),),
        ),
        Talked(
            1,
            TOM,
            "message",
            "Larissa wrote to the number on my card, about the interpreter of the first call.",
            who=LARISSA,
            title="A message from Larissa",
            said=(("Larissa", "Tell the interpreter lady she was nice. I was still faster."),),
            heads=("Larissa",),
        ),
    ),
    aims=(Aim(2, TOM, "Be thirteen: somebody else translates", "Larissa"),),
    held=(
        Held(3, "Larissa", "Will you tell my mum it’s all fine? She needs it to be fine.", TOM, ("Patrícia", "Célia")),
    ),
    agrees=(Agrees(2, "Célia", "contacting", "interpreted", "We may speak with the school and the doctor", TOM),),
    going=(
        Going(2, (17, 0), TOM, "home", "hello", "Dona Célia’s flat", "Niamh Castellan", "São Paulo joins by video"),
    ),
)
