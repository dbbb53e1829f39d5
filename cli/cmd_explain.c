/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe explain CODE: the page of a finding from docs/findings.md, which is built into the program. */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/files.h"
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

static enum fuhe_code nearest(const char *word) {
    enum fuhe_code best = (enum fuhe_code)0;

    for (size_t i = 1; i < FUHE_CODE_COUNT; i++) {
        const enum fuhe_code code = (enum fuhe_code)i;
        if (distance(word, fuhe_code_name(code)) < distance(word, fuhe_code_name(best))) {
            best = code;
        }
    }
    return best;
}

/* The first line of a page, without list mark and lead word: what a list shows of it. */
static fuhe_text first_sentence(fuhe_text page) {
    static const char *const leads[] = {"- 说明：", "- What: ", "- What it says: "};
    const fuhe_text line = {page.bytes, fuhe_text_find(page, FUHE_TEXT("\n"))};

    for (size_t i = 0; i < sizeof leads / sizeof leads[0]; i++) {
        const fuhe_text lead = fuhe_text_of(leads[i]);
        if (fuhe_text_starts_with(line, lead)) {
            return fuhe_text_from(line, lead.length);
        }
    }
    return line;
}

enum { CODE_COLUMNS = 26 };

static void write_list(struct fuhe_output *output) {
    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        const char *name = fuhe_code_name((enum fuhe_code)i);

        fuhe_width_left(output, fuhe_text_of(name), CODE_COLUMNS);
        fuhe_width_wrap(output, first_sentence(find_page(name)), CODE_COLUMNS, FUHE_WIDTH_PAGE);
        fuhe_output_char(output, '\n');
    }
}

static void write_page(struct fuhe_output *output, enum fuhe_code code) {
    fuhe_output_string(output, fuhe_code_name(code));
    fuhe_output_string(output, "\n\n");
    fuhe_output_text(output, find_page(fuhe_code_name(code)));
    fuhe_output_char(output, '\n');
}

/* Says which code is nearest, and lists them all. */
static enum fuhe_exit complain(const char *word) {
    (void)fprintf(stderr, "fuhe explain: %s: %s\n", _("there is no such finding"), word);
    (void)fprintf(stderr, "%s %s\n%s\n", _("Did you mean:"), fuhe_code_name(nearest(word)), _("The codes are:"));
    for (size_t i = 0; i < FUHE_CODE_COUNT; i++) {
        (void)fprintf(stderr, "  %s\n", fuhe_code_name((enum fuhe_code)i));
    }
    return FUHE_EXIT_USAGE;
}

static const struct fuhe_option options[] = {{NULL, 0, NULL, NULL, NULL, NULL}};

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
    "explain", N_("[CODE]"),
    N_("Shows what a finding means, the rule behind it and how to settle it; lists all without CODE."), options, run};
