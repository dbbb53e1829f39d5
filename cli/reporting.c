/* SPDX-License-Identifier: Apache-2.0 */
/* A report from start to end: the store is replayed once, in input order, into every maker that was asked for; then
 * each makes what needs the whole; then the report is put in its place. */
#include "cli/reporting.h"

#include <stdio.h>

#include "cli/heap.h"
#include "cli/makers.h"
#include "cli/marked_folder.h"
#include "cli/progress.h"
#include "cli/report_folder.h"
#include "cli/store_files.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"
#include "verify/manifest.h"

/* One report in the making. */
struct run {
    const struct fuhe_reporting_request *request;
    const struct fuhe_derivation *derivation; /* NULL when a report is to be made */
    struct fuhe_store *store;
    struct fuhe_replay *replay;
    struct fuhe_survey *survey;
    struct fuhe_store_run latest;
    bool complete; /* all documents of the batch, not only of a shard */
    const char *path;
    struct fuhe_report_folder folder;
    void *states[FUHE_MAKERS_MAX]; /* NULL for makers that were not asked for */
    struct fuhe_tally tally;
    struct fuhe_survey_repeats repeats;
    struct fuhe_arena *arena; /* of what follows */
    struct fuhe_statistics statistics;
    struct fuhe_sample samples[FUHE_SAMPLE_METHOD_COUNT];
    struct fuhe_progress progress;
    struct fuhe_batch_progress so_far;
    bool shows_progress;
    char manifest[FUHE_HASH_TEXT_SIZE]; /* its SHA-256 */
    struct fuhe_error making_error;     /* of a maker; else what failed was reading */
};

/* --- what the replay comes to --- */

static enum fuhe_status take_form(void *context, const struct fuhe_result *result, uint64_t page) {
    struct run *run = context;

    for (size_t i = 0; fuhe_makers[i] != NULL; i++) {
        if (run->states[i] != NULL) {
            FUHE_TRY(fuhe_makers[i]->form(run->states[i], result, page, &run->making_error));
        }
    }
    fuhe_tally_add_form(&run->tally, result);
    run->so_far.forms++;
    run->so_far.done++;
    if (run->shows_progress) {
        fuhe_progress_show(&run->progress, &run->so_far);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_unit(void *context, const char *file, const struct fuhe_document *document,
                                  const struct fuhe_unit_review *review) {
    struct run *run = context;

    (void)document;
    for (size_t i = 0; fuhe_makers[i] != NULL; i++) {
        if (run->states[i] != NULL) {
            FUHE_TRY(fuhe_makers[i]->unit(run->states[i], file, review, &run->making_error));
        }
    }
    fuhe_tally_add_unit(&run->tally, review);
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_failure(void *context, const char *file, const struct fuhe_error *error) {
    struct run *run = context;

    for (size_t i = 0; fuhe_makers[i] != NULL; i++) {
        if (run->states[i] != NULL) {
            FUHE_TRY(fuhe_makers[i]->failure(run->states[i], file, error, &run->making_error));
        }
    }
    run->tally.failures++;
    return FUHE_STATUS_OK;
}

static enum fuhe_status take_file(void *context, const char *file) {
    struct run *run = context;

    (void)file;
    run->tally.files++;
    return FUHE_STATUS_OK;
}

/* --- making --- */

static enum fuhe_status begin_makers(struct run *run) {
    const struct fuhe_making making = {.folder = run->folder.building,
                                       .products = run->request->products,
                                       .complete = run->complete,
                                       .no_bom = run->request->no_bom,
                                       .survey = run->survey,
                                       .statistics = &run->statistics,
                                       .samples = run->samples,
                                       .divert = run->derivation == NULL ? NULL : run->derivation->divert,
                                       .divert_context = run->derivation == NULL ? NULL : run->derivation->context};

    for (size_t i = 0; fuhe_makers[i] != NULL; i++) {
        if ((fuhe_makers[i]->products & making.products) != 0) {
            FUHE_TRY(fuhe_makers[i]->begin(fuhe_makers[i], &making, &run->states[i], &run->making_error));
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status finish_makers(struct run *run) {
    const struct fuhe_making_end end = {.survey = run->survey,
                                        .replay = run->replay,
                                        .summary = fuhe_tally_summary(&run->tally),
                                        .statistics = &run->statistics,
                                        .samples = run->samples};

    for (size_t i = 0; fuhe_makers[i] != NULL; i++) {
        if (run->states[i] != NULL) {
            FUHE_TRY(fuhe_makers[i]->finish(run->states[i], &end, &run->making_error));
        }
    }
    return FUHE_STATUS_OK;
}

static void free_makers(struct run *run) {
    for (size_t i = 0; fuhe_makers[i] != NULL; i++) {
        if (run->states[i] != NULL) {
            fuhe_makers[i]->free(run->states[i]);
        }
    }
}

static enum fuhe_status draw_samples(struct run *run, struct fuhe_error *err) {
    for (size_t i = 0; i < FUHE_SAMPLE_METHOD_COUNT; i++) {
        const struct fuhe_sample_request request = {.method = (enum fuhe_sample_method)i,
                                                    .count = FUHE_SAMPLE_COUNT_DEFAULT,
                                                    .seed = FUHE_SAMPLE_SEED_DEFAULT,
                                                    .confidence = FUHE_SAMPLE_CONFIDENCE_DEFAULT};
        FUHE_TRY(fuhe_sample_draw(run->survey, &request, run->arena, &run->samples[i], err));
    }
    return FUHE_STATUS_OK;
}

/* What only the whole shows is known before the first maker begins, so that a form can be shown in its light. */
static enum fuhe_status gather_whole(struct run *run, struct fuhe_error *err) {
    const struct fuhe_statistics_request request = {.seed = FUHE_STATISTICS_SEED_DEFAULT,
                                                    .top = FUHE_STATISTICS_TOP_DEFAULT};

    fuhe_heap_give_back();
    run->arena = fuhe_arena_new();
    if (run->arena == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    FUHE_TRY(fuhe_statistics_gather(run->store, &request, run->arena, &run->statistics, err));
    return draw_samples(run, err);
}

static enum fuhe_status make(struct run *run, struct fuhe_error *err) {
    const struct fuhe_replay_sink sink = {take_form, take_unit, take_failure, take_file, run};

    FUHE_TRY(gather_whole(run, err));
    FUHE_TRY(begin_makers(run));
    FUHE_TRY(fuhe_replay_all(run->replay, &sink, err));
    return finish_makers(run);
}

/* Behind all other files, which it names. */
static enum fuhe_status make_manifest(struct run *run) {
    static struct fuhe_output_file file;
    const struct fuhe_manifest_tables tables = {run->request->no_bom};
    char path[FUHE_PATH_BYTES];
    struct fuhe_hash hash;
    uint64_t size;

    if (!fuhe_folder_join(path, run->folder.building, FUHE_MANIFEST_NAME)) {
        return fuhe_folder_refuse_system(&run->making_error);
    }
    FUHE_TRY(fuhe_output_file_open(&file, path, &run->making_error));
    const enum fuhe_status status =
        fuhe_manifest_write(run->store, run->folder.building, &tables, &file.output, &run->making_error);
    const enum fuhe_status closed = fuhe_output_file_close(&file, status == FUHE_STATUS_OK, &run->making_error);
    FUHE_TRY(status);
    FUHE_TRY(closed);
    if (!fuhe_report_file_hash(path, &hash, &size)) {
        return fuhe_folder_refuse_system(&run->making_error);
    }
    fuhe_hash_format(&hash, run->manifest);
    return FUHE_STATUS_OK;
}

/* --- how it went --- */

static enum fuhe_exit complain(const char *path, const struct fuhe_error *error) {
    fuhe_message_complain(path, error);
    return fuhe_store_exit(error);
}

/* The file to begin with: that of the first maker at work. */
static const char *first_file(const struct run *run) {
    for (size_t i = 0; fuhe_makers[i] != NULL; i++) {
        if (run->states[i] != NULL) {
            return fuhe_makers[i]->file;
        }
    }
    return "";
}

/* Says it on standard error. */
static void say(const struct run *run, const char *sentence) {
    struct fuhe_memory_output *line = fuhe_memory_output_new();
    char count[24];
    char repeats[24];
    const int digits = snprintf(count, sizeof count, "%zu", run->tally.forms);
    const int repeat_digits = snprintf(repeats, sizeof repeats, "%zu", run->repeats.projects);
    const struct fuhe_template_word words[] = {{"forms", {count, (size_t)digits}},
                                               {"repeats", {repeats, (size_t)repeat_digits}},
                                               {"folder", fuhe_text_of(run->path)},
                                               {"results", fuhe_text_of(run->request->folder)},
                                               {"first", fuhe_text_of(first_file(run))},
                                               {"manifest", fuhe_text_of(run->manifest)},
                                               {NULL, {NULL, 0}}};
    if (line != NULL) {
        fuhe_template_words(&line->output, sentence, words);
        const fuhe_text text = fuhe_memory_output_text(line);
        (void)fprintf(stderr, "%.*s\n", (int)text.length, text.bytes);
    }
    fuhe_memory_output_free(line);
}

static void say_closing(const struct run *run) {
    fuhe_store_say_shard(run->request->folder, &run->latest);
    if (!run->latest.complete) {
        say(run, _("The run was stopped before its end: the report has only what had been scored by then, and says "
                   "so. `fuhe batch --resume -o {results}` goes on."));
    }
    if (run->repeats.projects > 0) {
        say(run, _("Projects that came in repeatedly, in several files: {repeats}; all their forms count. The page "
                   "documents.html of a report names them."));
    }
    if (!run->request->quiet) {
        say(run, _("Forms {forms}; the report is in {folder}, begin with {folder}/{first}"));
        say(run, _("SHA-256 of {folder}/manifest.jsonl, for the minutes: {manifest}"));
    }
}

static enum fuhe_exit make_in_folder(struct run *run) {
    struct fuhe_error error = {0};

    if (fuhe_report_folder_open(&run->folder, run->path, &error) != FUHE_STATUS_OK) {
        return complain(run->path, &error);
    }
    run->shows_progress = fuhe_progress_begin(&run->progress, run->request->quiet);
    enum fuhe_status made = make(run, &error);
    if (made == FUHE_STATUS_OK) {
        made = make_manifest(run);
    }
    free_makers(run);
    fuhe_progress_end(&run->progress);
    const enum fuhe_status closed = fuhe_report_folder_close(&run->folder, made == FUHE_STATUS_OK, &error);
    if (made != FUHE_STATUS_OK) {
        const bool by_maker = run->making_error.status != FUHE_STATUS_OK;
        return complain(by_maker ? run->path : run->request->folder, by_maker ? &run->making_error : &error);
    }
    if (closed != FUHE_STATUS_OK) {
        return complain(run->path, &error);
    }
    say_closing(run);
    return FUHE_EXIT_OK;
}

/* --- reading --- */

static enum fuhe_status read_store(struct run *run, struct fuhe_error *err) {
    struct fuhe_tally tally;

    fuhe_tally_reset(&run->tally);
    if (!fuhe_store_latest_run(run->store, &run->latest)) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
    }
    run->complete = run->latest.complete && !fuhe_shard_is_part(&run->latest.shard);
    FUHE_TRY(fuhe_replay_new(run->store, &run->replay, err));
    FUHE_TRY(fuhe_survey_new(run->store, &run->survey, err));
    FUHE_TRY(fuhe_survey_tally(run->survey, &tally, err));
    FUHE_TRY(fuhe_survey_repeats(run->survey, &run->repeats, err));
    run->so_far.whole = tally.forms;
    return tally.forms > 0 ? FUHE_STATUS_OK
                           : fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
}

static enum fuhe_exit run_report(struct run *run) {
    struct fuhe_error error = {0};

    if (fuhe_store_open_folder(run->request->folder, &run->store, &error) != FUHE_STATUS_OK ||
        read_store(run, &error) != FUHE_STATUS_OK) {
        return complain(run->request->folder, &error);
    }
    return make_in_folder(run);
}

/* All but the store. */
static void release(struct run *run) {
    fuhe_statistics_free(&run->statistics);
    fuhe_arena_free(run->arena);
    fuhe_survey_free(run->survey);
    fuhe_replay_free(run->replay);
}

enum fuhe_exit fuhe_reporting_run(const struct fuhe_reporting_request *request) {
    static struct run run;
    char path[FUHE_PATH_BYTES];

    run.request = request;
    run.path = request->output;
    if (run.path == NULL) {
        const int length = snprintf(path, sizeof path, "%s/report", request->folder);
        run.path = length < 0 || (size_t)length >= sizeof path ? "" : path;
    }
    const enum fuhe_exit exit_code = run_report(&run);
    release(&run);
    fuhe_store_close(run.store);
    return exit_code;
}

enum fuhe_status fuhe_reporting_derive(const struct fuhe_derivation *derivation, struct fuhe_error *err) {
    static struct run run;
    const struct fuhe_reporting_request request = {.products = FUHE_PRODUCT_FILES, .no_bom = derivation->no_bom};

    run = (struct run){.request = &request, .derivation = derivation, .store = derivation->store};
    enum fuhe_status status = read_store(&run, err);
    if (status == FUHE_STATUS_OK) {
        run.shows_progress = fuhe_progress_begin(&run.progress, derivation->quiet);
        status = make(&run, err);
        fuhe_progress_end(&run.progress);
    }
    free_makers(&run);
    release(&run);
    if (status != FUHE_STATUS_OK && run.making_error.status != FUHE_STATUS_OK) {
        *err = run.making_error;
    }
    return status;
}
