/* SPDX-License-Identifier: Apache-2.0 */
/* Looks at the beginning of an input that can be read once only. */
#include "xml/peeked_input.h"

fuhe_text fuhe_peeked_input_begin(struct fuhe_peeked_input *peeked, const struct fuhe_input *rest) {
    size_t count = 0;

    peeked->rest = rest;
    peeked->length = 0;
    peeked->given = 0;
    peeked->ended = false;
    peeked->fault = (struct fuhe_error){0};
    while (!peeked->ended && peeked->length < sizeof peeked->head) {
        const size_t room = sizeof peeked->head - peeked->length;
        const enum fuhe_status status =
            rest->read(rest->context, peeked->head + peeked->length, room, &count, &peeked->fault);
        peeked->fault.status = status;
        peeked->length += status == FUHE_STATUS_OK ? count : 0;
        peeked->ended = status != FUHE_STATUS_OK || count == 0;
    }
    return (fuhe_text){peeked->head, peeked->length};
}

static enum fuhe_status read_peeked(void *context, char *buffer, size_t size, size_t *count, struct fuhe_error *err) {
    struct fuhe_peeked_input *peeked = context;
    const size_t left = peeked->length - peeked->given;

    if (left == 0 && !peeked->ended) {
        return peeked->rest->read(peeked->rest->context, buffer, size, count, err);
    }
    if (left == 0 && peeked->fault.status != FUHE_STATUS_OK) {
        if (err != NULL) {
            *err = peeked->fault;
        }
        return peeked->fault.status;
    }
    *count = left < size ? left : size;
    if (*count > 0) {
        memcpy(buffer, peeked->head + peeked->given, *count);
    }
    peeked->given += *count;
    return FUHE_STATUS_OK;
}

struct fuhe_input fuhe_input_from_peeked(struct fuhe_peeked_input *peeked) {
    return (struct fuhe_input){read_peeked, peeked};
}
