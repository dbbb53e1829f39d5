/* SPDX-License-Identifier: Apache-2.0 */
/* Answers likeness_oracle.py. A line on standard input is a text; a line of a single "=" ends a collection. For each
 * collection standard output has a line "text" with the features of each text, a line "match" with owner, like, group
 * and similarity of each match, and a line "end". Owners count the texts of a collection from 0. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crosscheck/features.h"
#include "crosscheck/likeness.h"

enum { LINE_MAX_BYTES = 65536 };

static void require(enum fuhe_status status) {
    if (status != FUHE_STATUS_OK) {
        (void)fprintf(stderr, "status %d\n", (int)status);
        exit(EXIT_FAILURE);
    }
}

static void take_text(struct fuhe_likeness *likeness, uint64_t owner, fuhe_text text) {
    static struct fuhe_features features;

    fuhe_features_reset(&features);
    fuhe_features_add_shingles(&features, text);
    fuhe_features_finish(&features);
    require(fuhe_likeness_add(likeness, owner, features.items, features.count, NULL));
    printf("text");
    for (size_t i = 0; i < features.count; i++) {
        printf(" %" PRIu32, features.items[i]);
    }
    printf("\n");
}

static void end_collection(struct fuhe_likeness *likeness) {
    struct fuhe_likeness_matches matches;

    require(fuhe_likeness_find(likeness, &matches, NULL));
    for (size_t i = 0; i < matches.count; i++) {
        const struct fuhe_likeness_match *match = &matches.items[i];
        printf("match %" PRIu64 " %" PRIu64 " %u %u\n", match->owner, match->like, (unsigned)match->group,
               match->similarity);
    }
    printf("end\n");
    fuhe_likeness_free(likeness);
}

int main(void) {
    static char line[LINE_MAX_BYTES];
    struct fuhe_likeness *likeness = NULL;
    uint64_t owner = 0;

    while (fgets(line, sizeof line, stdin) != NULL) {
        if (likeness == NULL) {
            require(fuhe_likeness_new(&likeness, NULL));
            owner = 0;
        }
        if (strcmp(line, "=\n") == 0) {
            end_collection(likeness);
            likeness = NULL;
        } else {
            take_text(likeness, owner++, (fuhe_text){line, strcspn(line, "\n")});
        }
    }
    fuhe_likeness_free(likeness);
    return 0;
}
