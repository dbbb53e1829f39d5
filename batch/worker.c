/* SPDX-License-Identifier: Apache-2.0 */
/* Reads files and entries of archives into memory and has them scored. Workers share no archive: each opens its own. */
#include "batch/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "batch/name.h"

bool fuhe_batch_worker_init(struct fuhe_batch_worker *worker, const struct fuhe_pack_library *library,
                            const struct fuhe_pack *rules, const struct fuhe_reader_options *reading) {
    *worker = (struct fuhe_batch_worker){0};
    return fuhe_batch_scoring_init(&worker->scoring, library, rules, reading) &&
           fuhe_buffer_reserve(&worker->bytes, FUHE_PIECE_SMALL_BYTES + 1);
}

void fuhe_batch_worker_release(struct fuhe_batch_worker *worker) {
    fuhe_batch_scoring_release(&worker->scoring);
    fuhe_archive_close(worker->archive);
    fuhe_buffer_free(&worker->bytes);
    fuhe_buffer_free(&worker->shown);
}

/* A file as shown, or an entry of an archive. NULL when memory is out. */
static const char *show(struct fuhe_batch_worker *worker, const struct fuhe_file_name *file, const char *entry) {
    if (!fuhe_buffer_reserve(&worker->shown, fuhe_file_name_room(file, entry))) {
        return NULL;
    }
    fuhe_file_name_show(file, entry, worker->shown.bytes);
    return worker->shown.bytes;
}

/* Reads on until the end or until there is more than belongs into memory. */
static enum fuhe_status read_all(struct fuhe_batch_worker *worker, const struct fuhe_input *input,
                                 struct fuhe_error *err) {
    struct fuhe_buffer *bytes = &worker->bytes;
    size_t count = 1;

    bytes->length = 0;
    while (count > 0 && bytes->length <= FUHE_PIECE_SMALL_BYTES) {
        const size_t room = FUHE_PIECE_SMALL_BYTES + 1 - bytes->length;
        FUHE_TRY(input->read(input->context, bytes->bytes + bytes->length, room, &count, err));
        bytes->length += count;
    }
    return FUHE_STATUS_OK;
}

static fuhe_text all_bytes(const struct fuhe_batch_worker *worker) {
    return (fuhe_text){worker->bytes.bytes, worker->bytes.length};
}

static bool fits(const struct fuhe_batch_worker *worker) {
    return worker->bytes.length <= FUHE_PIECE_SMALL_BYTES;
}

/* --- archives --- */

/* Whether an entry belongs to the shard; a small one is asked about when it has been read. */
static bool takes_entry(const struct fuhe_batch_worker *worker, struct fuhe_archive *archive, size_t index,
                        const char *file, size_t size) {
    struct fuhe_hash hash;

    if (!fuhe_shard_is_part(&worker->scoring.shard) || size <= FUHE_PIECE_SMALL_BYTES) {
        return true;
    }
    const bool hashed = fuhe_archive_hash(archive, index, &hash);
    return fuhe_shard_takes(&worker->scoring.shard, hashed ? &hash : NULL, file);
}

static enum fuhe_status score_entry(struct fuhe_batch_worker *worker, struct fuhe_archive *archive, size_t index,
                                    const char *file, size_t size) {
    struct fuhe_input input;
    struct fuhe_error error = {0};

    if (!takes_entry(worker, archive, index, file, size)) {
        return fuhe_batch_score_elsewhere(&worker->scoring, file);
    }
    enum fuhe_status status = fuhe_archive_begin(archive, index, &input, &error);
    if (status == FUHE_STATUS_OK && size > FUHE_PIECE_SMALL_BYTES) {
        status = fuhe_batch_score_stream(&worker->scoring, file, &input);
        fuhe_archive_end(archive);
        return status;
    }
    if (status == FUHE_STATUS_OK) {
        status = read_all(worker, &input, &error);
        fuhe_archive_end(archive);
    }
    if (status == FUHE_STATUS_UNREADABLE) {
        return fuhe_batch_score_failure(&worker->scoring, file, &error);
    }
    return status == FUHE_STATUS_OK ? fuhe_batch_score_bytes(&worker->scoring, file, all_bytes(worker)) : status;
}

static enum fuhe_status score_entries(struct fuhe_batch_worker *worker, struct fuhe_archive *archive,
                                      const struct fuhe_file_name *name, size_t from, size_t to) {
    struct fuhe_archive_entry entry;

    for (size_t i = from; i < to; i++) {
        if (!fuhe_archive_look(archive, i, &entry)) {
            continue;
        }
        const char *file = show(worker, name, entry.name);
        if (file == NULL) {
            return FUHE_STATUS_NO_MEMORY;
        }
        FUHE_TRY(entry.error.status == FUHE_STATUS_OK ? score_entry(worker, archive, i, file, entry.size)
                                                      : fuhe_batch_score_failure(&worker->scoring, file, &entry.error));
    }
    return FUHE_STATUS_OK;
}

/* *is_document: it was left alone, for it is to be read as a document. */
static enum fuhe_status score_archive(struct fuhe_batch_worker *worker, const struct fuhe_file_name *name,
                                      const char *file, bool *is_document) {
    struct fuhe_archive *archive = NULL;
    struct fuhe_error error = {0};
    enum fuhe_status status = fuhe_archive_open(name->path, &archive, &error);

    *is_document = status == FUHE_STATUS_UNREADABLE && fuhe_archive_may_be_document(name->path, &error);
    if (*is_document) {
        return FUHE_STATUS_OK;
    }
    if (status == FUHE_STATUS_UNREADABLE) {
        return fuhe_batch_score_failure(&worker->scoring, file, &error);
    }
    if (status == FUHE_STATUS_OK) {
        status = score_entries(worker, archive, name, 0, fuhe_archive_count(archive));
        fuhe_archive_close(archive);
    }
    return status;
}

/* The archive has been opened before, by who gave the piece; it may have vanished since. */
static enum fuhe_status score_range(struct fuhe_batch_worker *worker, const struct fuhe_piece *piece) {
    const struct fuhe_file_name name = {piece->bytes.bytes, piece->called.bytes};
    struct fuhe_error error = {0};

    if (worker->archive == NULL || worker->archive_number != piece->archive_number) {
        fuhe_archive_close(worker->archive);
        worker->archive = NULL;
        const enum fuhe_status status = fuhe_archive_open(name.path, &worker->archive, &error);
        worker->archive_number = piece->archive_number;
        if (status == FUHE_STATUS_UNREADABLE) {
            const char *file = show(worker, &name, NULL);
            return file == NULL ? FUHE_STATUS_NO_MEMORY : fuhe_batch_score_failure(&worker->scoring, file, &error);
        }
        FUHE_TRY(status);
    }
    return score_entries(worker, worker->archive, &name, piece->from, piece->to);
}

/* --- files --- */

/* The same for a file that is too large to be kept while it is read. Leaves it at its beginning. */
static bool takes_file(const struct fuhe_batch_worker *worker, int descriptor, const char *file) {
    const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
    struct fuhe_hash hash;

    if (!fuhe_shard_is_part(&worker->scoring.shard)) {
        return true;
    }
    const bool hashed = fuhe_hash_input(&input, &hash) && lseek(descriptor, 0, SEEK_SET) == 0;
    return fuhe_shard_takes(&worker->scoring.shard, hashed ? &hash : NULL, file);
}

/* A file that has grown beyond the size it had is read as it goes. */
static enum fuhe_status score_open_file(struct fuhe_batch_worker *worker, int descriptor,
                                        const struct fuhe_file_name *name, const char *file) {
    const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
    struct fuhe_error error;
    const enum fuhe_status status = read_all(worker, &input, &error);

    if (status == FUHE_STATUS_UNREADABLE) {
        return fuhe_batch_score_failure(&worker->scoring, file, &error);
    }
    FUHE_TRY(status);
    bool is_document = true;
    if (fuhe_archive_is(all_bytes(worker))) {
        FUHE_TRY(score_archive(worker, name, file, &is_document));
    }
    if (!is_document) {
        return FUHE_STATUS_OK;
    }
    if (!fits(worker) && lseek(descriptor, 0, SEEK_SET) == 0) {
        return takes_file(worker, descriptor, file) ? fuhe_batch_score_stream(&worker->scoring, file, &input)
                                                    : fuhe_batch_score_elsewhere(&worker->scoring, file);
    }
    return fuhe_batch_score_bytes(&worker->scoring, file, all_bytes(worker));
}

static enum fuhe_status score_file(struct fuhe_batch_worker *worker, const struct fuhe_file_name *name,
                                   const struct fuhe_error *known) {
    const char *file = show(worker, name, NULL);
    struct fuhe_error error;

    if (file == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    if (known->status != FUHE_STATUS_OK) {
        return fuhe_batch_score_failure(&worker->scoring, file, known);
    }
    const int descriptor = open(name->path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        (void)fuhe_error_set(&error, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_OPEN, strerror(errno), NULL);
        return fuhe_batch_score_failure(&worker->scoring, file, &error);
    }
    const enum fuhe_status status = score_open_file(worker, descriptor, name, file);
    (void)close(descriptor);
    return status;
}

static enum fuhe_status score_known(struct fuhe_batch_worker *worker, const struct fuhe_file_name *name,
                                    const struct fuhe_hash *hash) {
    const char *file = show(worker, name, NULL);

    return file == NULL ? FUHE_STATUS_NO_MEMORY : fuhe_batch_score_known(&worker->scoring, file, hash);
}

static enum fuhe_status score_files(struct fuhe_batch_worker *worker, const struct fuhe_piece *piece) {
    static const struct fuhe_error none = {0};
    struct fuhe_file_name name = {piece->bytes.bytes, piece->called.bytes};

    if (piece->is_elsewhere) {
        return fuhe_batch_score_elsewhere(&worker->scoring, name.path);
    }
    if (piece->is_known) {
        return score_known(worker, &name, &piece->hash);
    }
    for (size_t i = 0; i < piece->count; i++) {
        FUHE_TRY(score_file(worker, &name, i + 1 == piece->count ? &piece->error : &none));
        name.path += strlen(name.path) + 1;
        name.called += strlen(name.called) + 1;
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_batch_worker_run(struct fuhe_batch_worker *worker, const struct fuhe_piece *piece) {
    switch (piece->kind) {
    case FUHE_PIECE_FILES:
        return score_files(worker, piece);
    case FUHE_PIECE_ENTRIES:
        return score_range(worker, piece);
    case FUHE_PIECE_PART:
        break;
    }
    return fuhe_batch_score_part(&worker->scoring, &piece->part, (fuhe_text){piece->bytes.bytes, piece->bytes.length});
}
