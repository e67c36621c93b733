import re
import string

import pytest

from evaluation_lib.report.style import VERDICTS
from evaluation_lib.report.wording import en, words, zh

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_words():
    assert set(zh.WORDS) == set(en.WORDS)


@pytest.mark.parametrize("key", sorted(zh.WORDS))
def test_both_languages_leave_the_same_places_to_fill(key):
    assert places(zh.WORDS[key]) == places(en.WORDS[key])


def test_english_words_hold_no_chinese():
    assert [key for key, text in en.WORDS.items() if CHINESE.search(text)] == []


def test_every_verdict_has_a_word_of_its_own_in_each_language():
    for language in ("zh", "en"):
        spoken = [words(language).verdict(verdict) for verdict in VERDICTS]
        assert len(set(spoken)) == len(VERDICTS)


def test_an_unknown_key_names_the_nearest():
    with pytest.raises(ValueError, match=r"Did you mean 'verdict\.ahead'\?"):
        words("zh")["verdict.ahed"]


def test_an_unfilled_place_is_an_error():
    with pytest.raises(ValueError, match=r"need a value for 'year'"):
        words("zh").say("year")


def test_an_unknown_language_names_the_known_ones():
    with pytest.raises(ValueError, match="known languages: zh, en"):
        words("fr")
