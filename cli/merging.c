/* SPDX-License-Identifier: Apache-2.0 */
/* The new folder is made only when the shards belong together, and the store gets its name only when it is complete. */
#include "cli/merging.h"

#include <errno.h>
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/batch_store.h"
#include "cli/batching.h"
#include "cli/store_files.h"
#include "report/messages.h"
#include "store/merge.h"

struct merging {
    const struct fuhe_merging_request *request;
    struct fuhe_merge_source *sources;
    size_t culprit; /* source that is at fault; their count for none of them */
    struct fuhe_batch_store store;
    struct fuhe_output_file file; /* of the store, until it has its name */
    struct fuhe_error error;
};

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* --- sources --- */

static enum fuhe_status add_source(struct merging *merging, size_t index) {
    static const char name[] = "/review.sqlite";
    const char *folder = merging->request->folders[index];
    char *path = malloc(strlen(folder) + sizeof name);

    merging->culprit = index;
    merging->sources[index] = (struct fuhe_merge_source){folder, path};
    if (path == NULL) {
        return no_memory(&merging->error);
    }
    memcpy(path, folder, strlen(folder));
    memcpy(path + strlen(folder), name, sizeof name);
    return FUHE_STATUS_OK;
}

static enum fuhe_status find_sources(struct merging *merging) {
    merging->sources = calloc(merging->request->count, sizeof *merging->sources);
    if (merging->sources == NULL) {
        return no_memory(&merging->error);
    }
    for (size_t i = 0; i < merging->request->count; i++) {
        FUHE_TRY(add_source(merging, i));
    }
    return fuhe_merge_check(merging->sources, merging->request->count, &merging->culprit, &merging->error);
}

static void release(struct merging *merging) {
    for (size_t i = 0; i < merging->request->count && merging->sources != NULL; i++) {
        free((void *)(uintptr_t)merging->sources[i].path);
    }
    free(merging->sources);
    fuhe_batch_store_close(&merging->store);
}

/* --- the new folder --- */

static enum fuhe_status open_folder(struct merging *merging) {
    struct fuhe_batch_folder *folder = &merging->store.folder;

    merging->culprit = merging->request->count;
    FUHE_TRY(fuhe_batch_folder_open(folder, merging->request->output, false, &merging->error));
    if (access(folder->store, F_OK) == 0) {
        return fuhe_error_set(&merging->error, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_FOLDER_USED, NULL, NULL);
    }
    return fuhe_batch_folder_empty(folder, &merging->error);
}

static enum fuhe_status sync_file(const struct fuhe_output_file *file, struct fuhe_error *err) {
    return fsync(file->descriptor) == 0
               ? FUHE_STATUS_OK
               : fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, strerror(errno), NULL);
}

static enum fuhe_status write_store(struct merging *merging) {
    struct fuhe_output_file *file = &merging->file;

    FUHE_TRY(fuhe_output_file_open(file, merging->store.folder.store, &merging->error));
    enum fuhe_status status = fuhe_merge_write(merging->sources, merging->request->count, file->temporary,
                                               &merging->culprit, &merging->error);
    if (status == FUHE_STATUS_OK) {
        status = sync_file(file, &merging->error);
    }
    const enum fuhe_status closed =
        fuhe_output_file_close(file, status == FUHE_STATUS_OK, status == FUHE_STATUS_OK ? &merging->error : NULL);
    return status == FUHE_STATUS_OK ? closed : status;
}

static enum fuhe_status merge(struct merging *merging) {
    FUHE_TRY(find_sources(merging));
    FUHE_TRY(open_folder(merging));
    FUHE_TRY(write_store(merging));
    merging->store.arena = fuhe_arena_new();
    if (merging->store.arena == NULL) {
        return no_memory(&merging->error);
    }
    return fuhe_store_open_to_write(merging->store.folder.store, &merging->store.store, &merging->error);
}

/* --- the end --- */

static enum fuhe_exit complain(const struct merging *merging) {
    const struct fuhe_merging_request *request = merging->request;
    const bool is_output = merging->culprit == request->count || merging->error.status == FUHE_STATUS_UNWRITABLE;

    fuhe_message_complain(is_output ? request->output : merging->sources[merging->culprit].folder, &merging->error);
    return fuhe_store_exit(&merging->error);
}

enum fuhe_exit fuhe_merging_run(const struct fuhe_merging_request *request) {
    const struct fuhe_batching_request batching = {
        .folder = request->output, .quiet = request->quiet, .fail_on = request->fail_on};
    static struct merging merging;

    merging.request = request;
    const enum fuhe_exit exit_code =
        merge(&merging) == FUHE_STATUS_OK ? fuhe_batching_conclude(&batching, &merging.store) : complain(&merging);
    release(&merging);
    return exit_code;
}
