/* SPDX-License-Identifier: Apache-2.0 */
/* Records of one size behind one another, so that a number is a place in the file. */
#include "stats/gauge_ledger.h"

#include <stdio.h>
#include <stdlib.h>

struct fuhe_gauge_ledger {
    FILE *records;
    uint64_t count;
    uint64_t next; /* the record at which the file stands, from 0 */
    bool writing;
};

static enum fuhe_status fail(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, NULL, NULL);
}

enum fuhe_status fuhe_gauge_ledger_new(struct fuhe_gauge_ledger **ledger, struct fuhe_error *err) {
    struct fuhe_gauge_ledger *made = calloc(1, sizeof *made);

    if (made == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    made->records = tmpfile();
    if (made->records == NULL) {
        free(made);
        return fail(err);
    }
    *ledger = made;
    return FUHE_STATUS_OK;
}

void fuhe_gauge_ledger_free(struct fuhe_gauge_ledger *ledger) {
    if (ledger != NULL) {
        (void)fclose(ledger->records);
        free(ledger);
    }
}

/* Puts the file at a record; between reading and writing a file needs that in any case. */
static bool place(struct fuhe_gauge_ledger *ledger, uint64_t record, bool writing) {
    const bool is_there = ledger->next == record && ledger->writing == writing;

    ledger->next = record;
    ledger->writing = writing;
    return is_there || fseek(ledger->records, (long)(record * sizeof(struct fuhe_gauge)), SEEK_SET) == 0;
}

enum fuhe_status fuhe_gauge_ledger_add(struct fuhe_gauge_ledger *ledger, const struct fuhe_gauge *gauge,
                                       struct fuhe_error *err) {
    if (!place(ledger, ledger->count, true) || fwrite(gauge, sizeof *gauge, 1, ledger->records) != 1) {
        return fail(err);
    }
    ledger->next = ++ledger->count;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_gauge_ledger_read(struct fuhe_gauge_ledger *ledger, uint64_t number, struct fuhe_gauge *gauge,
                                        struct fuhe_error *err) {
    struct fuhe_gauge read;

    *gauge = (struct fuhe_gauge){.forms = 0};
    if (number == 0 || number > ledger->count) {
        return FUHE_STATUS_OK;
    }
    if (!place(ledger, number - 1, false) || fread(&read, sizeof read, 1, ledger->records) != 1) {
        return fail(err);
    }
    ledger->next = number;
    *gauge = read;
    return FUHE_STATUS_OK;
}
