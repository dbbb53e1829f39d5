/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_BENCH_BARE_PACKAGE_H
#define FUHE_BENCH_BARE_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

/* The yardstick for documents: what libzip and libxml2 cost by themselves over the same bytes. */
struct bare;

struct bare *bare_start(void); /* NULL when it could not be made */
void bare_stop(struct bare *bare);

/* Inflates every part and pushes those that are XML through SAX2 handlers that do nothing. */
bool bare_read_package(struct bare *bare, const char *bytes, size_t length);

/* Pushes a page through libxml2's HTML parser with handlers that do nothing. */
bool bare_read_html(struct bare *bare, const char *bytes, size_t length);

#endif
