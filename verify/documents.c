/* SPDX-License-Identifier: Apache-2.0 */
#include "verify/documents.h"

#include "intake/words.h"

static enum fuhe_status write_records(void *context, size_t format, fuhe_text bytes) {
    struct fuhe_verify_documents *documents = context;

    (void)format;
    return fuhe_recheck_take(documents->recheck, bytes, &documents->error);
}

/* What cannot be read is in the records, too. */
static enum fuhe_status pass_unscored(void *context, const struct fuhe_unscored *unscored) {
    (void)context, (void)unscored;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_fault(void *context, const struct fuhe_recheck_fault *found) {
    static const enum fuhe_fault_kind kinds[] = {
        [FUHE_RECHECK_MISSING] = FUHE_FAULT_DOCUMENT_MISSING, [FUHE_RECHECK_CHANGED] = FUHE_FAULT_DOCUMENT_CHANGED,
        [FUHE_RECHECK_DOCUMENT] = FUHE_FAULT_DOCUMENT,        [FUHE_RECHECK_FORM] = FUHE_FAULT_FORM,
        [FUHE_RECHECK_FORM_GONE] = FUHE_FAULT_FORM_GONE,      [FUHE_RECHECK_FORM_NEW] = FUHE_FAULT_FORM_NEW,
        [FUHE_RECHECK_FAILURE] = FUHE_FAULT_FAILURE,
    };
    const struct fuhe_verify_documents *documents = context;
    const struct fuhe_fault fault = {.kind = kinds[found->kind],
                                     .file = fuhe_text_of(found->file),
                                     .form = found->number,
                                     .page = found->page,
                                     .id = found->id,
                                     .project = found->project,
                                     .field = found->field,
                                     .fields = found->fields,
                                     .says = fuhe_text_of(found->says),
                                     .should = fuhe_text_of(found->should),
                                     .forms = found->forms,
                                     .held = found->held};

    return documents->sink.take(documents->sink.context, &fault);
}

/* Documents are read as the run read them: by the words that are in the store. */
static enum fuhe_status learn(struct fuhe_verify_documents *documents, const struct fuhe_store *store,
                              struct fuhe_error *err) {
    struct fuhe_store_run run;
    struct fuhe_error fault;

    if (!fuhe_store_latest_run(store, &run)) {
        return FUHE_STATUS_OK;
    }
    documents->reading.converts = run.converts;
    if (run.words.length == 0) {
        return FUHE_STATUS_OK;
    }
    documents->words = fuhe_words_new();
    documents->reading.words = documents->words;
    if (documents->words == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    const enum fuhe_status status = fuhe_words_teach(documents->words, run.words, &fault);
    return status == FUHE_STATUS_UNREADABLE ? fuhe_error_set(err, status, FUHE_PROBLEM_STORE_DAMAGED, "words", NULL)
                                            : status;
}

enum fuhe_status fuhe_verify_documents_start(struct fuhe_verify_documents *documents, struct fuhe_store *store,
                                             const struct fuhe_replay *replay, const char *folder, bool moved,
                                             size_t workers, struct fuhe_error *err) {
    static const struct fuhe_report_format *const formats[] = {&fuhe_store_records};

    FUHE_TRY(learn(documents, store, err));
    FUHE_TRY(fuhe_names_new(store, folder, moved, &documents->names, err));
    FUHE_TRY(fuhe_recheck_new(store, take_fault, documents, &documents->recheck, err));
    documents->request =
        (struct fuhe_batch_request){.source = {.next = fuhe_names_next, .context = documents->names},
                                    .library = fuhe_replay_library(replay),
                                    .rules = fuhe_replay_rules(replay),
                                    .reading = &documents->reading,
                                    .formats = formats,
                                    .format_count = 1,
                                    .reviews_only = true,
                                    .workers = workers,
                                    .sink = {.write = write_records, .unscored = pass_unscored, .context = documents}};
    documents->batch = fuhe_batch_start(&documents->request);
    return documents->batch == NULL ? fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL)
                                    : FUHE_STATUS_OK;
}

enum fuhe_status fuhe_verify_documents_finish(struct fuhe_verify_documents *documents,
                                              struct fuhe_recheck_totals *totals, struct fuhe_error *err) {
    struct fuhe_tally tally;
    bool stopped;
    const enum fuhe_status status = fuhe_batch_finish(documents->batch, &tally, &stopped);

    documents->batch = NULL;
    if (status != FUHE_STATUS_OK) {
        const bool is_told = documents->error.status != FUHE_STATUS_OK;
        (void)fuhe_error_set(err, status,
                             status == FUHE_STATUS_NO_MEMORY ? FUHE_PROBLEM_NO_MEMORY : FUHE_PROBLEM_INTERNAL,
                             status == FUHE_STATUS_NO_MEMORY ? NULL : "verify", NULL);
        *err = is_told ? documents->error : *err;
        return status;
    }
    FUHE_TRY(fuhe_names_status(documents->names, err));
    return fuhe_recheck_end(documents->recheck, totals, err);
}

void fuhe_verify_documents_release(struct fuhe_verify_documents *documents) {
    fuhe_recheck_free(documents->recheck);
    fuhe_names_free(documents->names);
    fuhe_words_free(documents->words);
    documents->words = NULL;
    documents->recheck = NULL;
    documents->names = NULL;
}
