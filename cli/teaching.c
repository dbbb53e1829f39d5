/* SPDX-License-Identifier: Apache-2.0 */
/* A file of words becomes a table that all readers of the program share. */
#include "cli/teaching.h"

#include "cli/files.h"
#include "intake/intake.h"
#include "intake/words.h"
#include "report/messages.h"

enum fuhe_status fuhe_file_load(const char *path, struct fuhe_text_builder *bytes, struct fuhe_error *err) {
    int descriptor;

    bytes->length = 0;
    FUHE_TRY(fuhe_input_file_open(path, &descriptor, err));
    const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
    const enum fuhe_status status = fuhe_intake_load(&input, bytes, err);
    fuhe_input_file_close(descriptor);
    return status;
}

enum fuhe_exit fuhe_teaching_load(struct fuhe_teaching *teaching, const struct fuhe_teaching_request *request) {
    struct fuhe_error error = {0};

    *teaching = (struct fuhe_teaching){.options.converts = request->converts};
    if (request->words == NULL) {
        return FUHE_EXIT_OK;
    }
    teaching->taught = fuhe_words_new();
    enum fuhe_status status = teaching->taught == NULL
                                  ? fuhe_error_set(&error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL)
                                  : fuhe_file_load(request->words, &teaching->text, &error);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_words_teach(teaching->taught, fuhe_text_builder_text(&teaching->text), &error);
    }
    if (status == FUHE_STATUS_OK) {
        teaching->options.words = teaching->taught;
        return FUHE_EXIT_OK;
    }
    fuhe_message_complain(request->words, &error);
    return status == FUHE_STATUS_NO_MEMORY ? FUHE_EXIT_INTERNAL : FUHE_EXIT_UNSCORED;
}

void fuhe_teaching_release(struct fuhe_teaching *teaching) {
    fuhe_words_free(teaching->taught);
    fuhe_text_builder_release(&teaching->text);
    *teaching = (struct fuhe_teaching){0};
}
