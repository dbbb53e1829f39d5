/* SPDX-License-Identifier: Apache-2.0 */
/* What is an archive is told by its bytes, as in a batch; an office document is one as well, and is read as a document
 * then. */
#include "cli/form_walk.h"

#include <unistd.h>

#include "batch/archive.h"
#include "batch/document.h"
#include "batch/source.h"
#include "cli/files.h"
#include "report/messages.h"

/* One walk. */
struct walker {
    const struct fuhe_form_walk *walk;
    struct fuhe_reader *reader;
    const char *file; /* the document being read, as shown */
    size_t number;    /* of its next form */
    struct fuhe_buffer shown;
    bool has_failed; /* this program: no use going on */
};

static enum fuhe_status take_form(void *context, const struct fuhe_form *form, struct fuhe_arena *arena) {
    struct walker *walker = context;

    return walker->walk->take_form(walker->walk->context, walker->file, walker->number++, form, arena);
}

/* What is wrong with a document is the document's matter; everything else ends the walk. */
static void settle(struct walker *walker, enum fuhe_status status, struct fuhe_error *error) {
    if (status == FUHE_STATUS_OK) {
        return;
    }
    if (error->problem == FUHE_PROBLEM_NONE) {
        const bool memory = status == FUHE_STATUS_NO_MEMORY;
        (void)fuhe_error_set(error, status, memory ? FUHE_PROBLEM_NO_MEMORY : FUHE_PROBLEM_PACK_UNKNOWN, NULL, NULL);
    }
    fuhe_message_complain(walker->file, error);
    walker->has_failed = status != FUHE_STATUS_UNREADABLE ||
                         walker->walk->take_failure(walker->walk->context, walker->file, error) != FUHE_STATUS_OK;
}

static enum fuhe_status read_document(struct walker *walker, const struct fuhe_input *input, struct fuhe_error *err) {
    const struct fuhe_form_sink sink = {take_form, walker};
    struct fuhe_document document;

    walker->number = 0;
    return fuhe_reader_read(walker->reader, input, &sink, &document, err);
}

/* --- archives ----------------------------------------------------------------------------------------------------- */

static bool is_archive(const char *file, enum fuhe_problem problem) {
    return problem == FUHE_PROBLEM_INTAKE_ARCHIVE ||
           (problem == FUHE_PROBLEM_INTAKE_PACKAGE && fuhe_archive_is_name(file));
}

static void read_entry(struct walker *walker, struct fuhe_archive *archive, size_t index,
                       const struct fuhe_archive_entry *entry) {
    struct fuhe_error error = entry->error;
    struct fuhe_input input;
    enum fuhe_status status = error.status;

    if (status == FUHE_STATUS_OK) {
        status = fuhe_archive_begin(archive, index, &input, &error);
    }
    if (status == FUHE_STATUS_OK) {
        status = read_document(walker, &input, &error);
        fuhe_archive_end(archive);
    }
    if (status == FUHE_STATUS_UNREADABLE && is_archive(walker->file, error.problem)) {
        error.problem = FUHE_PROBLEM_ARCHIVE_NESTED;
    }
    settle(walker, status, &error);
}

static enum fuhe_status read_entries(struct walker *walker, struct fuhe_archive *archive, const char *path) {
    const struct fuhe_file_name name = {path, NULL};
    struct fuhe_archive_entry entry;

    for (size_t i = 0; i < fuhe_archive_count(archive) && !walker->has_failed; i++) {
        if (!fuhe_archive_look(archive, i, &entry)) {
            continue;
        }
        if (!fuhe_buffer_reserve(&walker->shown, fuhe_file_name_room(&name, entry.name))) {
            return FUHE_STATUS_NO_MEMORY;
        }
        fuhe_file_name_show(&name, entry.name, walker->shown.bytes);
        walker->file = walker->shown.bytes;
        read_entry(walker, archive, i, &entry);
    }
    return FUHE_STATUS_OK;
}

/* Whether the file is an archive, which has then been read. */
static bool read_archive(struct walker *walker, const char *path) {
    struct fuhe_archive *archive = NULL;
    struct fuhe_error error = {0};
    enum fuhe_status status = fuhe_archive_open(path, &archive, &error);

    if (status == FUHE_STATUS_UNREADABLE && fuhe_archive_may_be_document(path, &error)) {
        return false;
    }
    if (status == FUHE_STATUS_OK) {
        status = read_entries(walker, archive, path);
        fuhe_archive_close(archive);
    }
    settle(walker, status, &error);
    return true;
}

/* --- files -------------------------------------------------------------------------------------------------------- */

/* Whether it begins as an archive does; it is left at its beginning. */
static bool begins_as_archive(int descriptor, const struct fuhe_item *item) {
    const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
    char head[16];
    size_t count = 0;

    return item->is_regular && input.read(input.context, head, sizeof head, &count, NULL) == FUHE_STATUS_OK &&
           lseek(descriptor, 0, SEEK_SET) == 0 && fuhe_archive_is((fuhe_text){head, count});
}

static void read_file(struct walker *walker, const struct fuhe_item *item) {
    struct fuhe_error error = item->error;
    enum fuhe_status status = item->error.status;
    int descriptor = -1;

    walker->file = item->path;
    if (status == FUHE_STATUS_OK) {
        status = fuhe_input_file_open(item->path, &descriptor, &error);
    }
    if (status == FUHE_STATUS_OK) {
        if (!begins_as_archive(descriptor, item) || !read_archive(walker, item->path)) {
            const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
            status = read_document(walker, &input, &error);
        }
        fuhe_input_file_close(descriptor);
    }
    settle(walker, status, &error);
}

enum fuhe_exit fuhe_form_walk_over(const struct fuhe_form_walk *walk, const struct fuhe_reader_options *options,
                                   int count, char **operands) {
    const struct fuhe_source_request request = {.operands = operands, .operand_count = (size_t)count};
    struct fuhe_source *source = fuhe_source_new(&request);
    struct walker walker = {.walk = walk, .reader = fuhe_reader_new(options)};
    struct fuhe_error error = {0};
    struct fuhe_item item;

    if (source == NULL || walker.reader == NULL) {
        settle(&walker, FUHE_STATUS_NO_MEMORY, &error);
    }
    while (!walker.has_failed && fuhe_source_next(source, &item)) {
        read_file(&walker, &item);
    }
    fuhe_source_free(source);
    fuhe_reader_free(walker.reader);
    fuhe_buffer_free(&walker.shown);
    return walker.has_failed ? FUHE_EXIT_INTERNAL : FUHE_EXIT_OK;
}
