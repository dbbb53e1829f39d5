/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe explain CODE: the page of a finding from docs/findings.md, which is built into the program. */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/files.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"

/* docs/findings.md and docs/findings.zh-CN.md: one "## code" section a finding. */
extern const char fuhe_findings_en[];
extern const char fuhe_findings_zh[];

static const char *pages(void) {
    return fuhe_language_is_chinese() ? fuhe_findings_zh : fuhe_findings_en;
}

/* The section of a code without its heading; empty when there is none. */
static fuhe_text find_page(const char *code) {
    const size_t length = strlen(code);

    for (const char *heading = strstr(pages(), "\n## "); heading != NULL; heading = strstr(heading + 1, "\n## ")) {
        const char *name = heading + 4;

        if (strncmp(name, code, length) == 0 && name[length] == '\n') {
            const char *start = name + length;
            const char *end = strstr(start, "\n## ");
            return fuhe_text_trim((fuhe_text){start, end == NULL ? strlen(start) : (size_t)(end - start)});
        }
    }
    return (fuhe_text){NULL, 0};
}

static size_t minimum(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Letters to insert, delete or replace to make one word of the other (Levenshtein). */
static size_t distance(const char *a, const char *b) {
    enum { LONGEST = 64 };
    size_t row[LONGEST + 1];
    const size_t length = strlen(b);

    if (length > LONGEST) {
        return LONGEST;
    }
    for (size_t j = 0; j <= length; j++) {
        row[j] = j;
    }
    for (size_t i = 0; a[i] != '\0'; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < length; j++) {
            const size_t replaced = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = minimum(replaced, minimum(row[j], row[j + 1]) + 1);
        }
    }
    return row[length];
}

/* The code that may be meant: at most five letters are wrong, and fewer than half. */
static enum fuhe_code nearest(const char *word) {
    enum fuhe_code best = FUHE_CODE_COUNT;
    size_t smallest = minimum(strlen(word) / 2, 6);

    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        const size_t letters = distance(word, fuhe_code_name((enum fuhe_code)i));
        if (letters < smallest) {
            smallest = letters;
            best = (enum fuhe_code)i;
        }
    }
    return best;
}

enum { CODE_COLUMNS = 26, SEVERITY_COLUMNS = 9 };

static void write_list(struct fuhe_output *output) {
    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        const enum fuhe_code code = (enum fuhe_code)i;

        fuhe_width_left(output, fuhe_text_of(fuhe_code_name(code)), CODE_COLUMNS);
        fuhe_width_left(output, fuhe_text_of(fuhe_message_severity(fuhe_code_severity(code))), SEVERITY_COLUMNS);
        fuhe_output_string(output, fuhe_message_title(code));
        fuhe_output_char(output, '\n');
    }
}

/* Between two lines that are joined stands a space, unless both sides are Chinese. */
static bool needs_space(char last, char next) {
    return (unsigned char)last < 0x80 || (unsigned char)next < 0x80;
}

static size_t skip_line_end(fuhe_text point, size_t i) {
    while (i < point.length && (point.bytes[i] == '\n' || point.bytes[i] == ' ')) {
        i++;
    }
    return i;
}

/* The lines of a point joined, without the marks of code. */
static void join_lines(struct fuhe_output *output, fuhe_text point) {
    for (size_t i = 0; i < point.length; i++) {
        const size_t next = skip_line_end(point, i + 1);

        if (point.bytes[i] == '\n' && next < point.length && needs_space(point.bytes[i - 1], point.bytes[next])) {
            fuhe_output_char(output, ' ');
        }
        if (point.bytes[i] == '\n') {
            i = next - 1;
        } else if (point.bytes[i] != '`') {
            fuhe_output_char(output, point.bytes[i]);
        }
    }
}

/* Point by point, each broken anew for the width of the page. */
static void write_points(struct fuhe_output *output, struct fuhe_memory_output *scratch, fuhe_text rest) {
    while (rest.length > 0) {
        const size_t end = fuhe_text_find(rest, FUHE_TEXT("\n- "));

        fuhe_memory_output_reset(scratch);
        join_lines(&scratch->output, (fuhe_text){rest.bytes, end});
        fuhe_width_wrap(output, fuhe_memory_output_text(scratch), 2, fuhe_width_page());
        fuhe_output_char(output, '\n');
        rest = fuhe_text_from(rest, end < rest.length ? end + 1 : end);
    }
}

static void write_page(struct fuhe_output *output, enum fuhe_code code) {
    struct fuhe_memory_output *scratch = fuhe_memory_output_new();

    if (scratch == NULL) {
        fuhe_output_no_memory(output);
        return;
    }
    fuhe_output_string(output, fuhe_message_title(code));
    fuhe_output_string(output, "  ");
    fuhe_output_string(output, fuhe_code_name(code));
    fuhe_output_string(output, "\n\n");
    write_points(output, scratch, find_page(fuhe_code_name(code)));
    fuhe_memory_output_free(scratch);
}

/* Says which code may be meant, and how to see them all. */
static enum fuhe_exit complain(const char *word) {
    const enum fuhe_code meant = nearest(word);

    (void)fprintf(stderr, "fuhe explain: %s%s%s\n", _("there is no such finding"), _(": "), word);
    if (meant != FUHE_CODE_COUNT) {
        (void)fprintf(stderr, "%s%s%s\n", _("Did you mean"), _(": "), fuhe_code_name(meant));
    }
    (void)fprintf(stderr, "%s%sfuhe explain\n", _("All codes"), _(": "));
    return FUHE_EXIT_USAGE;
}

static const struct fuhe_option options[] = {{NULL, 0, NULL, NULL, NULL, NULL}};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("shown")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood, or there is no such code")},
    {FUHE_EXIT_NOTHING, N_("stopped early")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_OK, NULL},
};

static enum fuhe_exit run(int argc, char **argv) {
    static struct fuhe_output_file file;
    struct fuhe_error error;
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_explain, argc, argv, NULL, &count, &exit_code)) {
        return exit_code;
    }
    if (count > 1) {
        return fuhe_options_complain(&fuhe_command_explain, _("one code at a time"), argv[1]);
    }
    const enum fuhe_code code = count == 0 ? FUHE_CODE_COUNT : fuhe_code_find(fuhe_text_of(argv[0]));
    if (count == 1 && code == FUHE_CODE_COUNT) {
        return complain(argv[0]);
    }
    if (fuhe_output_file_open(&file, NULL, &error) != FUHE_STATUS_OK) {
        return FUHE_EXIT_OUTPUT;
    }
    if (count == 0) {
        write_list(&file.output);
    } else {
        write_page(&file.output, code);
    }
    return fuhe_output_file_finish(&file, FUHE_EXIT_OK);
}

const struct fuhe_command fuhe_command_explain = {
    "explain",
    N_("[CODE]"),
    N_("Shows what a finding means, the rule behind it and how to settle it; lists all without CODE."),
    options,
    exits,
    run};
