/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe rules test: scores the cases that travel with a rule pack, and fails when one differs, or when something of the
 * pack has no case that hits it. */
#include "cli/rules_test.h"

#include <stdio.h>
#include <string.h>

#include "cli/files.h"
#include "cli/rules_goals.h"
#include "cli/rules_named.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"
#include "xml/case_reader.h"

/* One pack on trial. */
struct trial {
    struct fuhe_output *output;
    const struct fuhe_pack *pack;
    char file[FUHE_PATH_BYTES]; /* with the cases */
    struct fuhe_arena *arena;   /* of the cases */
    struct fuhe_arena *scratch; /* of one review */
    size_t differences;
    size_t missed;
};

static void write_line(struct fuhe_output *output, const char *sentence, const struct fuhe_template_word *words) {
    fuhe_template_words(output, sentence, words);
    fuhe_output_char(output, '\n');
}

/* --- what is found ----------------------------------------------------------------------------------------------- */

static void write_rescaled(struct fuhe_output *output, const struct fuhe_case_difference *difference) {
    char sum[FUHE_DECIMAL_TEXT_SIZE];

    if (difference->rescaled_from.present) {
        const size_t length = fuhe_decimal_format(difference->rescaled_from.value, 0, sum);
        const struct fuhe_template_word words[] = {{"sum", {sum, length}}, {NULL, {NULL, 0}}};

        fuhe_output_string(output, "    ");
        write_line(output, _("(the total was rescaled, as the weights add up to {sum})"), words);
    }
}

static void write_difference(struct trial *trial, const struct fuhe_pack_case *example,
                             const struct fuhe_case_difference *difference) {
    struct fuhe_output *output = trial->output;
    char line[FUHE_SIZE_TEXT_SIZE];
    char column[FUHE_SIZE_TEXT_SIZE];
    const fuhe_text lines = {line, fuhe_size_format(difference->place.line, line)};
    const fuhe_text columns = {column, fuhe_size_format(difference->place.column, column)};
    const char *nothing = _("nothing");
    const struct fuhe_template_word words[] = {
        {"file", fuhe_text_of(trial->file)},
        {"line", lines},
        {"column", columns},
        {"what", fuhe_text_of(difference->what)},
        {"expected", fuhe_text_of(difference->expected[0] == '\0' ? nothing : difference->expected)},
        {"found", fuhe_text_of(difference->actual[0] == '\0' ? nothing : difference->actual)},
        {NULL, {NULL, 0}}};

    write_line(output, _("{file}:{line}:{column}: {what}: expected is {expected}, found is {found}"), words);
    write_rescaled(output, difference);
    fuhe_output_string(output, "    ");
    fuhe_output_text(output, fuhe_message_choose(example->says));
    fuhe_output_string(output, "\n    ");
    fuhe_message_citation(output, &trial->pack->citations[example->shows]);
    fuhe_output_char(output, '\n');
    trial->differences++;
}

/* A point may have a case that differs, so that it proves nothing. */
static void write_missed(struct trial *trial, const struct fuhe_goal_item *item, bool has_case) {
    const struct fuhe_template_word words[] = {{"file", fuhe_text_of(trial->file)}, {NULL, {NULL, 0}}};

    fuhe_template_words(trial->output,
                        has_case ? _("{file}: has a case, which differs: ") : _("{file}: no case hits: "), words);
    fuhe_rules_write_goal(trial->output, trial->pack, item);
    fuhe_output_char(trial->output, '\n');
    trial->missed++;
}

static enum fuhe_exit write_outcome(const struct trial *trial, const struct fuhe_coverage *coverage, size_t cases) {
    char numbers[4][FUHE_SIZE_TEXT_SIZE];
    const size_t values[] = {cases, coverage->count, trial->differences, trial->missed};
    fuhe_text texts[4];

    for (size_t i = 0; i < 4; i++) {
        texts[i] = (fuhe_text){numbers[i], fuhe_size_format(values[i], numbers[i])};
    }
    const struct fuhe_template_word words[] = {{"id", trial->pack->id}, {"version", trial->pack->version},
                                               {"cases", texts[0]},     {"points", texts[1]},
                                               {"differ", texts[2]},    {"missed", texts[3]},
                                               {NULL, {NULL, 0}}};
    const bool holds = trial->differences == 0 && trial->missed == 0;
    write_line(trial->output,
               holds ? _("rule pack {id}, version {version}: {cases} cases hold, all of {points} points are hit")
                     : _("rule pack {id}, version {version}: of {cases} cases {differ} differ; of {points} points "
                         "{missed} are not hit"),
               words);
    return holds ? FUHE_EXIT_OK : FUHE_EXIT_RULES;
}

/* --- the trial --------------------------------------------------------------------------------------------------- */

static enum fuhe_status run_cases(struct trial *trial, const struct fuhe_pack_cases *cases,
                                  struct fuhe_coverage *coverage, struct fuhe_coverage *differing) {
    for (size_t i = 0; i < cases->count; i++) {
        struct fuhe_case_difference difference;
        struct fuhe_review review;
        fuhe_arena_reset(trial->scratch);
        FUHE_TRY(fuhe_pack_case_run(&cases->cases[i], trial->pack, trial->scratch, &review, &difference));
        if (difference.found) {
            write_difference(trial, &cases->cases[i], &difference);
            fuhe_coverage_note(differing, &cases->cases[i], &review);
        } else {
            fuhe_coverage_note(coverage, &cases->cases[i], &review);
        }
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status refuse_other_pack(const struct trial *trial, const struct fuhe_pack_cases *cases,
                                          struct fuhe_error *err) {
    char found[96];
    char expected[96];

    if (fuhe_text_equals(cases->pack, trial->pack->id)) {
        return FUHE_STATUS_OK;
    }
    (void)snprintf(found, sizeof found, "%.*s", (int)(cases->pack.length < 90 ? cases->pack.length : 90),
                   cases->pack.bytes);
    (void)snprintf(expected, sizeof expected, "%.*s", (int)(trial->pack->id.length < 90 ? trial->pack->id.length : 90),
                   trial->pack->id.bytes);
    (void)fuhe_error_set(err, FUHE_STATUS_INVALID, FUHE_PROBLEM_PACK_VALUE, found, expected);
    fuhe_error_set_subject(err, "cases/@pack");
    return FUHE_STATUS_INVALID;
}

static enum fuhe_status try_cases(struct trial *trial, const struct fuhe_input *input, enum fuhe_exit *exit_code,
                                  struct fuhe_error *err) {
    struct fuhe_pack_cases cases;
    struct fuhe_coverage coverage;
    struct fuhe_coverage differing; /* the same of the cases that differ */

    FUHE_TRY(fuhe_cases_read(input, trial->arena, &cases, err));
    FUHE_TRY(refuse_other_pack(trial, &cases, err));
    if (fuhe_coverage_init(&coverage, trial->pack, trial->arena) != FUHE_STATUS_OK ||
        fuhe_coverage_init(&differing, trial->pack, trial->arena) != FUHE_STATUS_OK ||
        run_cases(trial, &cases, &coverage, &differing) != FUHE_STATUS_OK) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    for (size_t i = 0; i < coverage.count; i++) {
        if (!coverage.items[i].hit) {
            write_missed(trial, &coverage.items[i], differing.items[i].hit);
        }
    }
    *exit_code = write_outcome(trial, &coverage, cases.count);
    return FUHE_STATUS_OK;
}

/* Runs the cases in input; what went wrong on the way is said here. */
static enum fuhe_exit try_pack(struct trial *trial, const struct fuhe_input *input) {
    struct fuhe_error error = {0};
    enum fuhe_exit exit_code = FUHE_EXIT_INTERNAL;
    enum fuhe_status status = FUHE_STATUS_NO_MEMORY;

    trial->arena = fuhe_arena_new();
    trial->scratch = fuhe_arena_new();
    if (trial->arena != NULL && trial->scratch != NULL) {
        status = try_cases(trial, input, &exit_code, &error);
    } else {
        (void)fuhe_error_set(&error, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    fuhe_arena_free(trial->arena);
    fuhe_arena_free(trial->scratch);
    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(trial->file, &error);
        return fuhe_rules_exit(status);
    }
    return exit_code;
}

static enum fuhe_exit try_builtin(struct fuhe_output *output, const struct fuhe_pack_library *library, size_t index) {
    const struct fuhe_builtin_pack *builtin = &fuhe_builtin_packs[index];
    struct fuhe_memory_input memory = {.bytes = builtin->cases, .length = builtin->cases_length};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);
    struct trial trial = {.output = output, .pack = &library->packs[index]};

    (void)snprintf(trial.file, sizeof trial.file, "%s/cases.xml", builtin->id);
    return try_pack(&trial, &input);
}

/* The pack in a file, with the cases in another one. */
static enum fuhe_exit try_files(struct fuhe_output *output, struct fuhe_pack_library *library, const char *pack,
                                struct trial *trial) {
    struct fuhe_error error = {0};
    size_t index;
    int descriptor;
    const enum fuhe_status status = fuhe_pack_library_add_file(library, pack, &index, &error);

    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(pack, &error);
        return fuhe_rules_exit(status);
    }
    if (fuhe_input_file_open(trial->file, &descriptor, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(trial->file, &error);
        return FUHE_EXIT_RULES;
    }
    const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
    trial->output = output;
    trial->pack = &library->packs[index];
    const enum fuhe_exit exit_code = try_pack(trial, &input);
    fuhe_input_file_close(descriptor);
    return exit_code;
}

/* "rules/mine" is a folder; of "rules/mine/pack.xml" the cases lie beside it. */
static enum fuhe_exit try_path(struct fuhe_output *output, struct fuhe_pack_library *library, const char *path) {
    const bool is_file = fuhe_text_ends_with(fuhe_text_of(path), FUHE_TEXT(".xml"));
    struct trial trial = {.output = output};
    char pack[FUHE_PATH_BYTES];
    size_t length = strlen(path);

    if (is_file) {
        const char *slash = strrchr(path, '/');
        length = slash == NULL ? 0 : (size_t)(slash - path);
    }
    const int folder = (int)(length < FUHE_PATH_BYTES - 16 ? length : FUHE_PATH_BYTES - 16);
    const char *between = folder == 0 || path[folder - 1] == '/' ? "" : "/";
    (void)snprintf(trial.file, sizeof trial.file, "%.*s%scases.xml", folder, path, between);
    (void)snprintf(pack, sizeof pack, "%.*s%spack.xml", folder, path, between);
    return try_files(output, library, is_file ? path : pack, &trial);
}

static enum fuhe_exit worse(enum fuhe_exit a, enum fuhe_exit b) {
    return a > b ? a : b;
}

enum fuhe_exit fuhe_rules_test(struct fuhe_output *output, struct fuhe_pack_library *library, int count,
                               char **operands) {
    enum fuhe_exit exit_code = FUHE_EXIT_OK;

    for (size_t i = 0; count == 0 && i < fuhe_builtin_pack_count; i++) {
        exit_code = worse(exit_code, try_builtin(output, library, i));
    }
    for (int i = 0; i < count; i++) {
        const size_t index = fuhe_pack_library_find(library, operands[i]);
        const bool is_builtin = index < fuhe_builtin_pack_count;
        exit_code =
            worse(exit_code, is_builtin ? try_builtin(output, library, index) : try_path(output, library, operands[i]));
    }
    return exit_code;
}
