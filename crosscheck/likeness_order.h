/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_CROSSCHECK_LIKENESS_ORDER_H
#define FUHE_CROSSCHECK_LIKENESS_ORDER_H

#include <stddef.h>
#include <stdint.h>

/* Sorts upwards, where they stand: neither memory nor more than eight looks at a number. */
void fuhe_likeness_order(uint64_t *numbers, size_t count);

#endif
