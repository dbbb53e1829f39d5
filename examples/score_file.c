/* SPDX-License-Identifier: Apache-2.0 */
/* Scores the document named on the command line and prints, for each form, what was claimed, what the rules give and
 * the codes of its findings. Build: cc score_file.c $(pkg-config --cflags --libs fuhe) */
#include <fuhe.h>

#include <stdio.h>
#include <stdlib.h>

static enum fuhe_status print_result(void *context, const struct fuhe_result *result) {
    const struct fuhe_review *review = &result->review;
    const fuhe_text id = review->form->id.text;
    char verified[FUHE_DECIMAL_TEXT_SIZE] = "unscored";

    (void)context;
    if (review->state != FUHE_REVIEW_UNSCORED) {
        fuhe_decimal_format(review->totals.verified, 2, verified);
    }
    printf("%.*s: claimed %.*s, verified %s\n", (int)id.length, id.bytes, (int)review->form->total_claimed.text.length,
           review->form->total_claimed.text.bytes, verified);
    for (size_t i = 0; i < review->findings.count; i++) {
        const struct fuhe_finding *finding = &review->findings.items[i];
        printf("  line %u: %s\n", finding->place.line, fuhe_code_name(finding->code));
    }
    return FUHE_STATUS_OK;
}

int main(int argc, char **argv) {
    static char bytes[1 << 20];
    const struct fuhe_score_sink sink = {.result = print_result};
    struct fuhe_pack_library library;
    struct fuhe_error error = {0};
    struct fuhe_scorer *scorer = NULL;
    enum fuhe_status status = fuhe_pack_library_init(&library, &error);
    FILE *file = fopen(argc > 1 ? argv[1] : "form.xml", "rb");

    if (status == FUHE_STATUS_OK && file != NULL && (scorer = fuhe_scorer_new(&library, NULL)) != NULL) {
        const size_t length = fread(bytes, 1, sizeof bytes, file);
        status = fuhe_scorer_score_buffer(scorer, bytes, length, argv[1], &sink, &error);
    }
    if (status != FUHE_STATUS_OK) {
        fprintf(stderr, "line %u: %s: %s\n", error.line, fuhe_problem_name(error.problem), error.found);
    }
    if (file != NULL) {
        fclose(file);
    }
    fuhe_scorer_free(scorer);
    fuhe_pack_library_free(&library);
    return status == FUHE_STATUS_OK && scorer != NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}
