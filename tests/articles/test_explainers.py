"""A closing box that explains is told from an article that goes on."""

from sayso.articles.explainers import tail

NEWS = ["The river council of Norland said on Monday that it would sign the treaty if the dam stays shut."] * 4
BOX = [
    "The River Council, or RC, is a body of nine towns.",
    "It was founded in 1990 after a flood.",
    "Its seat is Eastport.",
]


def test_a_question_and_a_definition_to_the_end_are_a_box() -> None:
    assert tail([*NEWS, "What is the River Council?", "By Jon Reed", *BOX]) == 4


def test_a_question_that_the_article_goes_on_to_answer_is_none() -> None:
    assert (
        tail([*NEWS, "What is the River Council?", *BOX, "The council said on Tuesday that it would meet again."])
        is None
    )
    assert tail([*NEWS, "What happens next?", "The towns are to vote in June on the treaty and on its price."]) is None


def test_an_article_that_explains_from_the_start_is_none() -> None:
    assert tail(["What is the River Council?", *BOX]) is None
