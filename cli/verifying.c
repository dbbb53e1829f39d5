/* SPDX-License-Identifier: Apache-2.0 */
/* What a report rests on is looked at first, then what was derived from it: rule packs and version; documents, form by
 * form; lines of tables, as far as the store that they are derived from has not been found wrong; files, by the
 * manifest. Nothing is written, so a stop by signal may end the program at once. */
#define _POSIX_C_SOURCE 200809L
#include "cli/verifying.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "cli/files.h"
#include "cli/marked_folder.h"
#include "cli/progress.h"
#include "cli/reporting.h"
#include "cli/store_files.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/translate.h"
#include "store/documents.h"
#include "verify/documents.h"
#include "verify/manifest_check.h"

enum { LOOK_MILLISECONDS = 100, SHOWN_MAX = 40, TABLES_MAX = 32 };

/* A file of the report whose lines are derived anew. */
struct table {
    char path[FUHE_PATH_BYTES];
    struct fuhe_lines_request request;
    struct fuhe_lines *lines; /* NULL when there is no such file */
};

struct run {
    const struct fuhe_verifying_request *request;
    struct fuhe_store *store;
    struct fuhe_store_run latest;
    struct fuhe_replay *replay; /* NULL when nothing can be derived */
    char report[FUHE_PATH_BYTES];
    bool has_sound_rules;
    bool has_sound_store;
    struct fuhe_verify_totals totals;
    size_t told;
    struct fuhe_output_file file;      /* standard output */
    struct fuhe_memory_output *faults; /* as text: the verdict comes first */
    struct table tables[TABLES_MAX];
    size_t table_count;
    struct fuhe_verified_table verified[TABLES_MAX + 1];
    struct fuhe_output nowhere;
};

/* --- faults --- */

static enum fuhe_status take_fault(void *context, const struct fuhe_fault *fault) {
    struct run *run = context;

    run->totals.faults[fuhe_fault_class_of(fault->kind)]++;
    run->told++;
    if (run->request->json) {
        fuhe_fault_write_json(&run->file.output, fault);
        return run->file.output.status;
    }
    if (run->told <= SHOWN_MAX) {
        fuhe_fault_write_text(&run->faults->output, fault);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status tell(struct run *run, struct fuhe_fault fault) {
    return take_fault(run, &fault);
}

static struct fuhe_fault_sink sink_of(struct run *run) {
    return (struct fuhe_fault_sink){take_fault, run};
}

/* A store that does not hold together is told like all else; other failures end the work. */
static enum fuhe_status tell_damage(struct run *run, const struct fuhe_error *error) {
    if (error->problem != FUHE_PROBLEM_STORE_DAMAGED) {
        return error->status;
    }
    run->has_sound_store = false;
    return tell(run, (struct fuhe_fault){.kind = FUHE_FAULT_STORE, .says = fuhe_text_of(error->found)});
}

/* --- version and rule packs --- */

static enum fuhe_status hold_pack(void *context, const struct fuhe_store_pack *pack) {
    struct run *run = context;

    if (memcmp(&pack->hash, &pack->found, sizeof pack->hash) == 0) {
        return FUHE_STATUS_OK;
    }
    run->has_sound_rules = false;
    return tell(run, (struct fuhe_fault){.kind = FUHE_FAULT_PACK, .file = pack->id});
}

static enum fuhe_status open_replay(struct run *run, struct fuhe_error *err) {
    const enum fuhe_status status = fuhe_replay_new(run->store, &run->replay, err);

    if (status == FUHE_STATUS_OK || err->problem != FUHE_PROBLEM_STORE_ENGINE) {
        return status == FUHE_STATUS_OK ? status : tell_damage(run, err);
    }
    return tell(run, (struct fuhe_fault){.kind = FUHE_FAULT_ENGINE,
                                         .says = fuhe_text_of(err->found),
                                         .should = fuhe_text_of(err->expected)});
}

static enum fuhe_status verify_rules(struct run *run, struct fuhe_error *err) {
    run->has_sound_rules = true;
    run->has_sound_store = true;
    FUHE_TRY(fuhe_store_list_packs(run->store, hold_pack, run, err));
    return run->has_sound_rules ? open_replay(run, err) : FUHE_STATUS_OK;
}

/* --- documents --- */

static void follow(const struct fuhe_verifying_request *request, struct fuhe_batch *batch) {
    struct fuhe_progress progress;
    const bool shows = fuhe_progress_begin(&progress, request->quiet);

    while (!fuhe_batch_wait(batch, LOOK_MILLISECONDS)) {
        const struct fuhe_batch_progress state = fuhe_batch_progress(batch);
        if (shows) {
            fuhe_progress_show(&progress, &state);
        }
    }
    fuhe_progress_end(&progress);
}

static void keep_totals(struct run *run, const struct fuhe_recheck_totals *totals) {
    run->totals.has_documents = true;
    run->totals.documents = totals->documents;
    run->totals.documents_missing = totals->documents_missing;
    run->totals.documents_changed = totals->documents_changed;
    run->totals.forms = totals->forms;
    run->totals.forms_missing = totals->forms_missing;
    run->totals.forms_wrong = totals->forms_wrong;
    run->has_sound_store = !totals->store_is_wrong;
}

static enum fuhe_status verify_documents(struct run *run, struct fuhe_error *err) {
    const struct fuhe_verifying_request *request = run->request;
    struct fuhe_verify_documents documents = {.sink = sink_of(run)};
    struct fuhe_recheck_totals totals;
    char folder[FUHE_PATH_BYTES];

    if (run->replay == NULL) {
        return FUHE_STATUS_OK;
    }
    (void)snprintf(folder, sizeof folder, "%.*s", (int)run->latest.folder.length, run->latest.folder.bytes);
    enum fuhe_status status = fuhe_verify_documents_start(&documents, run->store, run->replay,
                                                          request->inputs == NULL ? folder : request->inputs,
                                                          request->inputs != NULL, request->workers, err);
    if (status == FUHE_STATUS_OK) {
        follow(request, documents.batch);
        status = fuhe_verify_documents_finish(&documents, &totals, err);
    }
    if (status == FUHE_STATUS_OK) {
        keep_totals(run, &totals);
    }
    if (status == FUHE_STATUS_OK && totals.documents == 0) { /* a shard may be empty; that is no proof of anything */
        status = fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
    }
    fuhe_verify_documents_release(&documents);
    return status;
}

/* --- lines of tables --- */

static enum fuhe_status write_nowhere(void *context, const char *bytes, size_t length, struct fuhe_error *err) {
    (void)context, (void)bytes, (void)length, (void)err;
    return FUHE_STATUS_OK;
}

/* A table that the report does not have is derived for nothing; the manifest tells whether it should be there. */
static enum fuhe_status divert(void *context, const char *name, struct fuhe_output **output, struct fuhe_error *err) {
    struct run *run = context;
    struct table *table = &run->tables[run->table_count];
    struct stat information;

    *output = &run->nowhere;
    if (run->table_count == TABLES_MAX || !fuhe_folder_join(table->path, run->report, name) ||
        stat(table->path, &information) != 0 || !S_ISREG(information.st_mode)) {
        return FUHE_STATUS_OK;
    }
    table->request = (struct fuhe_lines_request){.path = table->path, .name = name, .sink = sink_of(run)};
    FUHE_TRY(fuhe_lines_new(&table->request, &table->lines, err));
    run->table_count++;
    *output = fuhe_lines_output(table->lines);
    return FUHE_STATUS_OK;
}

static enum fuhe_status end_tables(struct run *run, struct fuhe_error *err) {
    for (size_t i = 0; i < run->table_count; i++) {
        struct fuhe_verified_table *verified = &run->verified[i];
        FUHE_TRY(fuhe_lines_end(run->tables[i].lines, &verified->result, err));
        verified->name = run->tables[i].request.name;
        run->totals.lines += verified->result.lines;
    }
    run->totals.has_tables = run->table_count > 0;
    return FUHE_STATUS_OK;
}

static bool has_manifest(const char *folder) {
    char path[FUHE_PATH_BYTES];
    struct stat information;

    return fuhe_folder_join(path, folder, FUHE_MANIFEST_NAME) && stat(path, &information) == 0 &&
           S_ISREG(information.st_mode);
}

static enum fuhe_status verify_tables(struct run *run, struct fuhe_error *err) {
    char manifest[FUHE_PATH_BYTES];
    struct fuhe_derivation derivation = {
        .store = run->store, .quiet = run->request->quiet, .divert = divert, .context = run};

    if (run->replay == NULL || !run->has_sound_store) {
        return FUHE_STATUS_OK;
    }
    if (has_manifest(run->report) && fuhe_folder_join(manifest, run->report, FUHE_MANIFEST_NAME)) {
        derivation.no_bom = fuhe_manifest_read_tables(manifest).no_bom;
    }
    fuhe_output_init(&run->nowhere, write_nowhere, NULL);
    const enum fuhe_status status = fuhe_reporting_derive(&derivation, err);
    return status == FUHE_STATUS_OK ? end_tables(run, err) : tell_damage(run, err);
}

/* --- the report --- */

static enum fuhe_status verify_report(struct run *run, struct fuhe_error *err) {
    const struct fuhe_fault_sink sink = sink_of(run);
    struct stat information;

    run->totals.has_report = stat(run->report, &information) == 0 && S_ISDIR(information.st_mode);
    if (!run->totals.has_report) {
        return run->request->report == NULL
                   ? FUHE_STATUS_OK
                   : fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_OPEN, run->report, NULL);
    }
    FUHE_TRY(verify_tables(run, err));
    return fuhe_manifest_check(run->store, run->report, run->verified, &sink, &run->totals, err);
}

/* --- how it went --- */

/* Whether the report was made before the latest run began: what differs then is likely to be the work of that run. */
static bool is_outdated(const struct run *run) {
    char manifest[FUHE_PATH_BYTES];
    char written[32];
    struct stat information;
    struct tm time;

    if (run->told == 0 || !has_manifest(run->report) || !fuhe_folder_join(manifest, run->report, FUHE_MANIFEST_NAME) ||
        stat(manifest, &information) != 0 || gmtime_r(&information.st_mtime, &time) == NULL ||
        strftime(written, sizeof written, "%Y-%m-%dT%H:%M:%SZ", &time) == 0) {
        return false;
    }
    return strncmp(written, run->latest.started.bytes, run->latest.started.length) < 0;
}

static void write_text(struct run *run) {
    struct fuhe_output *output = &run->file.output;

    if (is_outdated(run)) {
        fuhe_output_string(output, _("The report is older than the latest batch in this folder: run fuhe report first, "
                                     "then verify again."));
        fuhe_output_char(output, '\n');
    }
    fuhe_verify_write_verdict(output, &run->totals);
    fuhe_output_text(output, fuhe_memory_output_text(run->faults));
    if (run->told > SHOWN_MAX) {
        fuhe_output_string(output, "  ");
        fuhe_output_string(output, _("… and more, in all: "));
        fuhe_output_size(output, run->told);
        fuhe_output_string(output, _(" (--format jsonl has them all)"));
        fuhe_output_char(output, '\n');
    }
}

static enum fuhe_exit exit_of(const struct fuhe_verify_totals *totals) {
    if (totals->faults[FUHE_FAULT_MISSING] > 0) {
        return FUHE_EXIT_UNSCORED;
    }
    return totals->faults[FUHE_FAULT_WRONG] > 0 ? FUHE_EXIT_FINDINGS : FUHE_EXIT_OK;
}

static enum fuhe_status verify(struct run *run, struct fuhe_error *err) {
    FUHE_TRY(fuhe_store_open_folder(run->request->folder, &run->store, err));
    if (!fuhe_store_latest_run(run->store, &run->latest)) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
    }
    FUHE_TRY(verify_rules(run, err));
    FUHE_TRY(verify_documents(run, err));
    if (run->totals.has_documents && run->totals.forms == 0 && run->told == 0) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
    }
    return verify_report(run, err);
}

/* Who was handed a report alone can make the results that it needs. */
static void point_to_batch(const struct run *run, const struct fuhe_error *error) {
    if (error->problem == FUHE_PROBLEM_STORE_NONE &&
        (has_manifest(run->report) || has_manifest(run->request->folder))) {
        (void)fprintf(stderr, "fuhe: %s\n",
                      _("a report alone is held against results of your own: run fuhe batch over the documents, as "
                        "manifest.jsonl names them, then fuhe verify with its folder and --report"));
    }
}

static enum fuhe_exit conclude(struct run *run, enum fuhe_status status, const struct fuhe_error *error) {
    enum fuhe_exit exit_code = exit_of(&run->totals);

    if (status != FUHE_STATUS_OK && run->file.output.status == FUHE_STATUS_OK) {
        fuhe_message_complain(run->request->folder, error);
        point_to_batch(run, error);
        exit_code = fuhe_store_exit(error);
    } else if (status == FUHE_STATUS_OK && run->request->json) {
        fuhe_verify_write_json(&run->file.output, &run->totals);
    } else if (status == FUHE_STATUS_OK) {
        write_text(run);
    }
    return fuhe_output_file_finish(&run->file, exit_code);
}

static void release(struct run *run) {
    for (size_t i = 0; i < run->table_count; i++) {
        fuhe_lines_free(run->tables[i].lines);
    }
    fuhe_replay_free(run->replay);
    fuhe_store_close(run->store);
    fuhe_memory_output_free(run->faults);
}

enum fuhe_exit fuhe_verifying_run(const struct fuhe_verifying_request *request) {
    static struct run run;
    struct fuhe_error error = {0};

    run.request = request;
    const int length = request->report != NULL ? snprintf(run.report, sizeof run.report, "%s", request->report)
                                               : snprintf(run.report, sizeof run.report, "%s/report", request->folder);
    run.faults = fuhe_memory_output_new();
    if (length < 0 || (size_t)length >= sizeof run.report ||
        fuhe_output_file_open(&run.file, NULL, &error) != FUHE_STATUS_OK || run.faults == NULL) {
        release(&run);
        return FUHE_EXIT_OUTPUT;
    }
    const enum fuhe_status status = verify(&run, &error);
    const enum fuhe_exit exit_code = conclude(&run, status, &error);
    release(&run);
    return exit_code;
}
