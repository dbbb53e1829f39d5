/* SPDX-License-Identifier: Apache-2.0 */
/* A box stands in front of its grade, or behind it where the first box does. Brackets take the tick between
 * them, in place of the blank that they hold; squares and circles are replaced by their ticked shape. */
#include "fill/tick.h"

/* The words of rules, and the short ones that forms may print for them. */
static const char *const grades[][2] = {{"优秀", "优"}, {"良好", "良"}, {"一般", "中"}, {"较差", "差"}};

static const struct {
    const char *blank;
    const char *ticked;
} boxes[] = {{"□", "☑"}, {"☐", "☑"}, {"○", "●"}, {"〇", "●"}};

static const char *const opening[] = {"(", "（", "["};
static const char *const closing[] = {")", "）", "]"};
static const char *const blanks[] = {" ", "\t", "\u3000", "\u00A0"};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The length of the word of a list that text begins with; 0 for none. */
static size_t length_of(fuhe_text text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (fuhe_text_starts_with(text, fuhe_text_of(words[i]))) {
            return strlen(words[i]);
        }
    }
    return 0;
}

/* The same for the word that it ends with. */
static size_t length_at_end(fuhe_text text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (fuhe_text_ends_with(text, fuhe_text_of(words[i]))) {
            return strlen(words[i]);
        }
    }
    return 0;
}

static size_t skip_blanks(fuhe_text text, size_t at) {
    size_t length;

    while ((length = length_of(fuhe_text_from(text, at), blanks, COUNT(blanks))) > 0) {
        at += length;
    }
    return at;
}

static size_t skip_blanks_back(fuhe_text text, size_t at) {
    size_t length;

    while ((length = length_at_end((fuhe_text){text.bytes, at}, blanks, COUNT(blanks))) > 0) {
        at -= length;
    }
    return at;
}

static bool find_box(fuhe_text text, size_t at, bool behind, struct fuhe_tick *tick) {
    for (size_t i = 0; i < COUNT(boxes); i++) {
        const fuhe_text blank = fuhe_text_of(boxes[i].blank);
        const fuhe_text part = behind ? fuhe_text_from(text, at) : (fuhe_text){text.bytes, at};
        if (behind ? fuhe_text_starts_with(part, blank) : fuhe_text_ends_with(part, blank)) {
            const size_t begin = behind ? at : at - blank.length;
            *tick = (struct fuhe_tick){begin, begin + blank.length, fuhe_text_of(boxes[i].ticked)};
            return true;
        }
    }
    return false;
}

/* Brackets that end at `at`, or begin there. */
static bool find_brackets(fuhe_text text, size_t at, bool behind, struct fuhe_tick *tick) {
    size_t begin;
    size_t end;

    if (behind) {
        const size_t open = length_of(fuhe_text_from(text, at), opening, COUNT(opening));
        begin = at + open;
        end = skip_blanks(text, begin);
        *tick = (struct fuhe_tick){begin, end, FUHE_TEXT("√")};
        return open > 0 && length_of(fuhe_text_from(text, end), closing, COUNT(closing)) > 0;
    }
    const size_t close = length_at_end((fuhe_text){text.bytes, at}, closing, COUNT(closing));
    end = at - close;
    begin = skip_blanks_back(text, end);
    *tick = (struct fuhe_tick){begin, end, FUHE_TEXT("√")};
    return close > 0 && length_at_end((fuhe_text){text.bytes, begin}, opening, COUNT(opening)) > 0;
}

/* Whether a box begins at `at`: a square, a circle, or brackets without anything in them. */
static bool is_box(fuhe_text text, size_t at) {
    struct fuhe_tick tick;

    return find_box(text, at, true, &tick) || find_brackets(text, at, true, &tick);
}

/* Whether the first of all boxes stands behind a grade: then each of them does. */
static bool has_boxes_behind(fuhe_text text) {
    size_t at = 0;

    while (at < text.length && !is_box(text, at)) {
        at++;
    }
    const fuhe_text front = {text.bytes, skip_blanks_back(text, at)};
    for (size_t i = 0; i < COUNT(grades); i++) {
        if (length_at_end(front, grades[i], COUNT(grades[i])) > 0) {
            return true;
        }
    }
    return false;
}

/* Where the word stands, by itself or as the short one of its kind. */
static size_t find_grade(fuhe_text text, fuhe_text grade, size_t *length) {
    size_t at = fuhe_text_find(text, grade);

    *length = grade.length;
    for (size_t i = 0; i < COUNT(grades) && at == text.length; i++) {
        if (fuhe_text_equals(grade, fuhe_text_of(grades[i][0]))) {
            *length = strlen(grades[i][1]);
            at = fuhe_text_find(text, fuhe_text_of(grades[i][1]));
        }
    }
    return at;
}

bool fuhe_tick_find(fuhe_text text, fuhe_text grade, struct fuhe_tick *tick) {
    size_t length;
    const size_t at = find_grade(text, grade, &length);
    const bool behind = has_boxes_behind(text);

    if (grade.length == 0 || at == text.length) {
        return false;
    }
    const size_t beside = behind ? skip_blanks(text, at + length) : skip_blanks_back(text, at);
    return find_box(text, beside, behind, tick) || find_brackets(text, beside, behind, tick);
}

fuhe_text fuhe_tick_set(fuhe_text text, const struct fuhe_tick *tick, char *ticked) {
    const size_t rest = text.length - tick->end;

    memcpy(ticked, text.bytes, tick->begin);
    memcpy(ticked + tick->begin, tick->mark.bytes, tick->mark.length);
    memcpy(ticked + tick->begin + tick->mark.length, text.bytes + tick->end, rest);
    return (fuhe_text){ticked, tick->begin + tick->mark.length + rest};
}
