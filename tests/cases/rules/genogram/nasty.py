"""Families that are hard to draw, made by hand, as files of the schema genogram/1."""

from collections.abc import Callable
from typing import Any

from tests.cases.rules.genogram.made import Made


def three_partners_who_each_go_on() -> dict[str, Any]:
    made = Made()
    made.people(1, "mum:f:1985 a:m:1980 b:m:1983 c:m:1987 an:f:1986 bn:f:1984")
    made.people(2, "k1:f:2005-01-01 k2:m:2008-01-01 k3:f:2014-01-01 k4:m:2019-01-01 x:m:2012-01-01 y:f:2015-01-01")
    made.union("mum a", "k1 k2", start="2004", end="2009", status="separated")
    made.union("mum b", "k3", start="2010", end="2016", status="divorced")
    made.union("mum c", "k4", start="2017")
    made.union("a an", "x", start="2010")
    made.union("b bn", "y", start="2015")
    made.home("mum c k1 k3 k4")
    made.feels("k1-mum-close", "k1-c-conflict", "k3-b-distant")
    return made.file("k3", 3)


def cousins_who_marry() -> dict[str, Any]:
    made = Made()
    made.people(0, "gf:m:1940:x gm:f:1942")
    made.people(1, "s1:m:1965 w1:f:1966 s2:f:1968 h2:m:1967")
    made.people(2, "c1:m:1990 c2:f:1992 sib:f:1995")
    made.people(3, "kid:f:2015-01-01 kid2:m:2017-01-01")
    made.union("gf gm", "s1 s2")
    made.union("s1 w1", "c1 sib")
    made.union("s2 h2", "c2")
    made.union("c1 c2", "kid kid2", consanguineous=True)
    made.home("c1 c2 kid kid2 gm")
    made.feels("kid-gm-very_close", "c1-c2-conflict")
    return made.file("kid", 1)


def adopted_by_the_grandparents() -> dict[str, Any]:
    made = Made()
    made.people(0, "gf:m:1955 gm:f:1957")
    made.people(1, "mum:f:1985 dad:m:1984 uncle:m:1988 wife:f:1989")
    made.people(2, "a:f:2010-01-01 b:m:2012-01-01 c:f:2016-01-01")
    made.union("gf gm", "mum uncle")
    made.union("mum dad", "a b", status="separated")
    made.union("uncle wife", "c")
    made.more(1, "a", "adopted")
    made.home("gf gm a")
    made.home("uncle wife c b")
    made.feels("a-gm-close", "mum-a-cut_off", "b-uncle-close")
    return made.file("a b", 2)


def foster_and_birth_siblings_together() -> dict[str, Any]:
    made = Made()
    made.people(1, "mum:f:1990 dad:m:1988 carer:f:1970 carer2:m:1968")
    made.people(2, "a:f:2012-01-01 b:m:2014-01-01 c:f:2018-01-01 own:m:2011-01-01 own2:f:2013-06-01")
    made.union("mum dad", "a b c")
    made.union("carer carer2", "own own2")
    made.more(2, "a c", "fostered")
    made.home("carer carer2 own own2 a c")
    made.home("mum b")
    made.feels("a-own-close", "a-b-very_close", "mum-dad-hostile")
    return made.file("a b c", 3)


def triplets_with_a_loss() -> dict[str, Any]:
    made = Made()
    made.people(1, "mum:f:1990 dad:m:1988")
    made.people(2, "first:m:2012-01-01 t1:f:2015-03-03 t2:m:2015-03-03 last:f:2020-01-01")
    made.lost(2, "t3", "miscarriage", "2015-03-03")
    made.lost(2, "l", "termination", "2017")
    made.lost(2, "due", "current", "2027-01-10")
    made.union("mum dad", "first t1 t2 t3 l last due")
    made.twins.append({"kind": "fraternal", "members": ["t1", "t2", "t3"]})
    made.home("mum dad first t1 t2 last")
    made.feels("t1-t2-very_close", "first-dad-conflict")
    return made.file("t1", 0)


def two_mothers_and_a_donor_who_is_known() -> dict[str, Any]:
    made = Made()
    made.people(0, "g1:f:1950 g2:m:1949 g3:f:1952")
    made.people(1, "ma:f:1982 mo:f:1984 donor:m:1980 hisw:f:1981")
    made.people(2, "a:f:2012-01-01 b:m:2015-01-01 his:m:2009-01-01")
    made.union("g1 g2", "ma")
    made.union("g3", "mo")
    made.union("ma mo", "b")
    made.union("ma donor", "a")
    made.union("donor hisw", "his")
    made.more(3, "a", "adopted")
    made.home("ma mo a b")
    return made.file("a b", 2)


def four_generations() -> dict[str, Any]:
    made = Made()
    made.people(0, "gg1:f:1925:x gg2:m:1922:x gg3:f:1928:x gg4:m:1926:x")
    made.people(1, "g1:f:1950 g2:m:1948:x g3:f:1952 g4:m:1951 ga:f:1955 gb:m:1947")
    made.people(2, "mum:f:1980 dad:m:1978 aunt:f:1983 uncle:m:1976 unclew:f:1979 auntp:f:1985")
    made.people(3, "a:f:2008-01-01 b:m:2011-01-01 c1:m:2005-01-01 c2:f:2009-01-01 c3:m:2015-01-01")
    made.union("gg1 gg2", "g1 ga")
    made.union("gg3 gg4", "g4 gb")
    made.union("g1 g2", "mum aunt", start="1975", status="widowed", end="2020")
    made.union("g3 g4", "uncle dad")
    made.union("mum dad", "a b", start="2005")
    made.union("uncle unclew", "c1 c2")
    made.union("aunt auntp", "c3")
    made.home("mum dad a b")
    made.home("g3 g4 c1")
    made.feels("a-g1-very_close", "b-uncle-conflict", "mum-g3-cut_off", "g1-ga-distant")
    return made.file("a", 1)


def single_known_parents() -> dict[str, Any]:
    made = Made()
    made.people(0, "gg:f:1940")
    made.people(1, "g:f:1960 ga:f:1963")
    made.people(2, "mum:f:1985 aunt:f:1988 cousin:m:1990")
    made.people(3, "a:f:2008-01-01 b:m:2012-01-01 c:m:2013-01-01 d:o:2014-01-01")
    made.union("gg", "g ga")
    made.union("g", "mum aunt")
    made.union("ga", "cousin")
    made.union("mum", "a b")
    made.union("aunt", "c")
    made.union("cousin", "d")
    made.home("gg g mum a b")
    return made.file("a b", 0)


def fathers_who_are_not_known() -> dict[str, Any]:
    made = Made()
    made.people(0, "g:f:1960 gf:m")
    made.people(1, "mum:f:1985 f1:m f2:m f3:m aunt:f:1987")
    made.people(2, "a:f:2008-01-01 b:m:2010-01-01 c:m:2013-01-01 d:f:2016-01-01")
    made.union("g gf", "mum aunt")
    made.union("mum f1", "a b")
    made.union("mum f2", "c")
    made.union("mum f3", "d")
    made.home("g mum a b c d")
    made.feels("a-d-close", "b-c-conflict", "mum-g-hostile")
    return made.file("a b c d", 1)


def sisters_who_marry_brothers() -> dict[str, Any]:
    made = Made()
    made.people(0, "p1:f:1950 p2:m:1948 q1:f:1952 q2:m:1951")
    made.people(1, "s1:f:1975 s2:f:1978 b1:m:1974 b2:m:1977")
    made.people(2, "a:f:2005-01-01 b:m:2007-01-01 c:f:2006-01-01")
    made.union("p1 p2", "s1 s2")
    made.union("q1 q2", "b1 b2")
    made.union("s1 b1", "a b")
    made.union("s2 b2", "c")
    made.home("s1 b1 a b")
    made.home("s2 b2 c")
    made.feels("a-c-close", "s1-b2-conflict")
    return made.file("a", 1)


def an_uncle_and_his_niece() -> dict[str, Any]:
    made = Made()
    made.people(0, "g1:f:1940 g2:m:1938")
    made.people(1, "son:m:1965 wife:f:1966 uncle:m:1975")
    made.people(2, "niece:f:1990 nephew:m:1993")
    made.people(3, "kid:f:2015-01-01")
    made.union("g1 g2", "son uncle")
    made.union("son wife", "niece nephew")
    made.union("uncle niece", "kid", consanguineous=True)
    made.home("uncle niece kid")
    return made.file("kid", 1)


def children_with_two_sisters() -> dict[str, Any]:
    made = Made()
    made.people(0, "g1:f:1950 g2:m:1948")
    made.people(1, "big:f:1978 small:f:1982 between:m:1980 man:m:1976")
    made.people(2, "a:f:2000-01-01 b:m:2003-01-01 c:f:2008-01-01 d:m:2011-01-01")
    made.union("g1 g2", "big between small")
    made.union("big man", "a b", status="divorced", start="1999", end="2006")
    made.union("small man", "c d", start="2007")
    made.home("small man c d")
    made.feels("big-small-cut_off", "a-c-distant")
    return made.file("c", 1)


def five_partners_of_one_father() -> dict[str, Any]:
    made = Made()
    made.people(0, "gm:f:1950")
    made.people(1, "dad:m:1975 w1:f:1976 w2:f:1978 w3:f:1980 w4:f:1984 w5:f:1990")
    made.people(2, "a:f:1998-01-01 b:m:2002-01-01 c:m:2006-01-01 d:f:2010-01-01 e:f:2019-01-01 f:m:2021-01-01")
    made.union("gm", "dad")
    for at, (wife, kids) in enumerate(zip(("w1", "w2", "w3", "w4", "w5"), ("a", "b", "c", "d", "e f"), strict=True)):
        made.union(f"dad {wife}", kids, start=str(1997 + 5 * at))
    made.home("dad w5 e f")
    made.home("w3 c")
    made.feels("dad-a-cut_off", "c-e-close", "w4-w5-conflict")
    return made.file("c", 6)


def twins_who_have_twins() -> dict[str, Any]:
    made = Made()
    made.people(0, "g1:f:1950 g2:m:1948")
    made.people(1, "t1:f:1980-05-05 t2:f:1980-05-05 h1:m:1979 h2:m:1981")
    made.people(2, "a:f:2008-01-01 b:f:2008-01-01 c:m:2010-01-01 d:f:2010-01-01 e:m:2013-01-01")
    made.union("g1 g2", "t1 t2")
    made.union("t1 h1", "a b")
    made.union("t2 h2", "c d e")
    made.twins += [
        {"kind": "identical", "members": ["t1", "t2"]},
        {"kind": "identical", "members": ["a", "b"]},
        {"kind": "fraternal", "members": ["c", "d"]},
    ]
    made.home("t1 h1 a b")
    return made.file("a", 0)


def brothers_and_sisters_in_three_families() -> dict[str, Any]:
    made = Made()
    made.people(0, "gm:f:1955 gf:m:1954")
    made.people(1, "mum:f:1985 dad:m:1983 aunt:f:1980 auntie:m:1979 ad1:f:1975 ad2:m:1974 fo:f:1970")
    made.people(2, "a:f:2010-01-01 b:m:2012-01-01 c:f:2015-01-01 d:m:2018-01-01 cous:f:2011-01-01")
    made.union("gm gf", "mum aunt")
    made.union("mum dad", "a b c d")
    made.union("aunt auntie", "cous")
    made.union("ad1 ad2", "c", "adopted")
    made.union("fo", "d", "fostered")
    made.more(3, "b", "fostered")
    made.home("gm gf a")
    made.home("aunt auntie cous b")
    made.home("ad1 ad2 c")
    made.home("fo d")
    made.feels("a-b-very_close", "a-d-very_close", "mum-gm-conflict", "b-cous-close")
    return made.file("a b c d", 4)


def two_families_become_one() -> dict[str, Any]:
    made = Made()
    made.people(0, "g1:f:1950 g2:m:1948 g3:f:1951")
    made.people(1, "ex1:m:1978 mum:f:1980 dad:m:1979 ex2:f:1981 ex1n:f:1983")
    made.people(2, "a:f:2003-01-01 b:m:2005-01-01 c:f:2004-01-01 d:m:2007-01-01 e:f:2015-01-01 z:m:2014-01-01")
    made.union("g1 g2", "mum")
    made.union("g3", "dad")
    made.union("ex1 mum", "a b", status="divorced", start="2002", end="2009")
    made.union("dad ex2", "c d", status="separated", start="2003", end="2010")
    made.union("mum dad", "e", start="2012")
    made.union("ex1 ex1n", "z", start="2012")
    made.home("mum dad a b d e")
    made.home("ex2 c")
    made.feels("a-c-conflict", "d-dad-distant", "ex1-mum-hostile", "e-a-close")
    return made.file("e", 1)


def cared_for_by_a_great_grandmother() -> dict[str, Any]:
    made = Made()
    made.people(0, "gg:f:1940")
    made.people(1, "g:f:1962 ga:m:1964")
    made.people(2, "mum:f:1988 aunt:f:1990")
    made.people(3, "a:f:2012-01-01 b:m:2016-01-01")
    made.union("gg", "g ga")
    made.union("g", "mum aunt")
    made.union("mum", "a b")
    made.more(1, "b", "fostered")
    made.home("gg b")
    made.home("mum a")
    return made.file("b", 2)


def losses_between_living_children() -> dict[str, Any]:
    made = Made()
    made.people(1, "mum:f:1984 dad:m:1983 ex:m:1980")
    made.people(2, "a:f:2006-01-01 b:m:2011-01-01 c:f:2019-01-01")
    for who, kind, year in (
        ("l1", "miscarriage", "2008"),
        ("l2", "miscarriage", "2013"),
        ("l3", "termination", "2015"),
    ):
        made.lost(2, who, kind, year)
    made.lost(2, "l0", "termination", "2004")
    made.union("mum ex", "l0", start="2003", status="separated", end="2004")
    made.union("mum dad", "a l1 b l2 l3 c", start="2005")
    made.home("mum dad a b c")
    return made.file("b", 0)


def nine_children_and_their_partners() -> dict[str, Any]:
    made = Made()
    made.people(0, "gm:f:1945 gf:m:1940:x")
    made.people(
        1, " ".join(f"s{at}:{'fm'[at % 2]}:{1965 + 2 * at}" for at in range(9)) + " p1:m:1966 p4:f:1974 p7:m:1980"
    )
    made.people(2, "a:f:1995-01-01 b:m:1999-01-01 c:f:2001-01-01 d:m:2008-01-01 e:f:2011-01-01")
    made.union("gm gf", " ".join(f"s{at}" for at in range(9)))
    made.union("s0 p1", "a b")
    made.union("s4 p4", "c")
    made.union("s7 p7", "d e")
    made.home("s4 p4 c gm")
    made.home("s7 p7 d e")
    made.feels("s0-s8-conflict", "gm-c-very_close", "s2-s6-cut_off")
    return made.file("d", 0)


def people_whom_nothing_links() -> dict[str, Any]:
    made = Made()
    made.people(0, "mum:f:1985 dad:m:1984 friend:f:1960 friendp:m:1958 lodger:m:1980")
    made.people(1, "a:f:2012-01-01 b:m:2014-01-01 fk:f:1988-01-01")
    made.union("mum dad", "a b")
    made.union("friend friendp", "fk")
    made.home("mum dad a b lodger")
    made.feels("a-friend-close")
    made.row["fk"] = 1
    return made.file("a", 0)


def nobody_with_a_day_or_a_name() -> dict[str, Any]:
    made = Made()
    made.people(0, "g1:u g2:u")
    made.people(1, "p1:u p2:o p3:u")
    made.people(2, "c1:u c2:u c3:o c4:u")
    made.union("g1 g2", "p1")
    made.union("p1 p2", "c1 c2")
    made.union("p2 p3", "c3 c4")
    for person in made.persons:
        person["name"] = ""
    made.home("p1 c1 c3")
    return made.file("c1", 1)


def a_child_in_three_homes() -> dict[str, Any]:
    made = Made()
    made.people(0, "gm:f:1955 pg:f:1953")
    made.people(1, "mum:f:1985 dad:m:1984 dadn:f:1990")
    made.people(2, "a:f:2012-01-01 b:m:2014-01-01 n:f:2022-01-01")
    made.union("gm", "mum")
    made.union("pg", "dad")
    made.union("mum dad", "a b", status="separated")
    made.union("dad dadn", "n")
    made.home("mum a b")
    made.home("dad dadn a b n")
    made.home("gm a")
    made.feels("a-gm-close", "mum-dad-conflict")
    return made.file("a", 1)


def thirty_five_people() -> dict[str, Any]:
    made = Made()
    made.people(0, "a1:f:1930:x a2:m:1928:x b1:f:1932:x b2:m:1930:x")
    made.people(1, "g1:f:1955 g2:m:1953 g3:f:1957 g4:m:1954 g5:f:1959 gx:m:1950")
    made.people(
        2, "mum:f:1984 d1:m:1980 d2:m:1985 d3:m:1988 au:f:1987 un:m:1982 auh:m:1986 unw:f:1984 d1w:f:1983 pa:m:1978"
    )
    made.people(
        3,
        "k1:f:2004-01-01 k2:m:2006-01-01 k3:f:2010-01-01 k4:m:2013-01-01 k5:f:2018-01-01 k6:m:2020-01-01"
        " c1:f:2009-01-01 c2:m:2012-01-01 c3:f:2011-01-01 c4:m:2014-01-01 c5:f:2017-01-01"
        " h1:m:2012-01-01 h2:f:2015-01-01",
    )
    made.lost(3, "l1", "miscarriage", "2008")
    made.lost(3, "due", "current", "2027-02-01")
    made.union("a1 a2", "g2 g5")
    made.union("b1 b2", "g3")
    made.union("g1 g2", "un mum au", start="1980")
    made.union("g3 g4", "pa d1", start="1976", status="divorced", end="1990")
    made.union("g1 gx", "", start="1975", end="1978", status="divorced")
    made.union("mum d1", "k1 k2 l1", start="2003", end="2009", status="separated")
    made.union("mum d2", "k3 k4", start="2009", end="2015", status="separated")
    made.union("mum d3", "k5 k6 due", start="2017")
    made.union("au auh", "c1 c2")
    made.union("un unw", "c3 c4 c5")
    made.union("d1 d1w", "h1 h2", start="2011")
    made.more(9, "k3", "fostered")
    made.home("mum d3 k4 k5 k6")
    made.home("au auh c1 c2 k3")
    made.home("g1 g2 k2")
    made.feels("k1-mum-cut_off", "k3-au-close", "mum-d3-conflict", "k4-d2-distant", "g1-k2-very_close", "d1-k1-abuse")
    return made.file("k3", 3)


ALL: tuple[Callable[[], dict[str, Any]], ...] = (
    three_partners_who_each_go_on, cousins_who_marry, adopted_by_the_grandparents, foster_and_birth_siblings_together,
    triplets_with_a_loss, two_mothers_and_a_donor_who_is_known, four_generations, single_known_parents,
    fathers_who_are_not_known, sisters_who_marry_brothers, an_uncle_and_his_niece, children_with_two_sisters,
    five_partners_of_one_father, twins_who_have_twins, brothers_and_sisters_in_three_families,
    two_families_become_one, cared_for_by_a_great_grandmother, losses_between_living_children,
    nine_children_and_their_partners, people_whom_nothing_links, nobody_with_a_day_or_a_name, a_child_in_three_homes,
    thirty_five_people,
)  # fmt: skip
