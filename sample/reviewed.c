/* SPDX-License-Identifier: Apache-2.0 */
/* A line belongs to the item with its page, and must name the same batch, file and form: a table of another batch does
 * not pass for this one. Nothing is guessed and nothing is passed over without being counted. */
#include "sample/reviewed.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine/value.h"
#include "sample/delimited.h"

enum column {
    COLUMN_METHOD,
    COLUMN_N,
    COLUMN_SEED,
    COLUMN_BATCH,
    COLUMN_PAGE,
    COLUMN_FILE,
    COLUMN_NUMBER,
    COLUMN_REVIEWED,
    COLUMNS
};

/* As the table has it, and as the sheet of the workbook has it in both languages, which lacks some columns. */
enum { HEADINGS = 3 };
static const char *const headings[COLUMNS][HEADINGS] = {
    [COLUMN_METHOD] = {"method", "抽取依据", "Drawn by"},
    [COLUMN_N] = {"n", NULL, NULL},
    [COLUMN_SEED] = {"seed", NULL, NULL},
    [COLUMN_BATCH] = {"batch", NULL, NULL},
    [COLUMN_PAGE] = {"page", "序号", "No."},
    [COLUMN_FILE] = {"file", "文件", "File"},
    [COLUMN_NUMBER] = {"number", "文件中的序号", "No. in the file"},
    [COLUMN_REVIEWED] = {"reviewed", "人工复核得分", "Score by hand"},
};

/* One reading. */
struct reading {
    const struct fuhe_sample *sample;
    struct fuhe_reviewed *reviewed;
    bool *seen;             /* of each item */
    size_t sheet;           /* of the workbook: which headings; 0 for the table */
    size_t width;           /* of the heading */
    size_t places[COLUMNS]; /* of the columns, in a line */
    struct fuhe_delimited table;
    struct fuhe_error *err;
};

static fuhe_text cell_of(const struct reading *reading, enum column column) {
    const size_t place = reading->places[column];

    return place < reading->table.cell_count ? reading->table.cells[place].text : (fuhe_text){NULL, 0};
}

static const char *shown_heading(const struct reading *reading, enum column column) {
    const char *of_sheet = headings[column][reading->sheet];

    return of_sheet == NULL ? headings[column][0] : of_sheet;
}

static enum fuhe_status refuse(const struct reading *reading, enum column column, enum fuhe_problem problem,
                               const char *found, const char *expected) {
    const size_t place = reading->places[column];
    const bool there = place < reading->table.cell_count;

    (void)fuhe_error_set(reading->err, FUHE_STATUS_UNREADABLE, problem, found, expected);
    fuhe_error_set_place(reading->err, reading->table.record_line, there ? reading->table.cells[place].column : 1);
    fuhe_error_set_subject(reading->err, problem < FUHE_PROBLEM_REVIEWED_BATCH ? "" : shown_heading(reading, column));
    return FUHE_STATUS_UNREADABLE;
}

/* A text with its end marked, cut to fit. */
struct short_text {
    char bytes[200];
};

static struct short_text shorten(fuhe_text text) {
    struct short_text copy;

    (void)snprintf(copy.bytes, sizeof copy.bytes, "%.*s", text.length < sizeof copy.bytes ? (int)text.length : 160,
                   text.bytes == NULL ? "" : text.bytes);
    return copy;
}

static struct short_text name_form(fuhe_text file, fuhe_text number) {
    struct short_text name;
    const struct short_text short_file = shorten(file);
    const struct short_text short_number = shorten(number);

    (void)snprintf(name.bytes, sizeof name.bytes, "%.160s #%.30s", short_file.bytes, short_number.bytes);
    return name;
}

/* --- the heading --- */

/* The width when there is no such column. */
static size_t find_heading(const struct reading *reading, const char *heading) {
    size_t place = 0;

    while (heading != NULL && place < reading->width &&
           !fuhe_text_equals(reading->table.cells[place].text, fuhe_text_of(heading))) {
        place++;
    }
    return heading == NULL ? reading->width : place;
}

/* The sheet of the workbook has headings of its own; of a table, only the column to be filled in may have another. */
static enum fuhe_status read_heading(struct reading *reading) {
    bool found;

    FUHE_TRY(fuhe_delimited_next(&reading->table, &found, reading->err));
    reading->width = found ? reading->table.cell_count : 0;
    for (size_t i = 1; i < HEADINGS; i++) {
        reading->sheet = find_heading(reading, headings[COLUMN_METHOD][i]) < reading->width ? i : reading->sheet;
    }
    for (size_t column = 0; column < COLUMNS; column++) {
        size_t place = find_heading(reading, headings[column][reading->sheet]);
        for (size_t i = 1; column == COLUMN_REVIEWED && i < HEADINGS && place == reading->width; i++) {
            place = find_heading(reading, headings[column][i]);
        }
        reading->places[column] = place;
        if (place == reading->width && headings[column][reading->sheet] != NULL) {
            return refuse(reading, (enum column)column, FUHE_PROBLEM_TABLE_COLUMN, NULL,
                          headings[column][reading->sheet]);
        }
    }
    return FUHE_STATUS_OK;
}

/* --- a line --- */

static bool is_count(fuhe_text text, uint64_t count) {
    char digits[24];
    const int length = snprintf(digits, sizeof digits, "%" PRIu64, count);

    return fuhe_text_equals(text, (fuhe_text){digits, (size_t)length});
}

static enum fuhe_status check_sample(const struct reading *reading) {
    if (reading->sheet > 0) {
        return FUHE_STATUS_OK; /* it does not say; each form is found by its number and file all the same */
    }
    const struct fuhe_sample_request *request = &reading->sample->request;
    const fuhe_text n = cell_of(reading, COLUMN_N);
    const fuhe_text seed = cell_of(reading, COLUMN_SEED);
    const fuhe_text batch = cell_of(reading, COLUMN_BATCH);
    const char *fingerprint = reading->sample->origin.fingerprint;
    char found[128];
    char expected[64];

    if (!fuhe_text_equals(batch, fuhe_text_of(fingerprint))) {
        return refuse(reading, COLUMN_BATCH, FUHE_PROBLEM_REVIEWED_BATCH, shorten(batch).bytes, fingerprint);
    }
    if (is_count(n, request->count) && is_count(seed, request->seed)) {
        return FUHE_STATUS_OK;
    }
    (void)snprintf(found, sizeof found, "-n %.20s --seed %.20s", shorten(n).bytes, shorten(seed).bytes);
    (void)snprintf(expected, sizeof expected, "-n %zu --seed %" PRIu32, request->count, request->seed);
    return refuse(reading, COLUMN_N, FUHE_PROBLEM_REVIEWED_OTHER, found, expected);
}

static int compare_page(const void *page, const void *item) {
    const uint64_t a = *(const uint64_t *)page;
    const uint64_t b = ((const struct fuhe_sample_item *)item)->page;

    return (a > b) - (a < b);
}

static uint64_t page_of(fuhe_text text) {
    uint64_t page = 0;

    for (size_t i = 0; i < text.length && i < 18; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9') {
            return 0;
        }
        page = 10 * page + (uint64_t)(text.bytes[i] - '0');
    }
    return page;
}

/* The name as it stands in the table: blanks around it are gone, and one that a spreadsheet would take for a formula
 * has an apostrophe in front (report/csv_cell.h). */
static bool is_file(fuhe_text cell, fuhe_text file) {
    const fuhe_text bare = fuhe_text_starts_with(cell, FUHE_TEXT("'")) ? fuhe_text_from(cell, 1) : cell;
    const fuhe_text name = fuhe_text_trim(file);

    return fuhe_text_equals(cell, name) || fuhe_text_equals(fuhe_text_trim(bare), name);
}

/* The item of a line: items of a sample by money stand in the order of their pages. */
static enum fuhe_status find_item(const struct reading *reading, size_t *index) {
    const struct fuhe_sample *sample = reading->sample;
    const uint64_t page = page_of(cell_of(reading, COLUMN_PAGE));
    const fuhe_text file = cell_of(reading, COLUMN_FILE);
    const fuhe_text number = cell_of(reading, COLUMN_NUMBER);
    const struct fuhe_sample_item *item =
        sample->count == 0 ? NULL : bsearch(&page, sample->items, sample->count, sizeof *item, compare_page);

    if (item == NULL || !is_file(file, item->file) || !is_count(number, item->number)) {
        return refuse(reading, COLUMN_PAGE, FUHE_PROBLEM_REVIEWED_UNKNOWN, name_form(file, number).bytes, NULL);
    }
    *index = (size_t)(item - sample->items);
    return reading->seen[*index]
               ? refuse(reading, COLUMN_PAGE, FUHE_PROBLEM_REVIEWED_TWICE, name_form(file, number).bytes, NULL)
               : FUHE_STATUS_OK;
}

static enum fuhe_status read_score(const struct reading *reading, struct fuhe_figure *score) {
    const fuhe_text text = cell_of(reading, COLUMN_REVIEWED);
    const struct fuhe_cell cell = {.text = text, .state = FUHE_CELL_TEXT};

    if (text.length == 0) {
        reading->reviewed->unreviewed++;
        return FUHE_STATUS_OK;
    }
    const struct fuhe_value value = fuhe_value_read_figure(&cell, 1);
    if (value.kind != FUHE_VALUE_NUMBER || value.unit_kind == FUHE_UNIT_PERCENT || value.scale != 1 ||
        value.number.scaled < 0 || value.number.scaled > FUHE_DECIMAL(FUHE_REVIEWED_SCORE_MAX).scaled) {
        return refuse(reading, COLUMN_REVIEWED, FUHE_PROBLEM_REVIEWED_SCORE, shorten(text).bytes, "100");
    }
    *score = (struct fuhe_figure){.present = true, .value = value.number};
    return FUHE_STATUS_OK;
}

static bool is_by_risk(fuhe_text method) {
    return fuhe_text_equals(method, FUHE_TEXT("risk")) || fuhe_text_equals(method, FUHE_TEXT("风险"));
}

static enum fuhe_status read_line(struct reading *reading) {
    size_t index;

    if (reading->table.cell_count > reading->width) {
        char width[24];
        (void)snprintf(width, sizeof width, "%zu", reading->width);
        return refuse(reading, COLUMN_METHOD, FUHE_PROBLEM_TABLE_CELLS, NULL, width);
    }
    if (is_by_risk(cell_of(reading, COLUMN_METHOD))) {
        reading->reviewed->passed_over++;
        return FUHE_STATUS_OK;
    }
    FUHE_TRY(check_sample(reading));
    FUHE_TRY(find_item(reading, &index));
    reading->seen[index] = true;
    return read_score(reading, &reading->reviewed->scores[index]);
}

/* --- the whole --- */

static enum fuhe_status check_all_seen(const struct reading *reading) {
    for (size_t i = 0; i < reading->sample->count; i++) {
        const struct fuhe_sample_item *item = &reading->sample->items[i];
        char number[FUHE_SIZE_TEXT_SIZE];
        if (!reading->seen[i]) {
            const fuhe_text digits = {number, fuhe_size_format(item->number, number)};
            return fuhe_error_set(reading->err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_REVIEWED_MISSING,
                                  name_form(item->file, digits).bytes, NULL);
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status read_all(struct reading *reading) {
    bool found = true;

    FUHE_TRY(read_heading(reading));
    FUHE_TRY(fuhe_delimited_next(&reading->table, &found, reading->err));
    while (found) {
        FUHE_TRY(read_line(reading));
        FUHE_TRY(fuhe_delimited_next(&reading->table, &found, reading->err));
    }
    return check_all_seen(reading);
}

enum fuhe_status fuhe_reviewed_read(fuhe_text bytes, const struct fuhe_sample *sample, struct fuhe_arena *arena,
                                    struct fuhe_reviewed *reviewed, struct fuhe_error *err) {
    struct reading *reading = fuhe_arena_allocate(arena, 1, sizeof *reading);
    bool *seen = fuhe_arena_allocate(arena, sample->count + 1, sizeof *seen);
    struct fuhe_reviewed read = {.scores = fuhe_arena_allocate(arena, sample->count + 1, sizeof *read.scores)};

    if (reading == NULL || seen == NULL || read.scores == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    reading->sample = sample;
    reading->reviewed = &read;
    reading->seen = seen;
    reading->err = err;
    FUHE_TRY(fuhe_delimited_begin(&reading->table, bytes, arena, err));
    FUHE_TRY(read_all(reading));
    *reviewed = read;
    return FUHE_STATUS_OK;
}
