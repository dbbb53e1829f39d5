/* SPDX-License-Identifier: Apache-2.0 */
/* Bytes as the part of a workbook or Word document that holds forms, filled in: that gives an error, or a package that
 * is read again, with as many forms, into which the same is written once more. Every form gets a score, a reason, a
 * rate and a grade where it has none. */
#include <stdlib.h>

#include "fill/fill.h"
#include "report/memory_output.h"
#include "tests/fuzz/parts.h"

static void require(bool holds) {
    if (!holds) {
        abort();
    }
}

#define PART(name, content)                                                                                            \
    {                                                                                                                  \
        (name), {                                                                                                      \
            (content), sizeof(content) - 1                                                                             \
        }                                                                                                              \
    }
#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"

static const struct archive_part workbook_parts[] = {
    PART("[Content_Types].xml", "spreadsheetml.sheet.main+xml"),
    PART("_rels/.rels", RELATIONS "<Relationship Id='a' Type='/officeDocument' Target='b.xml'/></Relationships>"),
    PART("_rels/b.xml.rels", RELATIONS "<Relationship Id='a' Type='/worksheet' Target='0'/>"
                                       "<Relationship Id='c' Type='/styles' Target='s'/></Relationships>"),
    PART("b.xml", "<a xmlns:r='r'><sheet name='S' r:id='a'/></a>"),
    PART("s", "<a><cellXfs count='2'><xf numFmtId='1'/><xf numFmtId='0'><alignment/></xf></cellXfs></a>"),
};
static const struct archive_part word_parts[] = {
    PART("[Content_Types].xml", "wordprocessingml.document.main+xml"),
    PART("_rels/.rels", RELATIONS "<Relationship Id='a' Type='/officeDocument' Target='0'/></Relationships>"),
};

static void set_blank(struct fuhe_cell *cell, const char *text) {
    if (cell->state != FUHE_CELL_TEXT) {
        *cell = (struct fuhe_cell){fuhe_text_of(text), {0}, FUHE_CELL_TEXT};
    }
}

static void add_forms(struct fuhe_filling *filling, struct fuhe_arena *arena) {
    for (size_t i = 0; i < filling->intake.recognition.form_count; i++) {
        struct fuhe_form form = filling->intake.recognition.forms[i]->form;
        struct fuhe_indicator *rows = fuhe_arena_allocate(arena, form.indicator_count + 1, sizeof *rows);
        require(rows != NULL);
        for (size_t k = 0; k < form.indicator_count; k++) {
            rows[k] = form.indicators[k];
            set_blank(&rows[k].reviewed_score, "0.82");
            set_blank(&rows[k].reviewed_reason, "a < b & 好");
        }
        form.indicators = rows;
        set_blank(&form.total_deviation_rate, "-0.05");
        set_blank(&form.total_grade, "良好");
        require(fuhe_filling_add(filling, i, &form, FUHE_TEXT("91.48")) == FUHE_STATUS_OK);
    }
}

/* False when the document is refused; then the error says so. */
static bool fill(fuhe_text bytes, const struct fuhe_words *words, struct fuhe_memory_output *memory, size_t *forms) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_filling filling;
    struct fuhe_error error = {0};

    require(arena != NULL);
    fuhe_memory_output_reset(memory);
    enum fuhe_status status = fuhe_filling_begin(&filling, bytes, words, arena, &error);
    if (status == FUHE_STATUS_OK) {
        *forms = filling.intake.recognition.form_count;
        add_forms(&filling, arena);
        status = fuhe_filling_end(&filling, &memory->output, &error);
    }
    require(status == error.status && status != FUHE_STATUS_INTERNAL);
    fuhe_arena_free(arena);
    return status == FUHE_STATUS_OK;
}

static void check(const struct archive_part *fixed, size_t count, fuhe_text input, const struct fuhe_words *words) {
    struct archive_part parts[8];
    struct fuhe_memory_output *once = fuhe_memory_output_new();
    struct fuhe_memory_output *twice = fuhe_memory_output_new();
    size_t forms = 0;
    size_t again = 0;

    memcpy(parts, fixed, count * sizeof *parts);
    parts[count] = (struct archive_part){"0", input};
    const fuhe_text package = archive_make(parts, count + 1);
    require(once != NULL && twice != NULL);
    if (fill(package, words, once, &forms)) {
        require(fill(fuhe_memory_output_text(once), words, twice, &again) && (again > 0) == (forms > 0));
    }
    fuhe_memory_output_free(once);
    fuhe_memory_output_free(twice);
    free((void *)(uintptr_t)package.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    const fuhe_text input = {(const char *)bytes, size};
    struct fuhe_words *words = fuhe_words_new();

    require(words != NULL);
    check(workbook_parts, sizeof workbook_parts / sizeof workbook_parts[0], input, words);
    check(word_parts, sizeof word_parts / sizeof word_parts[0], input, words);
    fuhe_words_free(words);
    return 0;
}
