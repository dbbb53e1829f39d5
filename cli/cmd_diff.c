/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe diff FOLDER1 FOLDER2: what is different between the results of two batches. */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/comparing.h"
#include "cli/difference.h"
#include "cli/files.h"
#include "cli/review_change.h"
#include "cli/store_files.h"
#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

struct choices {
    bool by_project;
    bool json;
};

static const struct fuhe_option options[] = {
    {"by-project", 0, NULL,
     N_("compare year with year: forms of the same department with the same project name; by itself when no year is in "
        "both"),
     FUHE_OPTION_FLAG(struct choices, by_project)},
    FUHE_OPTION_JSON(struct choices, json),
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("every form is in both, with the same result")},
    {FUHE_EXIT_FINDINGS, N_("some form is new, gone or has another result")},
    {FUHE_EXIT_USAGE,
     N_("not comparable: other rules or another version of fuhe; or the command line is not understood")},
    {FUHE_EXIT_UNSCORED, N_("the results could not be read")},
    {FUHE_EXIT_NOTHING, N_("stopped early, or no form has been scored")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

/* Two results side by side. */
struct run {
    const struct choices *choices;
    char **folders;
    struct fuhe_store *stores[2];
    struct fuhe_arena *arena;
    struct fuhe_memory_output *scratch;
    struct fuhe_comparing_ground ground;
    enum fuhe_history_key key;
    const char *failed; /* the folder that could not be read */
};

static enum fuhe_status open_stores(struct run *run, struct fuhe_error *err) {
    struct fuhe_store_run latest;

    for (size_t i = 0; i < 2; i++) {
        run->failed = run->folders[i];
        FUHE_TRY(fuhe_store_open_folder(run->folders[i], &run->stores[i], err));
        if (!fuhe_store_latest_run(run->stores[i], &latest)) {
            return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
        }
        if (!latest.complete) {
            (void)fprintf(
                stderr, "fuhe diff: %s%s%s\n", run->folders[i], _(": "),
                _("the run was stopped before its end; forms that it had not come to look as if gone or new"));
        }
    }
    run->failed = NULL;
    return FUHE_STATUS_OK;
}

/* Looks at both, and chooses how forms are found again. */
static enum fuhe_status survey(struct run *run, struct fuhe_error *err) {
    run->key = run->choices->by_project ? FUHE_HISTORY_BY_PROJECT : FUHE_HISTORY_BY_FORM;
    FUHE_TRY(fuhe_comparing_survey(run->stores, run->key, run->arena, &run->ground, err));
    if (run->choices->by_project || run->ground.shares_year) {
        return FUHE_STATUS_OK;
    }
    (void)fprintf(stderr, "fuhe diff: %s\n", _("no year is in both: compared by department and project name"));
    run->key = FUHE_HISTORY_BY_PROJECT;
    return fuhe_comparing_survey(run->stores, run->key, run->arena, &run->ground, err);
}

/* "jilin-yanbian 2020-1, fuhe 0.1.0" */
static bool write_value(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct run *run = context;
    const size_t side = fuhe_text_equals(name, FUHE_TEXT("after"));

    if (output == NULL) {
        return true;
    }
    if (fuhe_text_equals(name, FUHE_TEXT("form"))) {
        fuhe_review_write_name(output, &run->ground.unlike_pair[0], true);
    } else if (fuhe_text_equals(name, FUHE_TEXT("count"))) {
        fuhe_output_size(output, run->ground.unlike);
    } else if (fuhe_text_equals(name, FUHE_TEXT("pairs"))) {
        fuhe_output_size(output, run->ground.pairs);
    } else if ((run->ground.differs_in & FUHE_CHANGE_ENGINE) != 0) {
        fuhe_output_text(output, run->ground.unlike_pair[side].engine);
    } else {
        fuhe_review_write_rules(output, &run->ground.unlike_pair[side], &run->ground.unlike_pair[1 - side]);
    }
    return true;
}

static enum fuhe_exit refuse(struct run *run) {
    const bool is_engine = (run->ground.differs_in & FUHE_CHANGE_ENGINE) != 0;

    fuhe_memory_output_reset(run->scratch);
    fuhe_template_write(&run->scratch->output,
                        is_engine
                            ? _("not comparable: scored by different versions of fuhe, {before} and {after}. Run fuhe "
                                "batch again on the older ones.")
                            : _("not comparable: {count} of {pairs} forms were scored by different rules, the first is "
                                "{form}: {before} and {after}. Score both by the same rules (fuhe batch --rules)."),
                        write_value, run);
    const fuhe_text text = fuhe_memory_output_text(run->scratch);
    (void)fprintf(stderr, "fuhe diff: %.*s\n", (int)text.length, text.bytes);
    return FUHE_EXIT_USAGE;
}

static enum fuhe_exit complain(const struct run *run, const struct fuhe_error *error) {
    fuhe_message_complain(run->failed, error);
    return fuhe_store_exit(error);
}

static enum fuhe_exit show(struct run *run) {
    static struct fuhe_output_file file;
    struct fuhe_difference difference = {
        .output = &file.output, .scratch = run->scratch, .json = run->choices->json, .key = run->key};
    const struct fuhe_comparing_sink sink = {fuhe_difference_take, &difference};
    struct fuhe_error error = {0};

    if (fuhe_output_file_open(&file, NULL, &error) != FUHE_STATUS_OK) {
        return FUHE_EXIT_OUTPUT;
    }
    fuhe_difference_begin(&difference);
    if (fuhe_comparing_walk(run->stores, run->key, &sink, &error) != FUHE_STATUS_OK &&
        file.output.status == FUHE_STATUS_OK) {
        return fuhe_output_file_finish(&file, complain(run, &error));
    }
    fuhe_difference_end(&difference);
    const bool same = difference.changed + difference.added + difference.removed == 0;
    return fuhe_output_file_finish(&file, same ? FUHE_EXIT_OK : FUHE_EXIT_FINDINGS);
}

static enum fuhe_exit compare(struct run *run) {
    struct fuhe_error error = {0};

    if (run->arena == NULL || run->scratch == NULL) {
        (void)fuhe_error_set(&error, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
        return complain(run, &error);
    }
    if (open_stores(run, &error) != FUHE_STATUS_OK || survey(run, &error) != FUHE_STATUS_OK) {
        return complain(run, &error);
    }
    return run->ground.unlike > 0 ? refuse(run) : show(run);
}

static enum fuhe_exit run_diff(int argc, char **argv) {
    struct choices choices = {.json = false};
    struct run run = {.choices = &choices, .folders = argv};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_diff, argc, argv, &choices, &count, &exit_code)) {
        return exit_code;
    }
    if (count != 2) {
        return fuhe_options_complain(&fuhe_command_diff, _("name two folders of fuhe batch"), "");
    }
    run.arena = fuhe_arena_new();
    run.scratch = fuhe_memory_output_new();
    exit_code = compare(&run);
    fuhe_store_close(run.stores[0]);
    fuhe_store_close(run.stores[1]);
    fuhe_memory_output_free(run.scratch);
    fuhe_arena_free(run.arena);
    return exit_code;
}

const struct fuhe_command fuhe_command_diff = {
    "diff",
    N_("[OPTION…] FOLDER1 FOLDER2"),
    N_("Shows what is different between the results of two batches: forms that are new, gone, or have another result."),
    options,
    exits,
    run_diff};
