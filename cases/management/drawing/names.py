"""Names for invented people, from many places. Nobody is meant: they are put together by chance."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Culture:
    """Names that go together, and the language spoken at home beside English, if any."""

    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]
    language: str = ""


def _of(girls: str, boys: str, families: str, language: str = "") -> Culture:
    return Culture(tuple(girls.split()), tuple(boys.split()), tuple(families.split()), language)


CULTURES = {
    "british": _of(
        "Amelia Ava Beth Chloe Daisy Ellie Evie Freya Grace Holly Isla Jess Keira Lacey Lily Maisie Megan Mia Molly"
        " Orla Poppy Rosie Ruby Scarlett Skye Sophie Tilly Willow",
        "Alfie Archie Ben Billy Callum Charlie Connor Dylan Ethan Finley Freddie George Harry Jack Jake Jamie Kian Leo"
        " Lewis Logan Mason Max Noah Oscar Riley Ryan Theo Toby",
        "Archer Barlow Bennett Brennan Cartwright Cole Cooper Dawson Ellis Fletcher Foster Gibbs Hargreaves Hayes Holt"
        " Hughes Kerr Lawson Marsh Mercer Naylor Osborne Parry Pearce Reeve Rhodes Sutton Tate Thorne Wade Walsh Yates",
    ),
    "irish": _of(
        "Aoife Caoimhe Ciara Niamh Orla Saoirse Sinead",
        "Cian Darragh Eoin Fionn Oisin Padraig Ronan",
        "Byrne Doyle Kavanagh Keane Nolan Quinn Tierney",
    ),
    "roma": _of(
        "Esmeralda Jana Lulka Mirela Rosita Violeta",
        "Branko Florin Ionut Marian Rajko Stefan",
        "Ciurar Cioaba Horvath Lacatus Radu Stan",
        "Romanes",
    ),
    "polish": _of(
        "Agnieszka Hania Iga Julia Kasia Lena Maja Oliwia Zofia",
        "Antek Borys Filip Jan Kacper Kuba Michal Oskar",
        "Bielak Czarnecki Dudek Jankowski Kania Lis Malinowski Nowicki Sikora Wrona",
        "Polish",
    ),
    "albanian": _of(
        "Arta Besa Drita Elira Flutura Liridona Vjosa",
        "Agim Besnik Dardan Erion Ilir Luan Valon",
        "Berisha Gashi Hoti Krasniqi Leka Prifti Shala",
        "Albanian",
    ),
    "caribbean": _of(
        "Aaliyah Chantelle Imani Jada Kezia Monique Shanice Tiana Zahra",
        "Andre Dante Jermaine Kofi Malachi Omari Tyrese",
        "Baptiste Blake Campbell Clarke Francis Grant Joseph Lewin Powell Reid Samuels Walters",
    ),
    "ghanaian": _of(
        "Abena Adwoa Akosua Ama Efua Esi Nana Yaa",
        "Kojo Kwabena Kwaku Kwame Kwesi Nii Yaw",
        "Agyeman Amoah Appiah Asante Boateng Mensah Osei Owusu",
        "Twi",
    ),
    "nigerian": _of(
        "Amarachi Chidinma Folake Ifeoma Ngozi Temi Titilayo Yewande",
        "Babatunde Chidi Emeka Femi Kelechi Obinna Segun Tunde",
        "Adebayo Adeyemi Balogun Eze Nwosu Obi Okafor Okonkwo",
        "Yoruba",
    ),
    "somali": _of(
        "Amina Deqa Fartun Hamdi Hibo Ifrah Nimco Sagal",
        "Abdirahman Ayub Faysal Guled Jamac Liban Mahad Warsame",
        "Abdi Ali Farah Guled Hersi Jama Nur Omar Yusuf",
        "Somali",
    ),
    "eritrean": _of(
        "Bisrat Feven Helen Luwam Ruta Semhar",
        "Abel Dawit Filmon Kidane Merhawi Natnael",
        "Berhane Gebremedhin Haile Kahsay Tekle Zerai",
        "Tigrinya",
    ),
    "bangladeshi": _of(
        "Afsana Fahmida Jannat Mehjabin Nusrat Rumana Sabiha Tasnim",
        "Ahnaf Fahim Imran Mahfuz Nabil Rafi Sajid Tanvir",
        "Ahmed Begum Chowdhury Hussain Islam Khatun Miah Rahman Uddin",
        "Bengali",
    ),
    "pakistani": _of(
        "Aisha Alishba Fatima Hafsa Iqra Mahnoor Sana Zainab",
        "Adeel Bilal Hamza Haris Ibrahim Saad Usman Zain",
        "Akhtar Bhatti Hussain Iqbal Khan Mahmood Malik Mirza Raja",
        "Urdu",
    ),
    "indian": _of(
        "Ananya Divya Ishani Kavya Meera Priya Riya",
        "Aarav Dev Karan Nikhil Rohan Vivek Yash",
        "Chauhan Desai Joshi Mehta Nair Patel Sharma Solanki",
        "Gujarati",
    ),
    "tamil": _of(
        "Abirami Janani Kayal Nila Tharani",
        "Arulan Kavin Nilan Pranav Suren",
        "Arumugam Kumaran Ravindran Selvan Yogarajah",
        "Tamil",
    ),
    "afghan": _of(
        "Freshta Laila Marwa Parwana Shabnam Zohra",
        "Farid Hamid Jawad Milad Omid Zalmay",
        "Ahmadzai Karimi Noori Popal Rahimi Stanikzai",
        "Dari",
    ),
    "arab": _of(
        "Dalal Huda Layla Mariam Noor Rania Yasmin",
        "Adam Bassam Karim Nabil Samer Tariq Ziad",
        "Aziz Darwish Haddad Khalil Mansour Najjar Saleh",
        "Arabic",
    ),
    "kurdish": _of(
        "Berivan Dilan Evin Havin Rojda Zelal",
        "Azad Baran Dilovan Rebin Serhat Zana",
        "Aydin Baran Demir Hassan Karim Mohammed",
        "Kurdish",
    ),
    "chinese": _of(
        "Jiayi Meiling Wenwen Xinyi Yuting",
        "Haoran Junjie Minghao Weijie Zihan",
        "Chan Lam Lin Ng Wong Zhang",
        "Cantonese",
    ),
    "vietnamese": _of(
        "Diep Hanh Lan Linh Mai Thuy", "Bao Duc Hieu Khang Minh Quan", "Bui Dang Nguyen Pham Tran Vo", "Vietnamese"
    ),
    "portuguese": _of(
        "Beatriz Catarina Ines Larissa Leticia Mariana",
        "Bruno Caio Diogo Mateus Rafael Tiago",
        "Almeida Carvalho Duarte Moraes Pereira Silva Teixeira",
        "Portuguese",
    ),
    "turkish": _of(
        "Aylin Defne Elif Melisa Selin Zeynep",
        "Berk Can Emir Kaan Mert Yigit",
        "Arslan Celik Kaya Ozturk Sahin Yildiz",
        "Turkish",
    ),
    "jewish": _of(
        "Avigail Chaya Esther Leah Miriam Noa", "Asher Dov Eli Levi Shimon Yosef", "Adler Cohen Feld Katz Levy Stern"
    ),
}

# A national code and the cultures its families' names may come from. A mixed one takes a parent from each of two.
OF_ETHNICITY: dict[str, tuple[str, ...]] = {
    "WBRI": ("british", "british", "british", "british", "british", "jewish"),
    "WIRI": ("irish",),
    "WROM": ("roma",),
    "WOTH": ("polish", "albanian", "portuguese", "turkish", "polish"),
    "MWBC": ("british", "caribbean"),
    "MWBA": ("british", "ghanaian", "nigerian"),
    "MWAS": ("british", "indian", "pakistani"),
    "MOTH": ("portuguese", "british", "arab", "vietnamese"),
    "AIND": ("indian",),
    "APKN": ("pakistani",),
    "ABAN": ("bangladeshi",),
    "AOTH": ("tamil", "afghan", "vietnamese"),
    "BCRB": ("caribbean",),
    "BAFR": ("somali", "nigerian", "ghanaian", "eritrean", "somali"),
    "BOTH": ("caribbean", "ghanaian"),
    "CHNE": ("chinese",),
    "OOTH": ("arab", "kurdish", "turkish"),
    "REFU": ("british", "albanian", "arab"),
    "NOBT": ("british", "somali", "polish", "british"),
}

# Names that programs stumble over, and people do not: a handful in a service.
HARD = (
    ("Nevaeh-Mae", "O’Shaughnessy-D’Souza"),
    ("Łucja", "Żółkiewska"),
    ("Zoë", "Null"),
    ("Nguyễn Thị Ánh", "Đỗ"),
    ("Sigríður", "Þorvaldsdóttir"),
    ("Jean-Luc", "de la Fontaine-N’Diaye"),
    ("A", "Ng"),
    ("نور", "الخطيب"),
    ("Ngọc", "O'"),
    ("Oluwaseunfunmilayo", "Adebayo-Ogunbanjo-Whittingham"),
    ("Sean", "True"),
    ("Ji-woo", "李"),
    ("Màiri", "Mac an t-Saoir"),
)
