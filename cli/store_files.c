/* SPDX-License-Identifier: Apache-2.0 */
/* Where the store stands in the folder of a batch. */
#include "cli/store_files.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/files.h"
#include "report/memory_output.h"
#include "report/template.h"
#include "report/translate.h"

enum fuhe_status fuhe_store_open_folder(const char *folder, struct fuhe_store **store, struct fuhe_error *err) {
    char path[FUHE_PATH_BYTES];
    const int length = snprintf(path, sizeof path, "%s/review.sqlite", folder);

    if (length < 0 || (size_t)length >= sizeof path || access(path, F_OK) != 0) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_NONE, NULL, NULL);
    }
    return fuhe_store_open(path, store, err);
}

void fuhe_store_say_shard(const char *folder, const struct fuhe_store_run *latest) {
    struct fuhe_memory_output *line = fuhe_shard_is_part(&latest->shard) ? fuhe_memory_output_new() : NULL;
    char shard[24];
    const int length =
        snprintf(shard, sizeof shard, "%u/%u", (unsigned)latest->shard.number, (unsigned)latest->shard.count);
    const struct fuhe_template_word words[] = {
        {"folder", fuhe_text_of(folder)}, {"shard", {shard, (size_t)length}}, {NULL, {NULL, 0}}};

    if (line != NULL) {
        fuhe_template_words(&line->output,
                            _("{folder} has the results of shard {shard} alone; fuhe merge puts all shards together"),
                            words);
        const fuhe_text text = fuhe_memory_output_text(line);
        (void)fprintf(stderr, "fuhe: %.*s\n", (int)text.length, text.bytes);
    }
    fuhe_memory_output_free(line);
}

enum fuhe_exit fuhe_store_exit(const struct fuhe_error *error) {
    static const enum fuhe_exit exits[] = {
        [FUHE_STATUS_OK] = FUHE_EXIT_OK,
        [FUHE_STATUS_NOT_A_NUMBER] = FUHE_EXIT_UNSCORED,
        [FUHE_STATUS_OVERFLOW] = FUHE_EXIT_UNSCORED,
        [FUHE_STATUS_NO_MEMORY] = FUHE_EXIT_INTERNAL,
        [FUHE_STATUS_UNREADABLE] = FUHE_EXIT_UNSCORED,
        [FUHE_STATUS_INVALID] = FUHE_EXIT_UNSCORED,
        [FUHE_STATUS_UNWRITABLE] = FUHE_EXIT_OUTPUT,
        [FUHE_STATUS_STOPPED] = FUHE_EXIT_NOTHING,
        [FUHE_STATUS_INTERNAL] = FUHE_EXIT_INTERNAL,
    };

    return error->problem == FUHE_PROBLEM_STORE_EMPTY ? FUHE_EXIT_NOTHING : exits[error->status];
}
