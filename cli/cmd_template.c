/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe template: an empty form for units to fill in. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "blank/blank.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/files.h"
#include "cli/interrupt.h"
#include "cli/rules_named.h"
#include "cli/spared.h"
#include "engine/pack_choice.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/translate.h"

enum { YEAR_MIN = 2000, YEAR_MAX = 2099 };

enum format { FORMAT_NONE, FORMAT_XLSX, FORMAT_DOCX };

struct arguments {
    enum format format;
    const char *path;
    struct fuhe_rules_request rules;
    struct fuhe_blank_request request;
};

static struct fuhe_pack_library library;

/* --- command line ------------------------------------------------------------------------------------------------ */

static bool apply_format(void *target, const char *value) {
    struct arguments *arguments = target;

    arguments->format = strcmp(value, "xlsx") == 0   ? FORMAT_XLSX
                        : strcmp(value, "docx") == 0 ? FORMAT_DOCX
                                                     : FORMAT_NONE;
    return arguments->format != FORMAT_NONE;
}

/* As the file ends. */
static enum format format_of(const char *path) {
    const fuhe_text name = fuhe_text_of(path);

    return fuhe_text_ends_with(name, FUHE_TEXT(".xlsx"))   ? FORMAT_XLSX
           : fuhe_text_ends_with(name, FUHE_TEXT(".docx")) ? FORMAT_DOCX
                                                           : FORMAT_NONE;
}

static bool apply_number(const char *value, uint64_t least, uint64_t most, uint32_t *number) {
    uint64_t read;
    const bool good = fuhe_options_read_number(value, least, most, &read);

    *number = good ? (uint32_t)read : 0;
    return good;
}

static bool apply_year(void *target, const char *value) {
    return apply_number(value, YEAR_MIN, YEAR_MAX, &((struct arguments *)target)->request.year);
}

static bool apply_sheets(void *target, const char *value) {
    return apply_number(value, 1, FUHE_BLANK_FORMS_MAX, &((struct arguments *)target)->request.forms);
}

/* "output=6" */
static bool apply_rows_of_one(struct fuhe_blank_request *request, fuhe_text part) {
    const size_t equals = fuhe_text_find(part, FUHE_TEXT("="));
    const fuhe_text name = {part.bytes, equals};
    const fuhe_text number = fuhe_text_from(part, equals + 1);
    char digits[8];

    if (equals == part.length || number.length >= sizeof digits) {
        return false;
    }
    memcpy(digits, number.bytes, number.length);
    digits[number.length] = '\0';
    for (size_t category = 0; category < FUHE_CATEGORY_COUNT; category++) {
        if (fuhe_text_equals(name, fuhe_text_of(fuhe_category_name((enum fuhe_category)category)))) {
            request->has_rows[category] = true;
            return apply_number(digits, 0, FUHE_BLANK_GROUP_ROWS_MAX, &request->rows[category]);
        }
    }
    return false;
}

static bool apply_rows(void *target, const char *value) {
    struct fuhe_blank_request *request = &((struct arguments *)target)->request;
    fuhe_text rest = fuhe_text_of(value);

    while (true) {
        const size_t comma = fuhe_text_find(rest, FUHE_TEXT(","));
        if (!apply_rows_of_one(request, (fuhe_text){rest.bytes, comma})) {
            return false;
        }
        if (comma == rest.length) {
            return true;
        }
        rest = fuhe_text_from(rest, comma + 1);
    }
}

static const struct fuhe_option options[] = {
    {"format", 'f', N_("FORMAT"), N_("kind of document: xlsx, docx; without it, as the file ends"), apply_format,
     "xlsx, docx"},
    {"output", 'o', N_("FILE"), N_("write to this file, which appears only when it is complete"),
     FUHE_OPTION_TEXT(struct arguments, path)},
    {"year", 0, N_("YEAR"), N_("year of the form, in its title; without it the title leaves room"), apply_year,
     "2000-2099"},
    {"rules", 'r', N_("ID|FILE"),
     N_("rule pack whose groups and weights it has, by id or file; by default the national one"),
     FUHE_OPTION_TEXT(struct arguments, rules.name)},
    FUHE_OPTION_ALLOW_DRAFT(struct arguments, rules.allows_draft),
    {"rows", 0, N_("GROUP=N,…"), N_("rows for the indicators of a group, 0 to 50: cost, output, effect, satisfaction"),
     apply_rows, "cost=N, output=N, effect=N, satisfaction=N"},
    {"sheets", 0, "N", N_("forms in the file, one a sheet or a page, 1 to 50"), apply_sheets, "1-50"},
    {"review", 0, NULL, N_("with the reviewer's cells: checked scores and reasons, deviation rate, grade"),
     FUHE_OPTION_FLAG(struct arguments, request.has_review)},
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("the form was written")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood, or no rule pack has this id")},
    {FUHE_EXIT_RULES, N_("a rule pack cannot be read or is not valid")},
    {FUHE_EXIT_NOTHING, N_("stopped early")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

/* --- the form ---------------------------------------------------------------------------------------------------- */

/* The workbook's library writes files only. */
static enum fuhe_status write_xlsx(const struct fuhe_blank *blank, struct fuhe_output *output, struct fuhe_error *err) {
    static char draft[] = "/tmp/fuhe-template-XXXXXX";
    const int descriptor = fuhe_interrupt_make_file(draft);

    if (descriptor < 0) {
        (void)fuhe_error_set(err, FUHE_STATUS_UNWRITABLE, FUHE_PROBLEM_WRITE, "no temporary file", NULL);
        fuhe_error_set_subject(err, draft);
        return FUHE_STATUS_UNWRITABLE;
    }
    (void)close(descriptor);
    const enum fuhe_status status = fuhe_blank_write_xlsx(blank, draft, output, err);
    (void)unlink(draft);
    fuhe_interrupt_release();
    return status;
}

static enum fuhe_exit put(const char *path, fuhe_text bytes) {
    static struct fuhe_output_file file;
    struct fuhe_error error;

    if (fuhe_output_file_open(&file, path, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(path, &error);
        return FUHE_EXIT_OUTPUT;
    }
    fuhe_output_text(&file.output, bytes);
    return fuhe_output_file_finish(&file, FUHE_EXIT_OK);
}

static enum fuhe_exit write_form(const struct arguments *arguments, const struct fuhe_blank *blank) {
    struct fuhe_error error = {0};
    struct fuhe_memory_output *memory = fuhe_memory_output_new();
    enum fuhe_status status = FUHE_STATUS_NO_MEMORY;

    if (memory == NULL) {
        (void)fuhe_error_set(&error, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    } else {
        status = arguments->format == FORMAT_XLSX ? write_xlsx(blank, &memory->output, &error)
                                                  : fuhe_blank_write_docx(blank, &memory->output, &error);
    }
    if (status == FUHE_STATUS_OK) {
        status = fuhe_output_flush(&memory->output, &error);
    }
    enum fuhe_exit exit_code = FUHE_EXIT_OK;
    if (status == FUHE_STATUS_OK) {
        exit_code = put(arguments->path, fuhe_memory_output_text(memory));
    } else {
        fuhe_message_complain(NULL, &error);
        exit_code = status == FUHE_STATUS_UNWRITABLE ? FUHE_EXIT_OUTPUT : FUHE_EXIT_INTERNAL;
    }
    fuhe_memory_output_free(memory);
    return exit_code;
}

/* As for a form of that year that says nothing of its region. */
static const struct fuhe_pack *usual_pack(uint32_t year) {
    char digits[FUHE_SIZE_TEXT_SIZE];
    struct fuhe_form form = {0};
    const size_t length = fuhe_size_format(year, digits);

    if (year > 0) {
        form.year = (struct fuhe_cell){.text = {digits, length}, .state = FUHE_CELL_TEXT};
    }
    return fuhe_pack_choose(library.packs, library.count, library.built_in, &form).pack;
}

static enum fuhe_exit make(struct arguments *arguments) {
    struct fuhe_blank blank;
    const struct fuhe_pack *rules;
    enum fuhe_exit exit_code = fuhe_rules_load(&library, &arguments->rules, &rules);

    if (exit_code == FUHE_EXIT_OK) {
        exit_code = fuhe_spare_library(&fuhe_command_template, arguments->path, &library);
    }
    if (exit_code == FUHE_EXIT_OK) {
        arguments->request.pack = rules != NULL ? rules : usual_pack(arguments->request.year);
        exit_code = arguments->request.pack == NULL ? FUHE_EXIT_RULES : FUHE_EXIT_OK;
    }
    if (exit_code == FUHE_EXIT_OK && !fuhe_blank_plan(&arguments->request, &blank)) {
        exit_code = fuhe_options_complain(&fuhe_command_template, _("a form needs at least one row"), "");
    } else if (exit_code == FUHE_EXIT_OK) {
        exit_code = write_form(arguments, &blank);
    }
    fuhe_pack_library_free(&library);
    return exit_code;
}

static enum fuhe_exit run(int argc, char **argv) {
    struct arguments arguments = {.request = {.forms = 1}};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_template, argc, argv, &arguments, &count, &exit_code)) {
        return exit_code;
    }
    if (count > 0) {
        return fuhe_options_complain(&fuhe_command_template, _("no file is expected"), argv[0]);
    }
    if (arguments.format == FORMAT_NONE && arguments.path != NULL) {
        arguments.format = format_of(arguments.path);
    }
    if (arguments.format == FORMAT_NONE) {
        return fuhe_options_complain(
            &fuhe_command_template,
            _("say which format: --format xlsx or --format docx, or a file that ends in one of them"), "");
    }
    if (arguments.path == NULL && isatty(STDOUT_FILENO) == 1) {
        return fuhe_options_complain(&fuhe_command_template, _("name the file with -o"), "");
    }
    exit_code = fuhe_spare_rules(&fuhe_command_template, arguments.path, arguments.rules.name);
    return exit_code == FUHE_EXIT_OK ? make(&arguments) : exit_code;
}

const struct fuhe_command fuhe_command_template = {
    "template",
    N_("[OPTION…]"),
    N_("Writes an empty self-assessment form for units to fill in, as a workbook or a text document, with the groups "
       "and weights of a rule pack, lists to choose from and checks of the sums. The form itself is in Chinese."),
    options,
    exits,
    run};
