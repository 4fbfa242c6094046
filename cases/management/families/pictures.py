"""What the genogram of each family of the demo is drawn from besides its children: three generations, all invented."""

from cases.management.families.picturing import (
    Between,
    Health,
    Kept,
    Lost,
    Moved,
    Noted,
    Pair,
    Picture,
    Relative,
    Seen,
)
from cases.management.families.telling import Tie

CHILDREN = ("Anisa", "Imran", "Zayd")
RAHMAN = Picture(
    relatives=(
        Relative("Abdul", "Khatun", "M", "1955", "2016"),
        Relative("Anwara", "Rahman", "F", "1957"),
        Relative("Siddique", "Rahman", "M", "1950", "2009"),
        Relative("Habib", "Khatun", "M", "1988"),
        Relative("Kamal", "Uddin", "M", "1976"),
        Relative("Tahmina", "Uddin", "F", "2009"),
        Relative("Rafi", "Uddin", "M", "2013"),
    ),
    pairs=(
        Pair("Rokeya", Tie.MOTHER, ("Shirin", "Habib")),
        Pair("Abdul", Tie.FATHER, ("Shirin", "Habib")),
        Pair("Rokeya", Tie.SPOUSE, ("Abdul",), "married", "widowed", "1986", "2016"),
        Pair("Anwara", Tie.MOTHER, ("Jamal", "Farida")),
        Pair("Siddique", Tie.FATHER, ("Jamal", "Farida")),
        Pair("Anwara", Tie.SPOUSE, ("Siddique",), "married", "widowed", "1978", "2009"),
        Pair("Jamal", Tie.SPOUSE, ("Shirin",), "married", "separated", "2012"),
        Pair("Kamal", Tie.SPOUSE, ("Farida",), "married", start="2006"),
        Pair("Farida", Tie.MOTHER, ("Tahmina", "Rafi")),
        Pair("Kamal", Tie.FATHER, ("Tahmina", "Rafi")),
        Pair("Habib", Tie.AUNT_OR_UNCLE, CHILDREN),
        Pair("Tahmina", Tie.COUSIN, CHILDREN),
        Pair("Rafi", Tie.COUSIN, CHILDREN),
    ),
    between=(
        Between("Anisa", "Shirin", "very_close", "Anisa", "I do the talking for us"),
        Between("Anisa", "Jamal", "distant", "Anisa", "I miss how he was"),
        Between("Jamal", "Shirin", "controlling", "Ade Fashola", "The money, the phone, the door"),
        Between("Farida", "Shirin", "close", "Shirin", "She is my sister now"),
        Between("Farida", "Jamal", "conflict", "Farida"),
        Between("Rokeya", "Anisa", "close", "Rokeya", "We talk every Sunday"),
    ),
    lost=(Lost("Shirin", "Jamal", "miscarriage", "2022"),),
    seen=(
        Seen("Shirin", "faith", "strong", "to", "Shirin"),
        Seen("Anisa", "school", "moderate", "to", "Anisa"),
        Seen("Shirin", "gp", "weak", "none", "Shirin"),
        Seen("Zayd", "health-visitor", "strong", "to", "Shirin"),
    ),
    culture=(
        Noted("Shirin", "ethnicity", "Sylheti"),
        Noted("Jamal", "ethnicity", "British Bengali"),
        Noted("Anisa", "ethnicity", "British Bengali"),
        Noted("Shirin", "birthplace", "A village near Sylhet, by the river"),
        Noted("Shirin", "migration", "From Sylhet to London, to be married", "2012"),
        Noted("Shirin", "language", "Sylheti at home; I understand more English than I say"),
        Noted("Shirin", "faith", "I pray. On Fridays I am with the women."),
        Noted("Rokeya", "naming", "The children call me Nanu"),
        Noted("Anisa", "story", "Nanu learned to read when she was fifty"),
        Noted("Jamal", "racism"),
    ),
    moved=(Moved("Jamal", "Somers Town", 75),),
    kept=(
        Kept("Before the family group conference", 34),
        Kept("Around them, before the family group conference", 34, "Somers Town"),
    ),
)
WARSAME = Picture(
    relatives=(
        Relative("Halimo", "Ali", "F", "1957"),
        Relative("Ali", "Jama", "M", "1950", "1991"),
    ),
    pairs=(
        Pair("Halimo", Tie.MOTHER, ("Hodan", "Mahad")),
        Pair("Ali", Tie.FATHER, ("Hodan", "Mahad")),
        Pair("Halimo", Tie.SPOUSE, ("Ali",), "married", "widowed", "1982", "1991"),
        Pair("Hodan", Tie.SPOUSE, ("Yusuf",), "married", start="2008"),
        Pair("Bilal", Tie.TWIN, ("Bushra",)),
    ),
    between=(
        Between("Abdi", "Delroy", "close", "Abdi", "He does not give speeches"),
        Between("Hodan", "Abdi", "close_conflict", "Hodan", "I shout because I am frightened"),
        Between("Ayaan", "Abdi", "close", "Ayaan"),
        Between("Mahad", "Abdi", "caretaker", "Mahad"),
    ),
    seen=(
        Seen("Abdi", "club", "strong", "to", "Abdi"),
        Seen("Abdi", "police", "stressful", "from", "Abdi"),
        Seen("Ayaan", "school", "strong", "to", "Ayaan"),
    ),
    culture=(
        Noted("Hodan", "ethnicity", "Somali"),
        Noted("Abdi", "ethnicity", "Black British Somali"),
        Noted("Hodan", "birthplace", "Hargeisa"),
        Noted("Hodan", "migration", "Hargeisa, Nairobi, London", "2007"),
        Noted("Hodan", "story", "My mother kept a shop through the war"),
        Noted("Abdi", "racism", "Stopped four times this summer on my own street"),
    ),
)
DOYLE = Picture(
    relatives=(
        Relative("Maureen", "Doyle", "F", "1964", "2015"),
        Relative("Peggy", "Doyle", "F", "1938", "2011"),
        Relative("Chidi", "Okafor", "M", "1962", "2018"),
    ),
    pairs=(
        Pair("Peggy", Tie.MOTHER, ("Maureen", "Bernie")),
        Pair("Maureen", Tie.MOTHER, ("Caitlin",)),
        Pair("Ngozi", Tie.MOTHER, ("Emeka",)),
        Pair("Chidi", Tie.FATHER, ("Emeka",)),
        Pair("Ngozi", Tie.SPOUSE, ("Chidi",), "married", "widowed", "1994", "2018"),
        Pair("Bernie", Tie.SPECIAL_GUARDIAN, ("Saoirse",)),
    ),
    between=(
        Between("Saoirse", "Bernie", "very_close", "Saoirse"),
        Between("Caitlin", "Bernie", "close_conflict", "Caitlin", "She saved my girl and I cannot forgive it yet"),
        Between("Ngozi", "Baby", "close", "Ngozi", "I have knitted already"),
    ),
    lost=(Lost("Caitlin", "", "miscarriage", "2023"),),
    seen=(
        Seen("Caitlin", "substance", "strong", "both", "Caitlin"),
        Seen("Emeka", "probation", "stressful", "from", "Emeka"),
    ),
    culture=(
        Noted("Ngozi", "ethnicity", "Igbo"),
        Noted("Caitlin", "ethnicity", "Irish"),
        Noted("Ngozi", "birthplace", "Enugu"),
        Noted("Ngozi", "naming", "A child is named on the eighth day, by the oldest who can come"),
        Noted("Caitlin", "shame"),
    ),
    health=(Health("Caitlin", "substance", "Heroin; on methadone, and steady since the spring", "2020"),),
)
TESFAY = Picture(
    relatives=(Relative("Tesfay", "Haile", "M", "1975", "?"),),
    pairs=(
        Pair("Letebrhan", Tie.MOTHER, ("Selam",)),
        Pair("Tesfay", Tie.FATHER, ("Yonas", "Selam")),
        Pair("Letebrhan", Tie.SPOUSE, ("Tesfay",), "married"),
        Pair("Sandra", Tie.FOSTER_CARER, ("Yonas",)),
    ),
    between=(
        Between("Yonas", "Selam", "very_close", "Yonas", "Every night, even for a minute"),
        Between("Yonas", "Letebrhan", "close", "Yonas", "I will find her"),
        Between("Sandra", "Yonas", "close", "Sandra"),
    ),
    seen=(
        Seen("Yonas", "faith", "strong", "to", "Yonas"),
        Seen("Yonas", "school", "strong", "both", "Yonas"),
        Seen("Yonas", "solicitor", "stressful", "none", "Yonas"),
    ),
    culture=(
        Noted("Yonas", "birthplace", "Keren"),
        Noted("Yonas", "language", "Tigrinya; English for mathematics"),
        Noted("Yonas", "faith", "Orthodox. I fast when Sandra lets me."),
        Noted("Yonas", "migration"),
    ),
)
HOXHA = Picture(
    relatives=(
        Relative("Agim", "Hoxha", "M", "1948", "1999"),
        Relative("Liri", "Hoxha", "F", "1952"),
        Relative("Dile", "Krasniqi", "F", "1958"),
    ),
    pairs=(
        Pair("Agim", Tie.FATHER, ("Arben",)),
        Pair("Liri", Tie.MOTHER, ("Arben",)),
        Pair("Liri", Tie.SPOUSE, ("Agim",), "married", "widowed", "1976", "1999"),
        Pair("Dile", Tie.MOTHER, ("Drita", "Fatos")),
        Pair("Arben", Tie.SPOUSE, ("Drita",), "married", start="2009"),
    ),
    between=(
        Between("Leon", "Blerta", "very_close", "Blerta", "He signs what they say. Nobody asks me."),
        Between("Leon", "Arben", "caretaker", "Yael Sharon", "A boy who counts the knives"),
        Between("Drita", "Arben", "close_conflict", "Drita"),
        Between("Arben", "Leon", "close", "Arben", "He is the best of me"),
        Between("Fatos", "Leon", "close", "Leon", "Saturdays"),
    ),
    seen=(
        Seen("Arben", "mental-health", "strong", "to", "Arben"),
        Seen("Leon", "club", "strong", "to", "Leon"),
        Seen("Blerta", "school", "moderate", "to", "Blerta"),
    ),
    culture=(
        Noted("Arben", "birthplace", "Gjakova"),
        Noted("Arben", "migration", "Through the mountains, then in a lorry", "1999"),
        Noted("Blerta", "language", "British Sign Language is my first language"),
        Noted("Drita", "story", "My father built the school I went to"),
    ),
    health=(
        Health("Arben", "mental_health", "Bipolar disorder; stopped his tablets in the summer", "2012"),
        Health("Agim", "mental_health", "Liri: he was silent every winter, and we had no word for it"),
    ),
)
CARTER = Picture(
    relatives=(
        Relative("Terry", "Holloway", "M", "1960", "2010"),
        Relative("Amber", "Reid", "F", "2006"),
        Relative("Baby", "Reid", "U", expected_in=95),
        Relative("Efua", "Mensah", "F", "1961"),
    ),
    pairs=(
        Pair("Lorraine", Tie.MOTHER, ("Kelly",)),
        Pair("Terry", Tie.FATHER, ("Dean",)),
        Pair("Efua", Tie.MOTHER, ("Kofi",)),
        Pair("Kelly", Tie.EX_PARTNER, ("Dean",), "cohabiting", "separated", "2016", "2022"),
        Pair("Kelly", Tie.EX_PARTNER, ("Kofi",), "relationship", "separated", "2024", "2025"),
        Pair("Jayden", Tie.PARTNER, ("Amber",), "relationship", start="2025"),
        Pair("Jayden", Tie.FATHER, ("Baby",)),
        Pair("Amber", Tie.MOTHER, ("Baby",)),
        Pair("Baby", Tie.KIN, ("Tyrell", "Maisie")),
        Pair("Lorraine", Tie.FOSTER_CARER, ("Tyrell", "Maisie")),
        Pair("Pauline", Tie.FOSTER_CARER, ("Noah",)),
    ),
    between=(
        Between("Tyrell", "Lorraine", "very_close", "Tyrell"),
        Between("Tyrell", "Noah", "close", "Tyrell", "He sleeps with my dinosaur"),
        Between("Jayden", "Dean", "cut_off", "Jayden", "I am not doing what he did"),
        Between("Kelly", "Lorraine", "close_conflict", "Kelly"),
    ),
    seen=(
        Seen("Kelly", "substance", "moderate", "to", "Kelly"),
        Seen("Tyrell", "school", "strong", "to", "Tyrell"),
        Seen("Jayden", "housing", "stressful", "from", "Jayden"),
    ),
    culture=(
        Noted("Kofi", "birthplace", "Kumasi"),
        Noted("Kofi", "naming", "Noah is Kwabena: he came on a Tuesday"),
        Noted("Lorraine", "work", "Thirty years in school kitchens, and every child fed"),
    ),
    health=(Health("Kelly", "substance", "Alcohol", "2018"), Health("Terry", "substance", "Alcohol, says Dean")),
    moved=(Moved("Kelly", "Lorraine’s house", 134, 700),),
)
SILVA = Picture(
    relatives=(Relative("Conceição", "Moraes", "F", "1955"),),
    pairs=(
        Pair("Patrícia", Tie.MOTHER, ("Caio",)),
        Pair("Conceição", Tie.MOTHER, ("Patrícia",)),
    ),
    between=(
        Between("Larissa", "Patrícia", "very_close", "Larissa", "We fall asleep on video"),
        Between("Larissa", "Célia", "close", "Larissa"),
        Between("Caio", "Larissa", "close", "Caio"),
    ),
    seen=(
        Seen("Célia", "faith", "strong", "both", "Célia"),
        Seen("Larissa", "school", "moderate", "to", "Larissa"),
    ),
    culture=(
        Noted("Larissa", "birthplace", "São Paulo"),
        Noted("Larissa", "migration", "By plane with my mother, when I was nine", "2022"),
        Noted("Célia", "naming", "Dona Célia to everybody; Vó to Larissa since June"),
        Noted("Célia", "immigration"),
    ),
    health=(Health("Patrícia", "illness", "Cancer; her treatment is in São Paulo", "2026"),),
)
LEVY = Picture(
    relatives=(
        Relative("Bernard", "Levy", "M", "1951", "2019"),
        Relative("Morag", "Grant", "F", "1954"),
        Relative("Dan", "Levy", "M", "1985"),
    ),
    pairs=(
        Pair("Ruthie", Tie.MOTHER, ("Miriam", "Dan")),
        Pair("Bernard", Tie.FATHER, ("Miriam", "Dan")),
        Pair("Ruthie", Tie.SPOUSE, ("Bernard",), "married", "widowed", "1978", "2019"),
        Pair("Dan", Tie.AUNT_OR_UNCLE, ("Noa", "Eli")),
        Pair("Hamish", Tie.FATHER, ("Alasdair",)),
        Pair("Morag", Tie.MOTHER, ("Alasdair",)),
        Pair("Hamish", Tie.SPOUSE, ("Morag",), "married", "divorced", "1976", "1999"),
        Pair("Miriam", Tie.SPOUSE, ("Alasdair",), "married", "separated", "2011"),
    ),
    between=(
        Between("Miriam", "Alasdair", "hostile", "Noa", "I am the post office"),
        Between("Eli", "Alasdair", "close", "Eli"),
        Between("Noa", "Ruthie", "very_close", "Noa"),
    ),
    seen=(Seen("Noa", "school", "moderate", "from", "Noa"),),
    culture=(
        Noted("Miriam", "faith", "Jewish; Friday night is kept, whoever shouts"),
        Noted("Alasdair", "birthplace", "Stromness, in Orkney"),
        Noted("Ruthie", "story", "My mother came with one suitcase and a cello"),
    ),
    moved=(Moved("Alasdair", "Miriam’s house", 121),),
)
BAPTISTE = Picture(
    relatives=(Relative("Eugénie", "St Rose", "F", "1952"),),
    pairs=(
        Pair("Eugénie", Tie.MOTHER, ("Colette",)),
        Pair("Colette", Tie.EX_PARTNER, ("Winston",), "cohabiting", "separated", "2005", "2017"),
        Pair("Marcia", Tie.FOSTER_CARER, ("Naomi",)),
    ),
    between=(
        Between("Naomi", "Esme", "very_close", "Naomi"),
        Between("Naomi", "Colette", "repaired", "Naomi", "We text before we talk"),
    ),
    seen=(Seen("Esme", "club", "strong", "to", "Esme"),),
    culture=(
        Noted("Colette", "birthplace", "Castries, in St Lucia"),
        Noted("Colette", "language", "Kwéyòl when I am cross"),
    ),
)
NOWICKA = Picture(
    relatives=(Relative("Nasreen", "Mirza", "F", "1960"),),
    pairs=(
        Pair("Halina", Tie.MOTHER, ("Agata",)),
        Pair("Nasreen", Tie.MOTHER, ("Faisal",)),
        Pair("Agata", Tie.SPOUSE, ("Faisal",), "married", "separated", "2019"),
        Pair("Lena", Tie.TWIN, ("Kasia",)),
    ),
    between=(
        Between("Agata", "Halina", "close", "Agata"),
        Between("Agata", "Faisal", "distant", "Agata"),
    ),
    seen=(Seen("Lena", "nursery", "strong", "to", "Agata"),),
    culture=(
        Noted("Agata", "birthplace", "Białystok"),
        Noted("Faisal", "faith", "Eid with my mother, Wigilia with hers"),
    ),
    moved=(Moved("Faisal", "Swiss Cottage", 91),),
)
PICTURES: dict[str, Picture] = {
    "Rahman–Khatun": RAHMAN,
    "Warsame": WARSAME,
    "Doyle–Okafor": DOYLE,
    "Tesfay": TESFAY,
    "Hoxha": HOXHA,
    "Carter–Mensah": CARTER,
    "Silva–Moraes": SILVA,
    "Levy–Grant": LEVY,
    "Baptiste": BAPTISTE,
    "Nowicka–Mirza": NOWICKA,
}
