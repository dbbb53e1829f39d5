/* SPDX-License-Identifier: Apache-2.0 */
/* What a name is (an archive, a long document, a small file) is told by its size and its first bytes. An archive among
 * small files is found by who reads it; a name that ends in ".zip" is only looked at earlier, so that the entries of
 * large archives are shared out. */
#include "batch/feed.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/archive.h"
#include "batch/name.h"

enum { WAIT_MILLISECONDS = 200 };

/* A file or stream that is read while it is cut. */
struct stream {
    int descriptor;
    const atomic_bool *stop;
};

struct fuhe_feed {
    struct fuhe_source *source;
    const struct fuhe_shard *shard;
    struct fuhe_store_known *known;
    bool hashes;
    const atomic_bool *stop;
    bool has_item; /* the name given last is still to be dealt with */
    struct fuhe_item item;
    size_t files;
    size_t bytes;
    /* The long document that is being cut. */
    struct fuhe_long_document *document;
    size_t document_size;
    /* The archive whose entries are being given. */
    struct fuhe_archive *archive;
    char *archive_path;
    char *archive_called; /* may be empty */
    size_t archive_number;
    size_t next_entry;
    char *shown; /* room for names as shown */
    size_t shown_capacity;
};

struct fuhe_feed *fuhe_feed_new(const struct fuhe_source_request *request, const struct fuhe_shard *shard,
                                struct fuhe_store_known *known, bool hashes, const atomic_bool *stop) {
    struct fuhe_feed *feed = calloc(1, sizeof *feed);

    if (feed == NULL) {
        return NULL;
    }
    feed->stop = stop;
    feed->known = known;
    feed->hashes = hashes;
    feed->shard = shard;
    feed->source = fuhe_source_new(request);
    if (feed->source == NULL) {
        fuhe_feed_free(feed);
        return NULL;
    }
    return feed;
}

static void close_stream(void *context) {
    struct stream *stream = context;

    if (stream->descriptor != STDIN_FILENO) {
        (void)close(stream->descriptor);
    }
    free(stream);
}

static void close_archive(struct fuhe_feed *feed) {
    fuhe_archive_close(feed->archive);
    free(feed->archive_path);
    free(feed->archive_called);
    feed->archive = NULL;
    feed->archive_path = NULL;
    feed->archive_called = NULL;
}

void fuhe_feed_free(struct fuhe_feed *feed) {
    if (feed != NULL) {
        fuhe_long_document_free(feed->document);
        close_archive(feed);
        fuhe_source_free(feed->source);
        free(feed->shown);
        free(feed);
    }
}

/* --- streams --- */

static enum fuhe_status fail_reading(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_READ, strerror(errno), NULL);
}

/* Waits in short turns, for nothing may ever come. */
static enum fuhe_status read_stream(void *context, char *buffer, size_t size, size_t *count, struct fuhe_error *err) {
    const struct stream *stream = context;
    struct pollfd poll_request = {.fd = stream->descriptor, .events = POLLIN};
    ssize_t got = -1;

    *count = 0;
    while (got < 0) {
        if (atomic_load(stream->stop)) {
            return fuhe_error_set(err, FUHE_STATUS_STOPPED, FUHE_PROBLEM_READ, NULL, NULL);
        }
        if (poll(&poll_request, 1, WAIT_MILLISECONDS) == 0) {
            continue;
        }
        got = read(stream->descriptor, buffer, size);
        if (got < 0 && errno != EINTR && errno != EAGAIN) {
            return fail_reading(err);
        }
    }
    *count = (size_t)got;
    return FUHE_STATUS_OK;
}

/* Opens what the item names. NULL after filling in its error. */
static struct stream *open_stream(struct fuhe_feed *feed) {
    struct fuhe_item *item = &feed->item;
    const bool is_input = strcmp(item->path, "-") == 0;
    const int descriptor = is_input ? STDIN_FILENO : open(item->path, O_RDONLY | O_CLOEXEC);
    struct stream *stream = descriptor < 0 ? NULL : malloc(sizeof *stream);

    if (descriptor < 0) {
        (void)fuhe_error_set(&item->error, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_OPEN, strerror(errno), NULL);
    } else if (stream == NULL) {
        (void)fuhe_error_set(&item->error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        (void)close(descriptor);
    } else {
        *stream = (struct stream){descriptor, feed->stop};
    }
    return stream;
}

/* --- names --- */

/* A file as shown, or an entry of an archive. NULL when memory is out. */
static const char *show(struct fuhe_feed *feed, const struct fuhe_file_name *file, const char *entry) {
    const size_t needed = fuhe_file_name_room(file, entry);

    if (needed > feed->shown_capacity) {
        char *grown = realloc(feed->shown, needed);
        if (grown == NULL) {
            return NULL;
        }
        feed->shown = grown;
        feed->shown_capacity = needed;
    }
    fuhe_file_name_show(file, entry, feed->shown);
    return feed->shown;
}

static struct fuhe_file_name name_of(const struct fuhe_item *item) {
    return (struct fuhe_file_name){item->path, item->called};
}

static struct fuhe_file_name name_of_archive(const struct fuhe_feed *feed) {
    return (struct fuhe_file_name){feed->archive_path, feed->archive_called};
}

static bool add_string(struct fuhe_buffer *buffer, const char *string) {
    const size_t size = strlen(string) + 1;

    if (!fuhe_buffer_reserve(buffer, buffer->length + size)) {
        return false;
    }
    memcpy(buffer->bytes + buffer->length, string, size);
    buffer->length += size;
    return true;
}

static enum fuhe_status add_file(struct fuhe_piece *piece, struct fuhe_file_name file) {
    piece->count++;
    return add_string(&piece->bytes, file.path) && add_string(&piece->called, file.called == NULL ? "" : file.called)
               ? FUHE_STATUS_OK
               : FUHE_STATUS_NO_MEMORY;
}

/* --- long documents --- */

/* The part that has been cut, if it is to be given. An entry that streams is left to a worker with an archive of its
 * own. */
static enum fuhe_status settle_part(struct fuhe_feed *feed, struct fuhe_piece *piece, bool *given) {
    if (piece->part.error.status == FUHE_STATUS_STOPPED) {
        return FUHE_STATUS_OK; /* the document is freed with the feed */
    }
    if (piece->part.error.status == FUHE_STATUS_NO_MEMORY) {
        return FUHE_STATUS_NO_MEMORY;
    }
    *given = true;
    if (!piece->part.last) {
        return FUHE_STATUS_OK;
    }
    if (feed->archive != NULL) {
        fuhe_archive_end(feed->archive);
    }
    feed->bytes += fuhe_long_document_progress(feed->document);
    if (feed->archive != NULL && piece->part.streams) {
        fuhe_long_document_free(feed->document);
        piece->kind = FUHE_PIECE_ENTRIES;
        piece->bytes.length = 0;
        piece->called.length = 0;
        FUHE_TRY(add_file(piece, name_of_archive(feed)));
    }
    feed->document = NULL;
    return FUHE_STATUS_OK;
}

static enum fuhe_status give_part(struct fuhe_feed *feed, struct fuhe_piece *piece, bool *given) {
    piece->kind = FUHE_PIECE_PART;
    FUHE_TRY(fuhe_long_document_cut(feed->document, &piece->bytes, &piece->part));
    return settle_part(feed, piece, given);
}

/* Reads a long file once for its hash, when that may save scoring it. */
static bool needs_no_scoring(struct fuhe_feed *feed, const char *shown, struct stream *stream,
                             struct fuhe_piece *piece) {
    const struct fuhe_input input = {read_stream, stream};
    const bool may_be_known = feed->known != NULL && fuhe_store_knows_any(feed->known);

    if (!feed->item.is_regular || !(may_be_known || fuhe_shard_is_part(feed->shard))) {
        return false;
    }
    const bool hashed = fuhe_hash_input(&input, &piece->hash);
    piece->is_elsewhere = !fuhe_shard_takes(feed->shard, hashed ? &piece->hash : NULL, shown);
    piece->is_known =
        may_be_known && hashed && !piece->is_elsewhere && fuhe_store_is_known(feed->known, shown, &piece->hash);
    (void)lseek(stream->descriptor, 0, SEEK_SET);
    return piece->is_known || piece->is_elsewhere;
}

/* A long document that belongs to another shard. */
static enum fuhe_status give_elsewhere(struct fuhe_feed *feed, struct fuhe_piece *piece, bool *given) {
    piece->kind = FUHE_PIECE_FILES;
    piece->bytes.length = 0;
    piece->count = 0;
    *given = true;
    return add_file(piece, (struct fuhe_file_name){feed->shown, NULL});
}

/* What can be read only once cannot be told to belong to a shard before it is read. */
static void refuse_stream(struct fuhe_feed *feed) {
    if (!feed->item.is_regular && fuhe_shard_is_part(feed->shard)) {
        (void)fuhe_error_set(&feed->item.error, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_READ, "it is no file", NULL);
    }
}

static enum fuhe_status begin_document(struct fuhe_feed *feed, struct fuhe_piece *piece, bool *given) {
    const struct fuhe_file_name file = name_of(&feed->item);
    const char *shown = show(feed, &file, NULL);
    struct stream *stream;

    refuse_stream(feed);
    stream = shown == NULL || feed->item.error.status != FUHE_STATUS_OK ? NULL : open_stream(feed);
    feed->has_item = false;
    if (stream == NULL) {
        piece->error = feed->item.error;
        *given = true;
        return shown == NULL ? FUHE_STATUS_NO_MEMORY : add_file(piece, file);
    }
    if (needs_no_scoring(feed, shown, stream, piece)) {
        close_stream(stream);
        feed->bytes += feed->item.size;
        *given = true;
        return piece->is_elsewhere ? give_elsewhere(feed, piece, given) : add_file(piece, file);
    }
    feed->document = fuhe_long_document_new(strcmp(feed->item.path, "-") == 0 ? "-" : shown,
                                            (struct fuhe_input){read_stream, stream}, feed->hashes, close_stream);
    if (feed->document == NULL) {
        close_stream(stream);
        return FUHE_STATUS_NO_MEMORY;
    }
    feed->document_size = feed->item.size;
    return give_part(feed, piece, given);
}

/* --- archives --- */

static bool begins_like_archive(const char *path) {
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    char bytes[4] = "";

    if (descriptor < 0) {
        return false;
    }
    const ssize_t count = read(descriptor, bytes, sizeof bytes);
    (void)close(descriptor);
    return count == (ssize_t)sizeof bytes && fuhe_archive_is((fuhe_text){bytes, sizeof bytes});
}

static char *copy_of(const char *string) {
    const size_t size = strlen(string) + 1;
    char *copy = malloc(size);

    return copy == NULL ? NULL : memcpy(copy, string, size);
}

/* Opens the archive that the item names; what is wrong with it becomes the item's error. */
static enum fuhe_status begin_archive(struct fuhe_feed *feed) {
    feed->archive_path = copy_of(feed->item.path);
    feed->archive_called = copy_of(feed->item.called == NULL ? "" : feed->item.called);
    if (feed->archive_path == NULL || feed->archive_called == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    if (fuhe_archive_open(feed->archive_path, &feed->archive, &feed->item.error) != FUHE_STATUS_OK) {
        close_archive(feed);
        return feed->item.error.status == FUHE_STATUS_NO_MEMORY ? FUHE_STATUS_NO_MEMORY : FUHE_STATUS_OK;
    }
    feed->archive_number++;
    feed->next_entry = 0;
    feed->has_item = false;
    return FUHE_STATUS_OK;
}

/* An entry that cannot be read to its end goes by its name. */
static bool takes_entry(struct fuhe_feed *feed, size_t index, const char *shown) {
    struct fuhe_hash hash;

    if (!fuhe_shard_is_part(feed->shard)) {
        return true;
    }
    const bool hashed = fuhe_archive_hash(feed->archive, index, &hash);
    return fuhe_shard_takes(feed->shard, hashed ? &hash : NULL, shown);
}

static enum fuhe_status begin_long_entry(struct fuhe_feed *feed, struct fuhe_piece *piece,
                                         const struct fuhe_archive_entry *entry, bool *given) {
    const struct fuhe_file_name archive = name_of_archive(feed);
    const char *shown = show(feed, &archive, entry->name);
    struct fuhe_input input;

    if (shown == NULL) {
        return FUHE_STATUS_NO_MEMORY;
    }
    if (!takes_entry(feed, piece->from, shown)) {
        piece->is_elsewhere = true;
        feed->bytes += entry->size;
        return give_elsewhere(feed, piece, given);
    }
    if (fuhe_archive_begin(feed->archive, piece->from, &input, &piece->error) != FUHE_STATUS_OK) {
        piece->error = (struct fuhe_error){0}; /* the worker will find the same and say it */
        *given = true;
        return FUHE_STATUS_OK;
    }
    feed->document = fuhe_long_document_new(shown, input, feed->hashes, NULL);
    feed->document_size = entry->size;
    return feed->document == NULL ? FUHE_STATUS_NO_MEMORY : give_part(feed, piece, given);
}

/* The next entries: some small ones, or a large one by itself. */
static enum fuhe_status give_entries(struct fuhe_feed *feed, struct fuhe_piece *piece, bool *given) {
    const size_t count = fuhe_archive_count(feed->archive);
    struct fuhe_archive_entry entry;
    size_t bytes = 0;

    piece->kind = FUHE_PIECE_ENTRIES;
    piece->archive_number = feed->archive_number;
    FUHE_TRY(add_file(piece, name_of_archive(feed)));
    piece->from = feed->next_entry;
    while (feed->next_entry < count && bytes < FUHE_PIECE_BYTES &&
           feed->next_entry - piece->from < FUHE_PIECE_FILES_MAX) {
        const bool counts = fuhe_archive_look(feed->archive, feed->next_entry, &entry);
        const bool is_long = counts && entry.error.status == FUHE_STATUS_OK && entry.size > FUHE_PIECE_SMALL_BYTES;
        if (is_long && feed->next_entry > piece->from) {
            break;
        }
        piece->to = ++feed->next_entry;
        feed->files += counts;
        bytes += counts ? entry.size : 0;
        if (is_long) {
            return begin_long_entry(feed, piece, &entry, given);
        }
    }
    *given = piece->to > piece->from;
    feed->bytes += bytes;
    if (!*given) {
        close_archive(feed);
    }
    return FUHE_STATUS_OK;
}

/* --- all together --- */

static bool is_long(const struct fuhe_item *item) {
    return item->error.status == FUHE_STATUS_OK && (!item->is_regular || item->size > FUHE_PIECE_SMALL_BYTES);
}

/* What must not be taken together with other files. */
static bool stands_alone(const struct fuhe_item *item) {
    return is_long(item) || (item->error.status == FUHE_STATUS_OK && fuhe_archive_is_name(item->path));
}

/* Small files until there are enough of them, one cannot be read, or one comes that stands alone. */
static enum fuhe_status give_files(struct fuhe_feed *feed, struct fuhe_piece *piece, bool *given) {
    size_t bytes = 0;

    do {
        FUHE_TRY(add_file(piece, name_of(&feed->item)));
        piece->error = feed->item.error;
        bytes += feed->item.size;
        feed->has_item = fuhe_source_next(feed->source, &feed->item);
        feed->files += feed->has_item;
    } while (piece->error.status == FUHE_STATUS_OK && feed->has_item && !stands_alone(&feed->item) &&
             piece->count < FUHE_PIECE_FILES_MAX && bytes + feed->item.size <= FUHE_PIECE_BYTES);
    feed->bytes += bytes;
    *given = true;
    return FUHE_STATUS_OK;
}

static enum fuhe_status give_item(struct fuhe_feed *feed, struct fuhe_piece *piece, bool *given) {
    const bool alone = stands_alone(&feed->item);

    if (alone && feed->item.is_regular && begins_like_archive(feed->item.path)) {
        FUHE_TRY(begin_archive(feed));
        if (feed->archive != NULL) {
            return give_entries(feed, piece, given);
        }
        if (!fuhe_archive_may_be_document(feed->item.path, &feed->item.error)) {
            return give_files(feed, piece, given);
        }
        feed->item.error = (struct fuhe_error){0};
    }
    return is_long(&feed->item) ? begin_document(feed, piece, given) : give_files(feed, piece, given);
}

static void empty_piece(struct fuhe_piece *piece) {
    piece->kind = FUHE_PIECE_FILES;
    piece->bytes.length = 0;
    piece->called.length = 0;
    piece->count = 0;
    piece->error = (struct fuhe_error){0};
    piece->is_known = false;
    piece->is_elsewhere = false;
    piece->from = 0;
    piece->to = 0;
}

enum fuhe_status fuhe_feed_next(struct fuhe_feed *feed, struct fuhe_piece *piece, bool *given) {
    *given = false;
    if (feed->document != NULL) {
        return give_part(feed, piece, given);
    }
    while (!*given && !atomic_load(feed->stop)) {
        empty_piece(piece);
        if (feed->archive != NULL) {
            FUHE_TRY(give_entries(feed, piece, given));
            continue;
        }
        if (!feed->has_item) {
            feed->has_item = fuhe_source_next(feed->source, &feed->item);
            feed->files += feed->has_item;
        }
        if (!feed->has_item) {
            return FUHE_STATUS_OK;
        }
        FUHE_TRY(give_item(feed, piece, given));
    }
    return FUHE_STATUS_OK;
}

struct fuhe_feed_progress fuhe_feed_progress(const struct fuhe_feed *feed) {
    const size_t read = feed->document == NULL ? 0 : fuhe_long_document_progress(feed->document);

    return (struct fuhe_feed_progress){
        .files = feed->files,
        .pending = fuhe_source_pending(feed->source),
        .bytes = feed->bytes + read,
        .left = feed->document_size > read && feed->document != NULL ? feed->document_size - read : 0};
}
