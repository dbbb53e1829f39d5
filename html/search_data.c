/* SPDX-License-Identifier: Apache-2.0 */
/* Files for the search. A text is taken apart faster than a list of lists is read, and takes half the room. */
#include "html/search_data.h"

#include <stdio.h>
#include <stdlib.h>

#include "html/escape.h"
#include "html/form_row.h"

extern const char fuhe_search_script[]; /* search.js */

/* --- fields --- */

/* Tabs and line ends are ours; what hides from people becomes U+FFFD, as on pages. */
static void write_character(struct fuhe_output *output, fuhe_text text, size_t start, size_t end, uint32_t character) {
    if (character == '\t' || character == '\n' || character == '\r') {
        fuhe_output_char(output, ' ');
    } else if (fuhe_escape_is_hidden(character) || character == 0x2028 || character == 0x2029) {
        fuhe_output_string(output, "\xEF\xBF\xBD");
    } else {
        fuhe_output_string(output, character == '"' || character == '\\' ? "\\" : "");
        fuhe_output_text(output, (fuhe_text){text.bytes + start, end - start});
    }
}

static void write_text(struct fuhe_output *output, fuhe_text text) {
    for (size_t offset = 0; offset < text.length;) {
        const size_t start = offset;
        const uint32_t character = fuhe_text_next(text, &offset);
        write_character(output, text, start, offset, character);
    }
}

static void begin_field(struct fuhe_output *output) {
    fuhe_output_string(output, "\\t");
}

static void write_field(struct fuhe_output *output, fuhe_text text) {
    begin_field(output);
    write_text(output, text);
}

static void write_count(struct fuhe_output *output, size_t count) {
    begin_field(output);
    fuhe_output_size(output, count);
}

static void write_figure(struct fuhe_output *output, struct fuhe_figure figure) {
    begin_field(output);
    if (figure.present) {
        fuhe_output_decimal(output, figure.value, 2);
    }
}

/* Codes by their order in FUHE_CODES, with a space in front of and behind each. */
static void write_codes(struct fuhe_output *output, fuhe_text codes) {
    begin_field(output);
    while (codes.length > 0) {
        const size_t end = fuhe_text_find(codes, FUHE_TEXT(" "));
        fuhe_output_char(output, ' ');
        fuhe_output_size(output, (size_t)fuhe_code_find((fuhe_text){codes.bytes, end}));
        codes = end < codes.length ? fuhe_text_from(codes, end + 1) : (fuhe_text){NULL, 0};
    }
    fuhe_output_char(output, ' ');
}

static void write_name(struct fuhe_output *output, const struct fuhe_survey_form *form) {
    if (form->project.length + form->id.length > 0) {
        write_field(output, form->project.length > 0 ? form->project : form->id);
        return;
    }
    begin_field(output);
    fuhe_form_name(output, form); /* by its number */
}

/* search.js has the same order. */
static void write_row(struct fuhe_output *output, const struct fuhe_pack_library *library,
                      const struct fuhe_survey_form *form) {
    fuhe_output_size(output, (size_t)form->page);
    write_count(output, (size_t)form->department);
    write_count(output, form->risk);
    write_figure(output, form->claimed_points);
    write_figure(output, form->verified);
    write_figure(output, form->deviation);
    write_count(output, (size_t)form->state);
    write_field(output, fuhe_grades_name(library, form->pack, form->grade_claimed));
    write_field(output, form->grade);
    write_field(output, form->grade.length > 0 ? fuhe_grades_name(library, form->pack, form->grade) : FUHE_TEXT("—"));
    write_count(output, fuhe_grades_lowered(library, form));
    write_count(output, form->findings[FUHE_SEVERITY_ERROR]);
    write_count(output, form->findings[FUHE_SEVERITY_WARNING]);
    write_count(output, form->findings[FUHE_SEVERITY_NOTE]);
    write_codes(output, form->codes);
    write_field(output, form->id);
    write_field(output, form->department_name);
    write_name(output, form);
}

/* --- files --- */

static enum fuhe_status no_memory(struct fuhe_error *err) {
    return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
}

enum fuhe_status fuhe_search_data_init(struct fuhe_search_data *data, const char *folder,
                                       const struct fuhe_pack_library *library, struct fuhe_error *err) {
    *data = (struct fuhe_search_data){.folder = folder, .library = library, .file = malloc(sizeof *data->file)};
    if (data->file == NULL) {
        return no_memory(err);
    }
    fuhe_file_init(data->file);
    return FUHE_STATUS_OK;
}

void fuhe_search_data_free(struct fuhe_search_data *data) {
    if (data->file != NULL) {
        const enum fuhe_status status = fuhe_file_close(data->file, NULL); /* of one that was given up */
        (void)status;
    }
    free(data->file);
    data->file = NULL;
}

static enum fuhe_status open_part(struct fuhe_search_data *data, struct fuhe_error *err) {
    char address[FUHE_ADDRESS_SIZE];

    data->part++;
    data->rows = 0;
    (void)snprintf(address, sizeof address, "data/%04zu.js", data->part);
    FUHE_TRY(fuhe_file_open(data->file, data->folder, address, err));
    fuhe_output_string(&data->file->output, "fuheSearchData(");
    fuhe_output_size(&data->file->output, data->part);
    fuhe_output_string(&data->file->output, ",\"");
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_search_data_end(struct fuhe_search_data *data, struct fuhe_error *err) {
    if (data->part > 0) {
        fuhe_output_string(&data->file->output, "\");\n");
    }
    return fuhe_file_close(data->file, err);
}

enum fuhe_status fuhe_search_data_add(struct fuhe_search_data *data, const struct fuhe_survey_form *form,
                                      struct fuhe_error *err) {
    if (data->part == 0 || data->rows == FUHE_SEARCH_ROWS) {
        FUHE_TRY(fuhe_search_data_end(data, err));
        FUHE_TRY(open_part(data, err));
    }
    fuhe_output_string(&data->file->output, data->rows == 0 ? "" : "\\n");
    write_row(&data->file->output, data->library, form);
    data->rows++;
    return FUHE_STATUS_OK;
}

enum fuhe_status fuhe_search_write_script(const char *folder, struct fuhe_error *err) {
    struct fuhe_file *file = malloc(sizeof *file);

    if (file == NULL) {
        return no_memory(err);
    }
    fuhe_file_init(file);
    enum fuhe_status status = fuhe_file_open(file, folder, FUHE_SEARCH_SCRIPT, err);
    if (status == FUHE_STATUS_OK) {
        fuhe_output_string(&file->output, fuhe_search_script);
        status = fuhe_file_close(file, err);
    }
    free(file);
    return status;
}
