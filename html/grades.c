/* SPDX-License-Identifier: Apache-2.0 */
/* Names and order of grades. Packs may differ: the order is that of the points from which a grade is given, in the
 * first pack that has it. */
#include "html/grades.h"

#include <string.h>

#include "report/messages.h"
#include "report/translate.h"

static const struct fuhe_grade *grade_of(const struct fuhe_pack *pack, fuhe_text id) {
    for (size_t i = 0; i < pack->grade_count; i++) {
        if (fuhe_text_equals(pack->grades[i].id, id)) {
            return &pack->grades[i];
        }
    }
    return NULL;
}

/* pack may be empty: any. */
static const struct fuhe_grade *find_grade(const struct fuhe_pack_library *library, fuhe_text pack, fuhe_text id) {
    const struct fuhe_grade *grade = NULL;

    for (size_t i = 0; i < library->count && grade == NULL; i++) {
        if (pack.length == 0 || fuhe_text_equals(library->packs[i].id, pack)) {
            grade = grade_of(&library->packs[i], id);
        }
    }
    return grade;
}

fuhe_text fuhe_grades_name(const struct fuhe_pack_library *library, fuhe_text pack, fuhe_text id) {
    const struct fuhe_grade *grade = find_grade(library, pack, id);

    if (id.length == 0) {
        return fuhe_text_of(_("none"));
    }
    if (grade == NULL) {
        grade = find_grade(library, (fuhe_text){NULL, 0}, id);
    }
    return grade == NULL ? id : fuhe_message_choose(grade->name);
}

bool fuhe_grades_lowered(const struct fuhe_pack_library *library, const struct fuhe_survey_form *form) {
    const struct fuhe_grade *claimed = find_grade(library, form->pack, form->grade_claimed);
    const struct fuhe_grade *recommended = find_grade(library, form->pack, form->grade);

    return form->state == FUHE_REVIEW_SCORED && claimed != NULL && recommended != NULL &&
           fuhe_decimal_compare(recommended->from, claimed->from) < 0;
}

/* Where a grade stands: the points it is given from. No grade stands below all others. */
static int64_t standing_of(const struct fuhe_pack_library *library, fuhe_text id) {
    const struct fuhe_grade *grade = find_grade(library, (fuhe_text){NULL, 0}, id);

    return id.length == 0 ? INT64_MIN : grade == NULL ? INT64_MIN + 1 : grade->from.scaled;
}

static size_t complete_forms(const struct fuhe_tally *tally, size_t claimed, size_t recommended) {
    return tally->matrix[claimed][recommended] - tally->partial[claimed][recommended];
}

static bool is_used(const struct fuhe_tally *tally, size_t place) {
    for (size_t i = 0; i < tally->grade_count; i++) {
        if (complete_forms(tally, place, i) + complete_forms(tally, i, place) > 0) {
            return true;
        }
    }
    return false;
}

/* Places of the tally's grades, best first; those that no form has are left out. */
static size_t sort_places(const struct fuhe_pack_library *library, const struct fuhe_tally *tally,
                          size_t places[FUHE_TALLY_GRADES_MAX]) {
    size_t count = 0;

    for (size_t i = 0; i < tally->grade_count; i++) {
        const int64_t standing = standing_of(library, tally->grades[i]);
        size_t place = count;
        if (!is_used(tally, i)) {
            continue;
        }
        for (; place > 0 && standing_of(library, tally->grades[places[place - 1]]) < standing; place--) {
            places[place] = places[place - 1];
        }
        places[place] = i;
        count++;
    }
    return count;
}

void fuhe_grades_matrix(const struct fuhe_pack_library *library, const struct fuhe_tally *tally,
                        struct fuhe_chart_grades *grades, fuhe_text ids[FUHE_TALLY_GRADES_MAX]) {
    size_t places[FUHE_TALLY_GRADES_MAX];

    grades->count = sort_places(library, tally, places);
    for (size_t i = 0; i < grades->count; i++) {
        ids[i] = tally->grades[places[i]];
        grades->names[i] = fuhe_grades_name(library, (fuhe_text){NULL, 0}, ids[i]);
        for (size_t j = 0; j < grades->count; j++) {
            grades->forms[i][j] = complete_forms(tally, places[i], places[j]);
        }
    }
}

/* --- names on forms ----------------------------------------------------------------------------------------------- */

void fuhe_grades_names_init(struct fuhe_grade_names *names, const struct fuhe_tally *tally) {
    *names = (struct fuhe_grade_names){.count = tally->grade_count};
    for (size_t i = 0; i < names->count; i++) {
        names->grades[i].id = tally->grades[i];
    }
}

static size_t place_of(const struct fuhe_grade_names *names, fuhe_text id) {
    size_t place = 0;

    while (place < names->count && !fuhe_text_equals(names->grades[place].id, id)) {
        place++;
    }
    return place;
}

static void add_name(struct fuhe_grade_names *names, fuhe_text id, fuhe_text name) {
    const size_t place = place_of(names, id);

    if (place == names->count) {
        return;
    }
    size_t *count = &names->grades[place].name_count;
    for (size_t i = 0; i < *count; i++) {
        if (fuhe_text_equals(names->grades[place].names[i], name)) {
            return;
        }
    }
    if (*count < FUHE_GRADE_NAMES_MAX) {
        names->grades[place].names[(*count)++] = name;
    }
}

void fuhe_grades_names_add(struct fuhe_grade_names *names, const struct fuhe_pack_library *library,
                           const struct fuhe_survey_form *form) {
    add_name(names, form->grade_claimed, fuhe_grades_name(library, form->pack, form->grade_claimed));
    add_name(names, form->grade, fuhe_grades_name(library, form->pack, form->grade));
}

/* Names that do not fit are left out as a whole. */
static fuhe_text join_names(struct fuhe_grade_names *names, size_t place) {
    char *joined = names->grades[place].joined;
    size_t length = 0;

    for (size_t i = 0; i < names->grades[place].name_count; i++) {
        const fuhe_text name = names->grades[place].names[i];
        if (length + 1 + name.length > FUHE_GRADE_JOINED_MAX) {
            break;
        }
        if (i > 0) {
            joined[length++] = '/';
        }
        memcpy(joined + length, name.bytes, name.length);
        length += name.length;
    }
    return (fuhe_text){joined, length};
}

void fuhe_grades_names_put(struct fuhe_grade_names *names, struct fuhe_chart_grades *grades,
                           const fuhe_text ids[FUHE_TALLY_GRADES_MAX]) {
    for (size_t i = 0; i < grades->count; i++) {
        const size_t place = place_of(names, ids[i]);
        if (place < names->count && names->grades[place].name_count > 0) {
            grades->names[i] = join_names(names, place);
        }
    }
}
