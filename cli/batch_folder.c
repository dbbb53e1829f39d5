/* SPDX-License-Identifier: Apache-2.0 */
/* A folder is ours when it has our mark, a hidden file that is locked while a run is at work. */
#include "cli/batch_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/marked_folder.h"
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"

static const char mark[] = ".fuhe-batch";
static const char unscored_name[] = "unscored";
static const char store_name[] = "review.sqlite";
static const char summary_name[] = "summary.json";

/* --- taking the folder --- */

/* Whether there is nothing in the folder, or our mark. */
static bool may_be_used(DIR *folder) {
    const struct dirent *entry;
    bool empty = true;
    bool marked = false;

    while ((entry = readdir(folder)) != NULL) {
        empty = empty && fuhe_folder_is_no_entry(entry->d_name);
        marked = marked || strcmp(entry->d_name, mark) == 0;
    }
    return empty || marked;
}

static enum fuhe_status check_folder(const char *path, struct fuhe_error *err) {
    DIR *folder = opendir(path);

    if (folder == NULL) {
        return fuhe_folder_refuse_system(err);
    }
    const bool usable = may_be_used(folder);
    (void)closedir(folder);
    return usable ? FUHE_STATUS_OK : fuhe_folder_refuse(err, FUHE_PROBLEM_FOLDER_FOREIGN, NULL);
}

static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/* A file by its name, or while it is written with a dot and six letters or digits more (cli/files.c). */
static bool is_file(const char *name, const char *wanted) {
    const size_t length = strlen(wanted);

    if (strncmp(name, wanted, length) != 0 || name[length] == '\0') {
        return strcmp(name, wanted) == 0;
    }
    return name[length] == '.' && strlen(name + length) == 7 && strspn(name + length + 1, letters) == 6;
}

/* A store that was put together and not completed, or what SQLite wrote beside it. */
static bool is_unfinished_store(const char *name) {
    const size_t length = strlen(store_name);

    return strncmp(name, store_name, length) == 0 && name[length] == '.' && strspn(name + length + 1, letters) == 6;
}

/* What a run may have left: the summary, tables of earlier versions, and half a store. */
static bool is_left_over(const char *name) {
    static const char *const names[] = {summary_name, "reviews.jsonl", "reviews.csv"};
    bool found = is_unfinished_store(name);

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        found |= is_file(name, names[i]);
    }
    return found;
}

/* Entries are six digits or more, and ".txt". */
static bool is_entry(const char *name) {
    const size_t digits = strspn(name, "0123456789");

    return digits >= 6 && is_file(name + digits, ".txt");
}

static void remove_matching(const char *path, bool (*matches)(const char *)) {
    DIR *folder = opendir(path);
    const struct dirent *entry;

    if (folder == NULL) {
        return;
    }
    while ((entry = readdir(folder)) != NULL) {
        if (matches(entry->d_name)) {
            (void)unlinkat(dirfd(folder), entry->d_name, 0);
        }
    }
    (void)closedir(folder);
}

enum fuhe_status fuhe_batch_folder_empty(struct fuhe_batch_folder *folder, struct fuhe_error *err) {
    char path[FUHE_PATH_BYTES];

    remove_matching(folder->path, is_left_over);
    folder->unscored_count = 0;
    if (!fuhe_folder_join(path, folder->path, unscored_name) || (mkdir(path, 0777) != 0 && errno != EEXIST)) {
        return fuhe_folder_refuse_system(err);
    }
    remove_matching(path, is_entry);
    return FUHE_STATUS_OK;
}

static enum fuhe_status make_folder(const struct fuhe_batch_folder *folder, bool existing, struct fuhe_error *err) {
    if (existing) {
        return access(folder->store, F_OK) == 0
                   ? FUHE_STATUS_OK
                   : fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_NONE, NULL, NULL);
    }
    return mkdir(folder->path, 0777) == 0 || errno == EEXIST ? FUHE_STATUS_OK : fuhe_folder_refuse_system(err);
}

enum fuhe_status fuhe_batch_folder_open(struct fuhe_batch_folder *folder, const char *path, bool existing,
                                        struct fuhe_error *err) {
    *folder = (struct fuhe_batch_folder){.path = path};
    if (!fuhe_folder_join(folder->store, path, store_name) || !fuhe_folder_join(folder->summary, path, summary_name)) {
        return fuhe_folder_refuse_system(err);
    }
    FUHE_TRY(make_folder(folder, existing, err));
    FUHE_TRY(check_folder(path, err));
    FUHE_TRY(fuhe_folder_lock(path, mark, &folder->lock, err));
    folder->is_locked = true;
    return FUHE_STATUS_OK;
}

/* --- files --- */

/* Brings the file to the disk before its name can be seen. */
static enum fuhe_status close_synced(struct fuhe_output_file *file, struct fuhe_error *err) {
    const bool synced = fuhe_output_flush(&file->output, NULL) == FUHE_STATUS_OK && fsync(file->descriptor) == 0;
    const int error = errno;
    const enum fuhe_status status = fuhe_output_file_close(file, synced, err);

    if (status == FUHE_STATUS_OK && !synced) {
        errno = error;
        return fuhe_folder_refuse_system(err);
    }
    return status;
}

static void write_form_entry(struct fuhe_output *output, const struct fuhe_store_unscored *unscored) {
    fuhe_output_string(output, _("File: "));
    fuhe_width_write(output, unscored->file);
    if (unscored->line > 0) {
        fuhe_output_string(output, _("\nLine: "));
        fuhe_output_size(output, unscored->line);
    }
    fuhe_output_string(output, _("\nForm: "));
    fuhe_output_size(output, unscored->number + 1);
    fuhe_output_string(output, " ");
    fuhe_width_write(output, unscored->id);
    fuhe_output_string(output, " ");
    fuhe_width_write(output, unscored->project);
    fuhe_output_string(output,
                       _("\nReason: nothing in this form could be evaluated. No indicator has both a weight and a "
                         "score, and the execution score cannot be computed. `fuhe check` shows how each cell "
                         "was read; have the form filled in and sent again.\n"));
}

static void write_failure_entry(struct fuhe_output *output, const struct fuhe_store_unscored *unscored) {
    fuhe_output_string(output, _("File: "));
    fuhe_output_string(output, fuhe_message_file(unscored->file.bytes));
    fuhe_output_string(output, _("\nReason: "));
    fuhe_message_error(output, NULL, &unscored->error);
    fuhe_output_char(output, '\n');
}

/* Entries can be made again from the store, so they need not be brought to the disk one by one. */
enum fuhe_status fuhe_batch_folder_add_unscored(struct fuhe_batch_folder *folder,
                                                const struct fuhe_store_unscored *unscored, struct fuhe_error *err) {
    char path[FUHE_PATH_BYTES];
    const int length =
        snprintf(path, sizeof path, "%s/%s/%06zu.txt", folder->path, unscored_name, folder->unscored_count + 1);

    errno = ENAMETOOLONG;
    if (length < 0 || (size_t)length >= sizeof path) {
        return fuhe_folder_refuse_system(err);
    }
    FUHE_TRY(fuhe_output_file_open(&folder->file, path, err));
    folder->unscored_count++;
    if (unscored->is_form) {
        write_form_entry(&folder->file.output, unscored);
    } else {
        write_failure_entry(&folder->file.output, unscored);
    }
    return fuhe_output_file_close(&folder->file, true, err);
}

enum fuhe_status fuhe_batch_folder_write_summary(struct fuhe_batch_folder *folder, const struct fuhe_tally *tally,
                                                 bool complete, struct fuhe_error *err) {
    FUHE_TRY(fuhe_output_file_open(&folder->file, folder->summary, err));
    fuhe_tally_write(tally, complete, &folder->file.output);
    return close_synced(&folder->file, err);
}

void fuhe_batch_folder_close(struct fuhe_batch_folder *folder) {
    if (folder->is_locked) {
        (void)close(folder->lock);
    }
    *folder = (struct fuhe_batch_folder){0};
}
