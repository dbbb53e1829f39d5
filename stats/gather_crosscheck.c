/* SPDX-License-Identifier: Apache-2.0 */
/* The lines of the cross-check that are shown: the first groups of each family, of each group the first lines, with the
 * names of their forms. Lines are sorted by family and group, so that one walk finds them. */
#include "stats/gather.h"

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* How far the group at hand has been shown. */
struct showing {
    size_t group;
    size_t shown[2]; /* others, and those that were treated mildly */
};

static bool is_shown(struct showing *showing, const struct fuhe_crosscheck_line *line, size_t top) {
    if (line->group != showing->group) {
        *showing = (struct showing){.group = line->group};
    }
    return line->group <= top && showing->shown[line->treated_mildly]++ < FUHE_STATISTICS_GROUP_LINES;
}

/* The lines of a family are those from `first` on; *end is behind the last. */
static size_t count_shown(const struct fuhe_gathering *gathering, enum fuhe_code code, size_t first, size_t *end) {
    const struct fuhe_crosscheck *crosscheck = gathering->statistics->crosscheck;
    struct showing showing = {.group = 0};
    size_t count = 0;

    *end = first + fuhe_crosscheck_count(crosscheck, code).lines;
    for (size_t i = first; i < *end; i++) {
        const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(crosscheck, i);
        count += is_shown(&showing, &line, gathering->statistics->request.top);
    }
    return count;
}

static enum fuhe_status name_lines(struct fuhe_gathering *gathering, struct fuhe_statistics_crosscheck *shown,
                                   size_t first, size_t end) {
    const struct fuhe_crosscheck *crosscheck = gathering->statistics->crosscheck;
    struct showing showing = {.group = 0};

    for (size_t i = first; i < end; i++) {
        const struct fuhe_crosscheck_line line = fuhe_crosscheck_line(crosscheck, i);
        if (is_shown(&showing, &line, gathering->statistics->request.top)) {
            FUHE_TRY(fuhe_crosscheck_name_line(crosscheck, i, gathering->survey, gathering->arena,
                                               &shown->items[shown->count++], gathering->err));
        }
    }
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_gather_crosscheck(struct fuhe_gathering *gathering) {
    struct fuhe_statistics *statistics = gathering->statistics;
    size_t first = 0;
    size_t end = 0;

    for (size_t i = 0; i < FUHE_CROSSCHECK_FAMILIES && statistics->crosscheck != NULL; i++) {
        struct fuhe_statistics_crosscheck *shown = &statistics->crosschecks[i];
        const size_t count = count_shown(gathering, fuhe_crosscheck_families[i], first, &end);
        shown->items = fuhe_arena_allocate(gathering->arena, count + 1, sizeof *shown->items);
        if (shown->items == NULL) {
            return no_memory(gathering->err);
        }
        FUHE_TRY(name_lines(gathering, shown, first, end));
        first = end;
    }
    return FUHE_STATUS_OK;
}
