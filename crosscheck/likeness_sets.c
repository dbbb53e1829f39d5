/* SPDX-License-Identifier: Apache-2.0 */
/* Each set is a head of three words (owner, number of features) and a word for each feature. A place counts words, so
 * that 32 bits reach over 16 GiB. */
#include "crosscheck/likeness_sets.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD = sizeof(uint32_t), HEAD = 3 };

struct fuhe_likeness_sets {
    FILE *file;
    size_t count;
    uint64_t end;   /* in words */
    uint32_t place; /* of the next set to be read */
};

static enum fuhe_status write_failed(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, strerror(errno), NULL);
}

static enum fuhe_status read_failed(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_READ, strerror(errno), NULL);
}

enum fuhe_status fuhe_likeness_sets_new(struct fuhe_likeness_sets **sets, struct fuhe_error *err) {
    struct fuhe_likeness_sets *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    made->file = tmpfile();
    if (made->file == NULL) {
        free(made);
        return write_failed(err);
    }
    *sets = made;
    return FUHE_STATUS_OK;
}

void fuhe_likeness_sets_free(struct fuhe_likeness_sets *sets) {
    if (sets != NULL) {
        (void)fclose(sets->file);
        free(sets);
    }
}

enum fuhe_status fuhe_likeness_sets_add(struct fuhe_likeness_sets *sets, uint64_t owner, const uint32_t *features,
                                        size_t count, struct fuhe_error *err) {
    const uint32_t head[HEAD] = {(uint32_t)(owner >> 32), (uint32_t)owner, (uint32_t)count};
    const uint64_t end = sets->end + HEAD + count;

    if (end > UINT32_MAX || sets->count == UINT32_MAX - 1) {
        errno = EFBIG;
        return write_failed(err);
    }
    if (fwrite(head, WORD, HEAD, sets->file) != HEAD || fwrite(features, WORD, count, sets->file) != count) {
        return write_failed(err);
    }
    sets->end = end;
    sets->count++;
    return FUHE_STATUS_OK;
}

size_t fuhe_likeness_sets_count(const struct fuhe_likeness_sets *sets) {
    return sets->count;
}

enum fuhe_status fuhe_likeness_sets_rewind(struct fuhe_likeness_sets *sets, struct fuhe_error *err) {
    if (fflush(sets->file) != 0) {
        return write_failed(err);
    }
    rewind(sets->file);
    sets->place = 0;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_likeness_sets_next(struct fuhe_likeness_sets *sets, struct fuhe_likeness_set *set,
                                         struct fuhe_error *err) {
    uint32_t head[HEAD];

    if (fread(head, WORD, HEAD, sets->file) != HEAD || head[2] > FUHE_FEATURES_MAX ||
        fread(set->features, WORD, head[2], sets->file) != head[2]) {
        return read_failed(err);
    }
    set->owner = (uint64_t)head[0] << 32 | head[1];
    set->count = head[2];
    set->place = sets->place;
    sets->place += HEAD + head[2];
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_likeness_sets_read(struct fuhe_likeness_sets *sets, uint32_t place, struct fuhe_likeness_set *set,
                                         struct fuhe_error *err) {
    if (fseek(sets->file, (long)place * WORD, SEEK_SET) != 0) {
        return read_failed(err);
    }
    sets->place = place;
    return fuhe_likeness_sets_next(sets, set, err);
}
