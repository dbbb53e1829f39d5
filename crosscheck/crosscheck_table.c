/* SPDX-License-Identifier: Apache-2.0 */
/* Lines as CSV and as JSON lines. Names are looked up form by form, so that memory does not grow with the lines. Words
 * and figures only: the sentences for people (crosscheck_words.h) differ by language, and these lines do not. */
#include "crosscheck/crosscheck_table.h"

#include "report/csv_cell.h"
#include "report/record.h"

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

/* --- names -------------------------------------------------------------------------------------------------------- */

struct naming {
    struct fuhe_arena *arena;
    struct fuhe_crosscheck_name *name;
    struct fuhe_error *err;
};

static enum fuhe_status take_form(void *context, const struct fuhe_survey_form *form) {
    const struct naming *naming = context;
    struct fuhe_crosscheck_name *name = naming->name;
    const struct {
        fuhe_text from;
        fuhe_text *to;
    } texts[] = {{form->file, &name->file},
                 {form->id, &name->id},
                 {form->project, &name->project},
                 {form->department_name, &name->department}};

    name->number = form->number;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (fuhe_arena_copy(naming->arena, texts[i].from, texts[i].to) != FUHE_STATUS_OK) {
            return no_memory(naming->err);
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status name_page(struct fuhe_survey *survey, uint64_t page, struct fuhe_arena *arena,
                                  struct fuhe_crosscheck_name *name, struct fuhe_error *err) {
    struct naming naming = {arena, name, err};

    return page == 0 ? FUHE_STATUS_OK : fuhe_survey_page(survey, page, take_form, &naming, err);
}

enum fuhe_status fuhe_crosscheck_name_line(const struct fuhe_crosscheck *crosscheck, size_t index,
                                           struct fuhe_survey *survey, struct fuhe_arena *arena,
                                           struct fuhe_crosscheck_named *named, struct fuhe_error *err) {
    struct fuhe_crosscheck_name whole = {.number = 0};

    *named = (struct fuhe_crosscheck_named){.line = fuhe_crosscheck_line(crosscheck, index)};
    if (named->line.page != 0) {
        FUHE_TRY(name_page(survey, named->line.page, arena, &named->form, err));
        return name_page(survey, named->line.like, arena, &named->other, err);
    }
    FUHE_TRY(name_page(survey, named->line.like, arena, &whole, err));
    named->form.department = whole.department;
    if (named->line.code != FUHE_CODE_ALL_FULL_MARKS) {
        named->form.file = whole.file;
    }
    return FUHE_STATUS_OK;
}

struct fuhe_figure fuhe_crosscheck_percent(const struct fuhe_crosscheck_line *line) {
    return (struct fuhe_figure){line->similarity > 0, {(int64_t)line->similarity * (FUHE_DECIMAL_ONE / 10)}};
}

/* --- CSV ---------------------------------------------------------------------------------------------------------- */

static void comma(struct fuhe_output *output) {
    fuhe_output_char(output, ',');
}

static void csv_count(struct fuhe_output *output, size_t count) {
    comma(output);
    if (count > 0) {
        fuhe_output_size(output, count);
    }
}

static void csv_text(struct fuhe_output *output, fuhe_text text) {
    comma(output);
    fuhe_csv_text(output, text);
}

static void csv_figure(struct fuhe_output *output, struct fuhe_figure figure) {
    comma(output);
    fuhe_csv_decimal(output, figure.present, figure.value);
}

static void csv_name(struct fuhe_output *output, const struct fuhe_crosscheck_name *name, size_t row) {
    csv_text(output, name->file);
    csv_count(output, name->number);
    csv_text(output, name->id);
    csv_text(output, name->project);
    csv_count(output, row);
}

static void write_csv(struct fuhe_output *output, const struct fuhe_crosscheck_named *named) {
    const struct fuhe_crosscheck_line *line = &named->line;
    const bool is_uneven = line->code == FUHE_CODE_UNEVEN_TREATMENT;

    fuhe_output_string(output, fuhe_code_name(line->code));
    csv_count(output, line->group);
    csv_count(output, line->members);
    csv_text(output, named->form.department);
    csv_name(output, &named->form, line->row);
    csv_name(output, &named->other, line->like_row);
    csv_figure(output, fuhe_crosscheck_percent(line));
    csv_text(output, fuhe_text_of(fuhe_defect_name(line->defect)));
    csv_figure(output, line->weight);
    csv_figure(output, line->claimed);
    csv_figure(output, line->recomputed);
    csv_count(output, is_uneven ? line->mild : 0);
    csv_text(output, fuhe_text_of(!is_uneven ? "" : line->treated_mildly ? "1" : "0"));
    fuhe_output_string(output, "\r\n");
}

static const char csv_heads[] =
    "code,group,members,department,file,number,id,project,row,other_file,other_number,other_id,other_project,"
    "other_row,similarity,defect,weight,claimed,recomputed,mild,treated_mildly\r\n";

/* --- all lines ---------------------------------------------------------------------------------------------------- */

/* Lines on their way to a file. */
struct writing {
    const struct fuhe_crosscheck *crosscheck;
    struct fuhe_survey *survey;
    struct fuhe_output *output;
    struct fuhe_arena *arena; /* of the line at hand */
    void (*write)(struct fuhe_output *output, const struct fuhe_crosscheck_named *named);
};

static enum fuhe_status write_all(struct writing *writing, struct fuhe_error *err) {
    struct fuhe_crosscheck_named named;

    if (writing->arena == NULL) {
        return no_memory(err);
    }
    for (size_t i = 0; i < fuhe_crosscheck_lines(writing->crosscheck); i++) {
        fuhe_arena_reset(writing->arena);
        FUHE_TRY(fuhe_crosscheck_name_line(writing->crosscheck, i, writing->survey, writing->arena, &named, err));
        writing->write(writing->output, &named);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_file(struct writing *writing, struct fuhe_error *err) {
    writing->arena = fuhe_arena_new();
    const enum fuhe_status status = write_all(writing, err);
    fuhe_arena_free(writing->arena);
    return status;
}

enum fuhe_status fuhe_crosscheck_write_csv(const struct fuhe_crosscheck *crosscheck, struct fuhe_survey *survey,
                                           bool no_bom, struct fuhe_output *output, struct fuhe_error *err) {
    struct writing writing = {.crosscheck = crosscheck, .survey = survey, .output = output, .write = write_csv};
    struct fuhe_report report = {.options = {.no_bom = no_bom}, .output = output};

    fuhe_csv_begin(&report);
    fuhe_output_string(output, csv_heads);
    return write_file(&writing, err);
}

/* --- JSON lines --------------------------------------------------------------------------------------------------- */

static void json_text(struct fuhe_record *record, const char *name, fuhe_text text) {
    if (text.length > 0) {
        fuhe_record_text(record, name, text);
    }
}

static void json_count(struct fuhe_record *record, const char *name, size_t count) {
    if (count > 0) {
        fuhe_record_count(record, name, count);
    }
}

static void json_figure(struct fuhe_record *record, const char *name, struct fuhe_figure figure, unsigned places) {
    if (figure.present) {
        fuhe_record_decimal(record, name, figure.value, places);
    }
}

static void json_name(struct fuhe_record *record, const struct fuhe_crosscheck_name *name, size_t row) {
    json_text(record, "file", name->file);
    json_count(record, "number", name->number);
    json_text(record, "id", name->id);
    json_text(record, "project", name->project);
    json_count(record, "row", row);
}

static void json_figures(struct fuhe_record *record, const struct fuhe_crosscheck_line *line) {
    json_figure(record, "similarity", fuhe_crosscheck_percent(line), 1);
    if (line->code == FUHE_CODE_UNEVEN_TREATMENT) {
        fuhe_record_word(record, "defect", fuhe_defect_name(line->defect));
        fuhe_record_count(record, "mild", line->mild);
        fuhe_record_flag(record, "treated_mildly", line->treated_mildly);
    }
    json_figure(record, "weight", line->weight, 0);
    json_figure(record, "claimed", line->claimed, 0);
    json_figure(record, "recomputed", line->recomputed, 0);
}

void fuhe_crosscheck_record(struct fuhe_record *record, const struct fuhe_crosscheck_named *named) {
    const struct fuhe_crosscheck_line *line = &named->line;

    fuhe_record_word(record, "code", fuhe_code_name(line->code));
    fuhe_record_count(record, "group", line->group);
    fuhe_record_count(record, "members", line->members);
    fuhe_record_text(record, "department", named->form.department);
    json_name(record, &named->form, line->row);
    json_figures(record, line);
    if (named->other.number > 0) {
        fuhe_record_open(record, "other");
        json_name(record, &named->other, line->like_row);
        fuhe_record_close(record);
    }
}

static void write_json(struct fuhe_output *output, const struct fuhe_crosscheck_named *named) {
    struct fuhe_record record;

    fuhe_record_init(&record, FUHE_RECORD_JSON, output);
    fuhe_record_open(&record, NULL);
    fuhe_record_word(&record, "schema", "fuhe-crosscheck/1");
    fuhe_crosscheck_record(&record, named);
    fuhe_record_close(&record);
    fuhe_output_char(output, '\n');
}

enum fuhe_status fuhe_crosscheck_write_jsonl(const struct fuhe_crosscheck *crosscheck, struct fuhe_survey *survey,
                                             struct fuhe_output *output, struct fuhe_error *err) {
    struct writing writing = {.crosscheck = crosscheck, .survey = survey, .output = output, .write = write_json};

    return write_file(&writing, err);
}
