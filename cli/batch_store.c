/* SPDX-License-Identifier: Apache-2.0 */
/* Folder and store together. Names of files are kept as they were given, so a run can be gone on with only where it was
 * called. */
#include "cli/batch_store.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/batch_arguments.h"
#include "store/survey.h"
#include "store/unscored.h"

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

static const char *working_folder(char path[FUHE_PATH_BYTES]) {
    return getcwd(path, FUHE_PATH_BYTES) == NULL ? "" : path;
}

/* --- opening --- */

/* Fills the request with what the latest run was to read. */
static enum fuhe_status recall(struct fuhe_batch_store *store, struct fuhe_batching_request *request,
                               struct fuhe_error *err) {
    struct fuhe_store_run run;
    char here[FUHE_PATH_BYTES];
    fuhe_text folder;

    if (!fuhe_store_latest_run(store->store, &run)) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
    }
    request->shard = run.shard;
    if (fuhe_arena_copy(store->arena, run.folder, &folder) != FUHE_STATUS_OK ||
        fuhe_batch_arguments_read(run.arguments, store->arena, request) != FUHE_STATUS_OK) {
        return no_memory(err);
    }
    if (!run.complete && !fuhe_text_equals(folder, fuhe_text_of(working_folder(here)))) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_RUN_FOLDER, NULL, folder.bytes);
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_batch_store_open(struct fuhe_batch_store *store, struct fuhe_batching_request *request,
                                       struct fuhe_error *err) {
    *store = (struct fuhe_batch_store){.arena = fuhe_arena_new()};
    if (store->arena == NULL) {
        return no_memory(err);
    }
    FUHE_TRY(fuhe_batch_folder_open(&store->folder, request->folder, request->goes_on, err));
    FUHE_TRY(fuhe_store_open_to_write(store->folder.store, &store->store, err));
    return request->goes_on ? recall(store, request, err) : FUHE_STATUS_OK;
}

void fuhe_batch_store_close(struct fuhe_batch_store *store) {
    fuhe_store_writer_free(store->writer);
    fuhe_store_close(store->store);
    fuhe_batch_folder_close(&store->folder);
    fuhe_arena_free(store->arena);
    *store = (struct fuhe_batch_store){0};
}

bool fuhe_batch_store_is_complete(const struct fuhe_batch_store *store) {
    struct fuhe_store_run run;

    return fuhe_store_latest_run(store->store, &run) && run.complete;
}

/* --- a run --- */

static fuhe_text now(char text[32]) {
    const time_t seconds = time(NULL);
    struct tm parts;

    if (gmtime_r(&seconds, &parts) == NULL) {
        return (fuhe_text){NULL, 0};
    }
    return (fuhe_text){text, strftime(text, 32, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

enum fuhe_status fuhe_batch_store_begin(struct fuhe_batch_store *store, const struct fuhe_batching_request *request,
                                        const struct fuhe_pack_library *library, const struct fuhe_pack *rules,
                                        const struct fuhe_teaching *teaching, struct fuhe_error *err) {
    char here[FUHE_PATH_BYTES];
    char started[32];
    struct fuhe_store_run_request run = {.library = library,
                                         .rules = rules,
                                         .words = fuhe_text_builder_text(&teaching->text),
                                         .converts = teaching->options.converts,
                                         .asked_rules =
                                             fuhe_text_of(request->rules.name == NULL ? "" : request->rules.name),
                                         .folder = fuhe_text_of(working_folder(here)),
                                         .started = now(started),
                                         .shard = request->shard,
                                         .goes_on = request->goes_on};

    if (fuhe_batch_arguments_write(request, store->arena, &run.arguments) != FUHE_STATUS_OK) {
        return no_memory(err);
    }
    FUHE_TRY(fuhe_batch_folder_empty(&store->folder, err));
    return fuhe_store_writer_new(store->store, &run, &store->writer, err);
}

enum fuhe_status fuhe_batch_store_end(struct fuhe_batch_store *store, bool complete, struct fuhe_error *err) {
    return fuhe_store_writer_end(store->writer, complete, err);
}

/* --- the other files --- */

struct unscored_writer {
    struct fuhe_batch_folder *folder;
    struct fuhe_error *err;
};

static enum fuhe_status add_unscored(void *context, const struct fuhe_store_unscored *unscored) {
    const struct unscored_writer *writer = context;

    return fuhe_batch_folder_add_unscored(writer->folder, unscored, writer->err);
}

enum fuhe_status fuhe_batch_store_conclude(struct fuhe_batch_store *store, struct fuhe_tally *tally, size_t *unchanged,
                                           struct fuhe_error *err) {
    struct unscored_writer writer = {&store->folder, err};

    FUHE_TRY(fuhe_batch_folder_empty(&store->folder, err));
    FUHE_TRY(fuhe_store_list_unscored(store->store, add_unscored, &writer, err));
    FUHE_TRY(fuhe_store_count_unchanged(store->store, unchanged, err));
    FUHE_TRY(fuhe_store_tally(store->store, store->arena, tally, err));
    return fuhe_batch_folder_write_summary(&store->folder, tally, fuhe_batch_store_is_complete(store), err);
}
