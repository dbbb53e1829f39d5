/* SPDX-License-Identifier: Apache-2.0 */
/* What a program that scores by the library can rely on: how calls end, what the error says, and that one document
 * leaves nothing behind for the next. */
#include "api/fuhe.h"

#include <string.h>

#include "tests/support/cases.h"

#define FORM                                                                                                           \
    "<form year='2024'><project>甲</project><indicators><indicator level1='产出指标' name='次数' weight='10' "  \
    "score='10'><target>1次</target><actual>1次</actual></indicator></indicators><total claimed='10'/></form>"
#define TWO_FORMS "<forms xmlns='urn:fuhe:form:1'>" FORM FORM "</forms>"
#define BROKEN "<forms xmlns='urn:fuhe:form:1'>" FORM "<form></forms>"

static struct fuhe_pack_library library;
static const struct fuhe_pack_library no_packs;

/* What the sinks are to answer, and what they have been given. */
struct receiver {
    enum fuhe_status result_status;
    enum fuhe_status unit_status;
    size_t results;
    size_t unit_forms;
};

static enum fuhe_status take_result(void *context, const struct fuhe_result *result) {
    struct receiver *receiver = context;

    assert_int_equal(result->number, receiver->results);
    assert_string_equal(result->file, "doc");
    receiver->results++;
    return receiver->result_status;
}

static enum fuhe_status take_unit(void *context, const struct fuhe_document *document,
                                  const struct fuhe_unit_review *review) {
    struct receiver *receiver = context;

    assert_true(document->is_collection);
    receiver->unit_forms = review->form_count;
    return receiver->unit_status;
}

struct end_case {
    const char *name;
    const struct fuhe_pack_library *library;
    const char *document;
    enum fuhe_status result_status;
    enum fuhe_status unit_status;
    enum fuhe_status expected;
    enum fuhe_problem problem;
    size_t results;
    size_t unit_forms;
};

static const struct end_case end_cases[] = {
    {"all is well", &library, TWO_FORMS, FUHE_STATUS_OK, FUHE_STATUS_OK, FUHE_STATUS_OK, FUHE_PROBLEM_NONE, 2, 2},
    {"no pack to score by", &no_packs, TWO_FORMS, FUHE_STATUS_OK, FUHE_STATUS_OK, FUHE_STATUS_INVALID,
     FUHE_PROBLEM_PACK_UNKNOWN, 0, 0},
    {"the receiver of results stops", &library, TWO_FORMS, FUHE_STATUS_STOPPED, FUHE_STATUS_OK, FUHE_STATUS_STOPPED,
     FUHE_PROBLEM_NONE, 1, 0},
    {"the receiver of the unit stops", &library, TWO_FORMS, FUHE_STATUS_OK, FUHE_STATUS_STOPPED, FUHE_STATUS_STOPPED,
     FUHE_PROBLEM_NONE, 2, 2},
    {"the receiver is out of memory", &library, TWO_FORMS, FUHE_STATUS_OK, FUHE_STATUS_NO_MEMORY, FUHE_STATUS_NO_MEMORY,
     FUHE_PROBLEM_NO_MEMORY, 2, 2},
    {"a fault behind a good form", &library, BROKEN, FUHE_STATUS_OK, FUHE_STATUS_OK, FUHE_STATUS_UNREADABLE,
     FUHE_PROBLEM_NOT_XML, 1, 0},
    {"nothing at all", &library, "", FUHE_STATUS_OK, FUHE_STATUS_OK, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_EMPTY, 0, 0},
};

/* Each document is read twice, with a good one in between, by one scorer. */
static void scoring_ends(void **state) {
    const struct end_case *row = *state;
    struct fuhe_scorer *scorer = fuhe_scorer_new(row->library, NULL);

    assert_non_null(scorer);
    for (int i = 0; i < 2; i++) {
        struct receiver receiver = {row->result_status, row->unit_status, 0, 0};
        const struct fuhe_score_sink sink = {take_result, take_unit, &receiver};
        struct fuhe_error err;
        assert_int_equal(fuhe_scorer_score_buffer(scorer, row->document, strlen(row->document), "doc", &sink, &err),
                         row->expected);
        assert_int_equal(err.status, row->expected);
        assert_string_equal(fuhe_problem_name(err.problem), fuhe_problem_name(row->problem));
        assert_int_equal(receiver.results, row->results);
        assert_int_equal(receiver.unit_forms, row->unit_forms);

        const struct fuhe_score_sink nobody = {NULL, NULL, NULL};
        const enum fuhe_status of_good =
            fuhe_scorer_score_buffer(scorer, TWO_FORMS, strlen(TWO_FORMS), "doc", &nobody, NULL);
        assert_int_equal(of_good, row->library == &no_packs ? FUHE_STATUS_INVALID : FUHE_STATUS_OK);
    }
    fuhe_scorer_free(scorer);
}

int main(void) {
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    const int failures = RUN_CASES("ends", end_cases, scoring_ends);
    fuhe_pack_library_free(&library);
    fuhe_scorer_free(NULL);
    return failures;
}
