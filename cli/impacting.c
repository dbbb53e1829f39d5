/* SPDX-License-Identifier: Apache-2.0 */
/* Reads forms, hands them to impact/ and writes what it found. */
#include "cli/impacting.h"

#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/files.h"
#include "cli/form_walk.h"
#include "cli/heap.h"
#include "cli/rules_named.h"
#include "cli/spared.h"
#include "html/impact_page.h"
#include "impact/text.h"
#include "report/messages.h"
#include "report/translate.h"

/* One run. */
struct run {
    const struct fuhe_impacting_request *request;
    struct fuhe_pack_library library;
    struct fuhe_teaching teaching;
    const struct fuhe_pack *before; /* NULL: by region and year */
    const struct fuhe_pack *after;
    size_t pack_count; /* of the library, without those named as files: for the choice by region and year */
    struct fuhe_impact *impact;
    struct fuhe_arena *names;
    struct fuhe_impact_failure *failures;
    size_t failure_count;
    size_t failure_capacity;
    struct fuhe_output_file file;
};

/* --- reading ------------------------------------------------------------------------------------------------------ */

static enum fuhe_status take_form(void *context, const char *file, size_t number, const struct fuhe_form *form,
                                  struct fuhe_arena *arena) {
    struct run *run = context;

    return fuhe_impact_add(run->impact, file, number, form, arena);
}

static enum fuhe_status keep_failure(void *context, const char *file, const struct fuhe_error *error) {
    struct run *run = context;
    void *failures = run->failures;
    fuhe_text name;

    FUHE_TRY(fuhe_arena_copy(run->names, fuhe_text_of(file), &name));
    FUHE_TRY(fuhe_arena_grow(run->names, &failures, run->failure_count, &run->failure_capacity, sizeof *run->failures));
    run->failures = failures;
    run->failures[run->failure_count++] = (struct fuhe_impact_failure){name.bytes, *error};
    return FUHE_STATUS_OK;
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

static enum fuhe_status write_impact(struct run *run, struct fuhe_error *err) {
    struct fuhe_output *output = &run->file.output;

    if (run->request->format == FUHE_IMPACTING_HTML) {
        return fuhe_impact_page_write(run->impact, run->failures, run->failure_count, output, err);
    }
    if (run->request->format == FUHE_IMPACTING_JSON) {
        fuhe_impact_write_json(run->impact, run->failures, run->failure_count, output);
    } else {
        fuhe_impact_write_text(run->impact, output);
    }
    return FUHE_STATUS_OK;
}

/* A file appears when it is complete. */
static enum fuhe_exit write_file(struct run *run) {
    struct fuhe_error error = {0};

    if (fuhe_output_file_open(&run->file, run->request->output_path, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(run->request->output_path, &error);
        return FUHE_EXIT_OUTPUT;
    }
    const enum fuhe_status status = write_impact(run, &error);
    if (status == FUHE_STATUS_OK || run->file.output.status != FUHE_STATUS_OK) { /* which settling tells */
        return fuhe_output_file_settle(&run->file, FUHE_EXIT_OK, status == FUHE_STATUS_OK);
    }
    fuhe_message_complain(run->request->output_path, &error);
    return fuhe_output_file_settle(&run->file, FUHE_EXIT_INTERNAL, false);
}

/* The largest of 3 to 6 wins. */
static enum fuhe_exit write_result(struct run *run) {
    run->impact->unread = run->failure_count;
    fuhe_impact_sort(run->impact);
    const enum fuhe_exit written = write_file(run);
    if (written != FUHE_EXIT_OK) {
        return written;
    }
    if (run->impact->forms == 0) {
        return FUHE_EXIT_NOTHING;
    }
    const bool whole = run->failure_count == 0 && run->impact->kinds[FUHE_IMPACT_UNSCORED].forms == 0;
    return whole ? FUHE_EXIT_OK : FUHE_EXIT_UNSCORED;
}

/* --- the run ------------------------------------------------------------------------------------------------------ */

/* What is held against others is one pack: a folder of them has no place there. */
static enum fuhe_exit refuse_folder(const struct fuhe_pack_library *library, const char *name) {
    if (fuhe_rules_names_folder(library, name)) {
        return fuhe_options_complain(&fuhe_command_impact,
                                     _("the rules after the change are one pack, not a folder of packs; a folder may "
                                       "only be named first, as the rules before"),
                                     name);
    }
    return FUHE_EXIT_OK;
}

/* The rules before may be a folder, whose packs join those at hand to be chosen by region and year. A pack that is
 * named as a file is no candidate. */
static enum fuhe_exit find_packs(struct run *run) {
    const struct fuhe_impacting_request *request = run->request;
    const bool allows_draft = request->allows_draft;
    const struct fuhe_rules_request before = {request->rule_count > 1 ? request->rules[0] : NULL, allows_draft, true};
    const struct fuhe_rules_request after = {request->rules[request->rule_count - 1], allows_draft, false};
    enum fuhe_exit exit_code = fuhe_rules_load(&run->library, &before, &run->before);

    run->pack_count = run->library.count;
    if (exit_code == FUHE_EXIT_OK) {
        exit_code = refuse_folder(&run->library, after.name);
    }
    if (exit_code == FUHE_EXIT_OK) {
        exit_code = fuhe_rules_find(&run->library, &after, &run->after);
    }
    if (exit_code == FUHE_EXIT_OK) {
        exit_code = fuhe_spare_library(&fuhe_command_impact, request->output_path, &run->library);
    }
    return exit_code;
}

static bool prepare(struct run *run) {
    const struct fuhe_impact_request request = {.before = run->before,
                                                .after = run->after,
                                                .packs = run->library.packs,
                                                .pack_count = run->pack_count,
                                                .usual = run->library.built_in,
                                                .keeps_all = run->request->all,
                                                .keeps_parts = run->request->format != FUHE_IMPACTING_TEXT};

    run->impact = fuhe_impact_new(&request);
    run->names = fuhe_arena_new();
    return run->impact != NULL && run->names != NULL;
}

enum fuhe_exit fuhe_impacting_run(const struct fuhe_impacting_request *request, int count, char **operands) {
    static struct run run;

    run.request = request;
    enum fuhe_exit exit_code = find_packs(&run);
    if (exit_code == FUHE_EXIT_OK) {
        exit_code = fuhe_teaching_load(&run.teaching, &request->teaching);
    }
    if (exit_code == FUHE_EXIT_OK && !prepare(&run)) {
        exit_code = fuhe_out_of_memory();
    }
    if (exit_code == FUHE_EXIT_OK) {
        const struct fuhe_form_walk walk = {take_form, keep_failure, &run};
        exit_code = fuhe_form_walk_over(&walk, &run.teaching.options, count, operands);
    }
    if (exit_code == FUHE_EXIT_OK) {
        exit_code = write_result(&run);
    }
    fuhe_impact_free(run.impact);
    fuhe_arena_free(run.names);
    fuhe_teaching_release(&run.teaching);
    fuhe_pack_library_free(&run.library);
    return exit_code;
}
