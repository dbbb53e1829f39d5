/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe infer FILE…: by which rules forms were scored, as far as their claims show, and a draft pack of them. */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/files.h"
#include "cli/form_walk.h"
#include "cli/heap.h"
#include "cli/rules_named.h"
#include "cli/spared.h"
#include "cli/teaching.h"
#include "infer/draft.h"
#include "infer/inference_write.h"
#include "report/messages.h"
#include "report/translate.h"
#include "report/width.h"

struct choices {
    const char *base;
    const char *id;    /* of the draft */
    const char *draft; /* file to write; NULL: none */
    bool json;
    struct fuhe_teaching_request teaching;
};

/* ID@VERSION names a pack, and a file may have its name. */
static bool take_id(void *id, const char *value) {
    const char **text = id;

    *text = value;
    return value[0] != '\0' && strcspn(value, "@/\\ ") == strlen(value);
}

static const struct fuhe_option options[] = {
    FUHE_OPTION_JSON(struct choices, json),
    {"base", 'b', N_("ID|FILE"),
     N_("rule pack that gives the words of forms, and that the draft is written against (default: mof-2021-cost)"),
     FUHE_OPTION_TEXT(struct choices, base)},
    {"output", 'o', N_("FILE"),
     N_("write the rules in which the claims differ from the base, as a draft pack, to this file, which appears only "
        "when it is complete"),
     FUHE_OPTION_TEXT(struct choices, draft)},
    {"id", 0, "ID", N_("id of the draft pack (default: inferred)"), take_id, N_("a word without @, / and spaces"),
     FUHE_OPTION_MEMBER(struct choices, id, const char *)},
    FUHE_OPTION_WORDS(struct choices, teaching.words),
    FUHE_OPTION_CONVERT(struct choices, teaching.converts),
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("something is proposed")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood")},
    {FUHE_EXIT_UNSCORED, N_("some file could not be read")},
    {FUHE_EXIT_RULES, N_("the base is no valid rule pack")},
    {FUHE_EXIT_NOTHING, N_("nothing can be inferred")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

/* One run. */
struct run {
    const struct choices *choices;
    struct fuhe_pack_library library;
    const struct fuhe_pack *base;
    struct fuhe_teaching teaching;
    struct fuhe_arena *arena;
    struct fuhe_observations observations;
    struct fuhe_inference inference;
    struct fuhe_draft draft;
    bool is_written; /* the draft */
    bool has_failed; /* some file */
};

/* --- reading ------------------------------------------------------------------------------------------------------ */

static enum fuhe_status take_form(void *context, const char *file, size_t number, const struct fuhe_form *form,
                                  struct fuhe_arena *scratch) {
    struct run *run = context;

    (void)number;
    return fuhe_observations_add(&run->observations, form, fuhe_text_of(file), scratch);
}

static enum fuhe_status note_failure(void *context, const char *file, const struct fuhe_error *error) {
    struct run *run = context;

    (void)file, (void)error;
    run->has_failed = true;
    return FUHE_STATUS_OK;
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

static void say_no_draft(const struct run *run) {
    (void)fprintf(stderr, "fuhe infer: %s%s%s\n", _("no draft is written: the claims show nothing that differs from"),
                  _(": "), run->base->id.bytes);
}

static enum fuhe_exit write_draft(const struct run *run, const struct fuhe_draft *draft) {
    static struct fuhe_output_file file;
    struct fuhe_error error = {0};

    if (fuhe_output_file_open(&file, run->choices->draft, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(run->choices->draft, &error);
        return FUHE_EXIT_OUTPUT;
    }
    const enum fuhe_status status = fuhe_draft_write(draft, run->base, &file.output, &error);
    const bool written = status == FUHE_STATUS_OK || file.output.status != FUHE_STATUS_OK;
    return fuhe_output_file_settle(&file, written ? FUHE_EXIT_OK : FUHE_EXIT_INTERNAL, status == FUHE_STATUS_OK);
}

static enum fuhe_exit keep_draft(struct run *run) {
    if (run->choices->draft == NULL) {
        return FUHE_EXIT_OK;
    }
    if (run->draft.rule_count == 0) {
        say_no_draft(run);
        return FUHE_EXIT_OK;
    }
    const enum fuhe_exit exit_code = write_draft(run, &run->draft);
    run->is_written = exit_code == FUHE_EXIT_OK;
    return exit_code;
}

static enum fuhe_exit write_report(const struct run *run, bool proposes) {
    static struct fuhe_output_file file;
    struct fuhe_error error = {0};

    if (fuhe_output_file_open(&file, NULL, &error) != FUHE_STATUS_OK) {
        return FUHE_EXIT_OUTPUT;
    }
    if (run->choices->json) {
        fuhe_inference_write_json(&run->inference, &file.output);
    } else {
        fuhe_inference_write_text(&run->inference, &file.output);
    }
    if (!run->choices->json && proposes) {
        fuhe_draft_write_summary(&run->draft, run->base, run->is_written ? run->choices->draft : NULL, &file.output);
    }
    return fuhe_output_file_finish(&file, FUHE_EXIT_OK);
}

/* --- the run ------------------------------------------------------------------------------------------------------ */

static enum fuhe_exit larger(enum fuhe_exit a, enum fuhe_exit b) {
    return a > b ? a : b;
}

static enum fuhe_exit infer(struct run *run, int count, char **files) {
    const struct fuhe_form_walk walk = {take_form, note_failure, run};
    enum fuhe_exit exit_code = fuhe_form_walk_over(&walk, &run->teaching.options, count, files);

    if (exit_code != FUHE_EXIT_OK) {
        return exit_code;
    }
    exit_code = run->has_failed ? FUHE_EXIT_UNSCORED : FUHE_EXIT_OK;
    if (run->observations.came == 0) {
        return FUHE_EXIT_NOTHING;
    }
    if (fuhe_infer(&run->observations, run->arena, &run->inference) != FUHE_STATUS_OK ||
        fuhe_draft_make(&run->inference, fuhe_text_of(run->choices->id), run->arena, &run->draft) != FUHE_STATUS_OK) {
        return fuhe_out_of_memory();
    }
    const bool proposes = fuhe_inference_has_any(&run->inference);
    exit_code = larger(exit_code, proposes ? keep_draft(run) : FUHE_EXIT_NOTHING);
    return larger(exit_code, write_report(run, proposes));
}

static enum fuhe_exit prepare(struct run *run) {
    struct fuhe_error error = {0};
    enum fuhe_exit exit_code = FUHE_EXIT_OK;

    if (fuhe_pack_library_init(&run->library, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(NULL, &error);
        return fuhe_rules_exit(error.status);
    }
    run->base = fuhe_rules_named(&run->library, run->choices->base, &exit_code);
    exit_code =
        run->base == NULL ? exit_code : fuhe_spare_library(&fuhe_command_infer, run->choices->draft, &run->library);
    if (exit_code != FUHE_EXIT_OK) {
        return exit_code;
    }
    run->arena = fuhe_arena_new();
    if (run->arena == NULL) {
        return fuhe_out_of_memory();
    }
    fuhe_observations_init(&run->observations, run->base, run->arena);
    return fuhe_teaching_load(&run->teaching, &run->choices->teaching);
}

static enum fuhe_exit spare(const struct choices *choices, int count, char **files) {
    enum fuhe_exit exit_code = fuhe_spare_rules(&fuhe_command_infer, choices->draft, choices->base);

    if (exit_code == FUHE_EXIT_OK) {
        exit_code = fuhe_spare_file(&fuhe_command_infer, choices->draft, choices->teaching.words);
    }
    return exit_code == FUHE_EXIT_OK ? fuhe_spare_files(&fuhe_command_infer, choices->draft, count, files) : exit_code;
}

static enum fuhe_exit run_command(int argc, char **argv) {
    static struct run run;
    struct choices choices = {.base = "mof-2021-cost", .id = "inferred"};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_infer, argc, argv, &choices, &count, &exit_code)) {
        return exit_code;
    }
    if (count == 0) {
        return fuhe_options_complain(&fuhe_command_infer, _("no file given"), "");
    }
    exit_code = spare(&choices, count, argv);
    if (exit_code != FUHE_EXIT_OK) {
        return exit_code;
    }
    run.choices = &choices;
    exit_code = prepare(&run);
    if (exit_code == FUHE_EXIT_OK) {
        exit_code = infer(&run, count, argv);
    }
    fuhe_teaching_release(&run.teaching);
    fuhe_arena_free(run.arena);
    fuhe_pack_library_free(&run.library);
    return exit_code;
}

const struct fuhe_command fuhe_command_infer = {
    "infer",
    N_("[OPTION…] FILE…"),
    N_("Proposes, from claims alone, the rules that forms were scored by: execution, methods, rounding, weights and "
       "grades, each with its support, what does not fit, and the range of every cut. FILE is a document with forms as "
       "for "
       "fuhe score, or a folder or .zip archive of them."),
    options,
    exits,
    run_command};
