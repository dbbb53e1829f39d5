/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as a number: whatever is read is written so that it reads back equal, with the least and with all places. */
#include <stdlib.h>

#include "engine/decimal.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void read_back(fuhe_decimal value, unsigned min_places) {
    char text[FUHE_DECIMAL_TEXT_SIZE];
    fuhe_decimal again;
    unsigned places;
    const size_t length = fuhe_decimal_format(value, min_places, text);

    if (length >= sizeof text || text[length] != '\0' ||
        fuhe_decimal_parse((fuhe_text){text, length}, &again, &places) != FUHE_STATUS_OK ||
        !fuhe_decimal_equals(again, value) || places < min_places || places > FUHE_DECIMAL_PLACES) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    fuhe_decimal value = {-77};
    unsigned places = 77;
    const enum fuhe_status status = fuhe_decimal_parse((fuhe_text){(const char *)bytes, size}, &value, &places);

    if (status == FUHE_STATUS_OK) {
        read_back(value, 0);
        read_back(value, FUHE_DECIMAL_PLACES);
        return 0;
    }
    if ((status != FUHE_STATUS_NOT_A_NUMBER && status != FUHE_STATUS_OVERFLOW) || value.scaled != -77 || places != 77) {
        abort();
    }
    return 0;
}
