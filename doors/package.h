/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_DOORS_PACKAGE_H
#define FUHE_DOORS_PACKAGE_H

#include "engine/error.h"
#include "engine/text.h"

/* An office document: an archive of parts in memory. Parts are asked for by name and inflated into memory only; their
 * names are names and nothing else. What is never asked for (pictures, macros) is never inflated. The limits hold for
 * what is: */
enum {
    FUHE_PACKAGE_PARTS_MAX = 20000,
    FUHE_PACKAGE_PART_MIB_MAX = 256,
    FUHE_PACKAGE_TOTAL_MIB_MAX = 512,        /* of all parts together, each as often as it is read */
    FUHE_PACKAGE_RATIO_MAX = 250,            /* inflated to deflated size, of parts that are … */
    FUHE_PACKAGE_RATIO_FREE_BYTES = 1 << 20, /* … larger than this when inflated */
    FUHE_PACKAGE_NAME_SIZE = 512
};

struct fuhe_package;

/* bytes are borrowed until the package is closed. */
FUHE_MUST_USE enum fuhe_status fuhe_package_open(fuhe_text bytes, struct fuhe_package **package,
                                                 struct fuhe_error *err);
void fuhe_package_close(struct fuhe_package *package); /* takes NULL */

bool fuhe_package_has(const struct fuhe_package *package, const char *name);

/* Takes a piece of a part; what it returns beside OK ends the reading. */
typedef enum fuhe_status (*fuhe_package_take)(void *context, fuhe_text piece, struct fuhe_error *err);

/* Gives a part in pieces, in order, to `take`. A part that is not there is an error, and so is one whose size or check
 * sum is not as announced; what has been taken until then must be thrown away. */
FUHE_MUST_USE enum fuhe_status fuhe_package_read(struct fuhe_package *package, const char *name, fuhe_package_take take,
                                                 void *context, struct fuhe_error *err);

/* Whether bytes are a package with a part that mentions one of these words (in small letters), ended by NULL, near its
 * beginning. */
bool fuhe_package_mentions(fuhe_text bytes, const char *part, const char *const *words);

/* Whether bytes are a package whose [Content_Types].xml names one of these types (in small letters), ended by NULL. */
bool fuhe_package_is_of_type(fuhe_text bytes, const char *const *types);

/* Says that a part is not as it must be. */
enum fuhe_status fuhe_package_complain(struct fuhe_error *err, const char *part, const char *what);

#endif
