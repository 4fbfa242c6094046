"""Questions to a family: what waits to be asked, and what came of each."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from camden.access import Permission, may, needs
from camden.office.kept import keeps_words
from cases.forms.asking import refuse
from cases.forms.questions import QuestionAnswerForm
from cases.forms.visit_pieces import ASKED
from cases.lookup import get_beneath, get_case, people_of
from cases.models import Member, Question
from cases.operations.asking import AlreadySettled, NotAnswered, answer_question, put_question_aside
from cases.readings.questions import questions_of, read_question


@needs(Permission.CASE_READ)
def list_(request: HttpRequest, case_pk: int) -> HttpResponse:
    """What somebody will ask this family, what was answered, and what nobody will ask any more."""
    case = get_case(request, case_pk)
    questions = questions_of(case, request.user.pk, timezone.localdate())
    may_record = may(request.user, Permission.CASE_RECORD)
    return render(request, "cases/questions.html", {"case": case, "questions": questions, "may_record": may_record})


@needs(Permission.CASE_RECORD)
@keeps_words("what a family answered")
def answer(request: HttpRequest, case_pk: int, pk: int) -> HttpResponse:
    """Asked outside a visit, or not to be asked any more. If somebody else was first, what they wrote is shown."""
    question = get_beneath(request, Question, case_pk, pk, "ask_by", "asked_by", "put_aside_by")
    case, on = question.case, timezone.localdate()
    people = people_of(case)
    form = QuestionAnswerForm(request.POST or None, on=on, people=[(each.pk, each.name) for each in people])
    if form.is_valid():
        said, children = form.cleaned_data, [each for each in people if each.kind == Member.Kind.CHILD]
        about = {"question": question, "by": request.user, "children": children}
        try:
            if said["became"] == ASKED:
                told = {"answer": said["answer"], "on": said["asked_on"], "marks": said["marks"]}
                answer_question(**about, **told)
            else:
                put_question_aside(**about, why=said["why"], on=on)
        except NotAnswered as why:
            refuse(form, why)
        except AlreadySettled:
            question = get_beneath(request, Question, case_pk, pk, "ask_by", "asked_by", "put_aside_by")
        else:
            messages.success(request, "Saved: the next conversation about this family begins with it.")
            return redirect("cases:questions", case_pk)
    context = {"case": case, "question": read_question(question, request.user.pk, on), "form": form}
    return render(request, "cases/question_answer.html", context)
