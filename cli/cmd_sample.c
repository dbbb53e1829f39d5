/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe sample FOLDER: which forms of a batch to review by hand. */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/files.h"
#include "cli/store_files.h"
#include "report/memory_output.h"
#include "report/messages.h"
#include "report/translate.h"
#include "sample/delimited.h"
#include "sample/evaluation.h"
#include "xml/input.h"

enum format { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSONL, FORMAT_COUNT };

static const char *const format_names[FORMAT_COUNT] = {
    [FORMAT_TEXT] = "text", [FORMAT_CSV] = "csv", [FORMAT_JSONL] = "jsonl"};

struct choices {
    struct fuhe_sample_request request;
    const char *by_money; /* the first option that means nothing in a sample by risk; NULL when there is none */
    enum format format;
    bool no_bom;
    const char *reviewed; /* a file; NULL when there is none */
};

static bool apply_method(void *target, const char *value) {
    struct choices *choices = target;

    for (size_t i = 0; i < FUHE_SAMPLE_METHOD_COUNT; i++) {
        if (strcmp(value, fuhe_sample_method_name((enum fuhe_sample_method)i)) == 0) {
            choices->request.method = (enum fuhe_sample_method)i;
            return true;
        }
    }
    return false;
}

static bool apply_count(void *target, const char *value) {
    uint64_t count;
    const bool good = fuhe_options_read_number(value, 1, FUHE_SAMPLE_COUNT_MAX, &count);

    ((struct choices *)target)->request.count = (size_t)count;
    return good;
}

static bool apply_seed(void *target, const char *value) {
    uint64_t seed;
    const bool good = fuhe_options_read_number(value, 0, UINT32_MAX, &seed);

    ((struct choices *)target)->request.seed = (uint32_t)seed;
    ((struct choices *)target)->by_money = "--seed";
    return good;
}

static bool apply_confidence(void *target, const char *value) {
    static const char *const words[] = {"80", "90", "95", "99"};
    static const unsigned percents[] = {80, 90, 95, 99};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(value, words[i]) == 0) {
            ((struct choices *)target)->request.confidence = percents[i];
            ((struct choices *)target)->by_money = "--confidence";
            return true;
        }
    }
    return false;
}

static bool apply_format(void *target, const char *value) {
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (strcmp(value, format_names[i]) == 0) {
            ((struct choices *)target)->format = (enum format)i;
            return true;
        }
    }
    return false;
}

static const struct fuhe_option options[] = {
    {"count", 'n', "N", N_("how many forms by risk, or draws by money (default: 50)"), apply_count, "1…10000"},
    {"by", 0, "METHOD",
     N_("risk: those of the highest risk (default). money: by chance, each yuan of budget alike, so that something "
        "follows for all"),
     apply_method, "risk, money"},
    {"seed", 0, "N", N_("by money: start of the draws (default: 1)"), apply_seed, "0…4294967295"},
    {"confidence", 0, "PERCENT", N_("by money: of the upper bound, 80, 90, 95 (default) or 99"), apply_confidence,
     "80, 90, 95, 99"},
    {"reviewed", 0, N_("FILE"),
     N_("by money: the table of the sample (--format csv) with its column “reviewed” filled in; says what the review "
        "means for all"),
     FUHE_OPTION_TEXT(struct choices, reviewed)},
    {"format", 'f', "FORMAT", N_("text (default), csv, jsonl"), apply_format, "text, csv, jsonl"},
    {"no-bom", 0, NULL, N_("leave the byte order mark out of CSV; spreadsheets then misread Chinese"),
     FUHE_OPTION_FLAG(struct choices, no_bom)},
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("shown")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood")},
    {FUHE_EXIT_UNSCORED,
     N_("the results of the batch or the reviewed table could not be read, or not every form of it is reviewed yet")},
    {FUHE_EXIT_NOTHING, N_("stopped early, no form has been scored, or none has a budget to draw by")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

/* One call of the command. */
struct run {
    const struct choices *choices;
    const char *folder;
    struct fuhe_arena *arena;
    struct fuhe_store *store;
    struct fuhe_survey *survey;
    struct fuhe_sample sample;
    struct fuhe_reviewed reviewed;
};

static void write_csv(const struct run *run, struct fuhe_output *output) {
    fuhe_sample_csv_begin(run->choices->no_bom, output);
    fuhe_sample_csv_add(&run->sample, output);
}

static void write_sample(const struct run *run, struct fuhe_output *output) {
    if (run->choices->format == FORMAT_CSV) {
        write_csv(run, output);
    } else {
        (run->choices->format == FORMAT_JSONL ? fuhe_sample_write_jsonl : fuhe_sample_write_text)(&run->sample, output);
    }
}

/* --- the reviewed table --- */

/* All bytes of a file, but no more than a little beyond what a table may have. */
static enum fuhe_status read_bytes(const char *path, struct fuhe_memory_output *bytes, struct fuhe_error *err) {
    char piece[16384];
    int descriptor;
    size_t count = 1;
    enum fuhe_status status = fuhe_input_file_open(path, &descriptor, err);

    if (status != FUHE_STATUS_OK) {
        return status;
    }
    const struct fuhe_input input = fuhe_input_from_descriptor(&descriptor);
    while (status == FUHE_STATUS_OK && count > 0 && bytes->length <= FUHE_DELIMITED_BYTES_MAX) {
        status = input.read(input.context, piece, sizeof piece, &count, err);
        count = status == FUHE_STATUS_OK ? count : 0;
        fuhe_output_text(&bytes->output, (fuhe_text){piece, count});
    }
    fuhe_input_file_close(descriptor);
    return status == FUHE_STATUS_OK ? fuhe_output_flush(&bytes->output, err) : status;
}

static enum fuhe_status evaluate(struct run *run, struct fuhe_output *output, struct fuhe_error *err) {
    struct fuhe_memory_output *bytes = fuhe_memory_output_new();
    struct fuhe_evaluation evaluation;
    enum fuhe_status status = FUHE_STATUS_NO_MEMORY;

    if (bytes == NULL) {
        return fuhe_error_set(err, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    status = read_bytes(run->choices->reviewed, bytes, err);
    if (status == FUHE_STATUS_OK) {
        status = fuhe_reviewed_read(fuhe_memory_output_text(bytes), &run->sample, run->arena, &run->reviewed, err);
    }
    if (status == FUHE_STATUS_OK) {
        status = fuhe_evaluation_make(&run->sample, &run->reviewed, run->arena, &evaluation, err);
    }
    if (status == FUHE_STATUS_OK && run->choices->format == FORMAT_JSONL) {
        fuhe_sample_write_jsonl(&run->sample, output);
        fuhe_evaluation_write_jsonl(&evaluation, output);
    } else if (status == FUHE_STATUS_OK) {
        fuhe_evaluation_write_text(&evaluation, output);
    }
    fuhe_memory_output_free(bytes);
    return status;
}

static enum fuhe_exit show_evaluation(struct run *run, struct fuhe_output *output) {
    struct fuhe_error error = {0};

    if (evaluate(run, output, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(run->choices->reviewed, &error);
        return fuhe_store_exit(&error);
    }
    return run->reviewed.unreviewed > 0 ? FUHE_EXIT_UNSCORED : FUHE_EXIT_OK;
}

/* --- the sample --- */

/* A run that was stopped has only some of the forms: what is said of all is then said of these. */
static void warn_of_incomplete(const struct run *run) {
    struct fuhe_store_run latest;

    if (!fuhe_store_latest_run(run->store, &latest)) {
        return;
    }
    fuhe_store_say_shard(run->folder, &latest);
    if (!latest.complete) {
        (void)fprintf(
            stderr, "%s\n",
            _("The run was stopped before its end: the sample is drawn from what had been scored by then, and "
              "says nothing of the rest."));
    }
}

static enum fuhe_status draw(struct run *run, struct fuhe_error *err) {
    run->arena = fuhe_arena_new();
    if (run->arena == NULL) {
        return fuhe_error_set(err, FUHE_STATUS_NO_MEMORY, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    }
    FUHE_TRY(fuhe_store_open_folder(run->folder, &run->store, err));
    FUHE_TRY(fuhe_survey_new(run->store, &run->survey, err));
    FUHE_TRY(fuhe_sample_draw(run->survey, &run->choices->request, run->arena, &run->sample, err));
    return run->sample.forms > 0 ? FUHE_STATUS_OK
                                 : fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
}

static enum fuhe_exit show(struct run *run, struct fuhe_output *output) {
    struct fuhe_error error = {0};

    if (draw(run, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(run->folder, &error);
        return fuhe_store_exit(&error);
    }
    warn_of_incomplete(run);
    if (run->choices->reviewed != NULL && run->sample.count > 0) {
        return show_evaluation(run, output);
    }
    write_sample(run, output);
    return run->sample.count > 0 ? FUHE_EXIT_OK : FUHE_EXIT_NOTHING;
}

/* Whether the choices go together; says so when not. */
static bool fit(const struct choices *choices) {
    const bool by_risk = choices->request.method == FUHE_SAMPLE_RISK;
    const char *message = NULL;
    const char *found = "";

    if (by_risk && choices->reviewed != NULL) {
        message = _("--reviewed needs --by money: from a sample by risk nothing follows for the other forms");
    } else if (by_risk && choices->by_money != NULL) {
        message = _("there is no chance in a sample by risk; add --by money, or leave out ");
        found = choices->by_money;
    } else if (choices->reviewed != NULL && choices->format == FORMAT_CSV) {
        message = _("--reviewed gives no table; choose --format text or jsonl");
    }
    if (message != NULL) {
        (void)fuhe_options_complain(&fuhe_command_sample, message, found);
    }
    return message == NULL;
}

static enum fuhe_exit run_sample(int argc, char **argv) {
    static struct fuhe_output_file file;
    struct choices choices = {.request = {.method = FUHE_SAMPLE_RISK,
                                          .count = FUHE_SAMPLE_COUNT_DEFAULT,
                                          .seed = FUHE_SAMPLE_SEED_DEFAULT,
                                          .confidence = FUHE_SAMPLE_CONFIDENCE_DEFAULT}};
    struct fuhe_error error = {0};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_sample, argc, argv, &choices, &count, &exit_code)) {
        return exit_code;
    }
    if (count != 1) {
        return fuhe_options_complain(&fuhe_command_sample, _("name one folder: the one given to fuhe batch -o"), "");
    }
    if (!fit(&choices)) {
        return FUHE_EXIT_USAGE;
    }
    if (fuhe_output_file_open(&file, NULL, &error) != FUHE_STATUS_OK) {
        return FUHE_EXIT_OUTPUT;
    }
    struct run run = {.choices = &choices, .folder = argv[0]};
    exit_code = show(&run, &file.output);
    fuhe_survey_free(run.survey);
    fuhe_store_close(run.store);
    fuhe_arena_free(run.arena);
    return fuhe_output_file_finish(&file, exit_code);
}

const struct fuhe_command fuhe_command_sample = {
    "sample",
    N_("[OPTION…] FOLDER"),
    N_("Says which forms of a batch to review by hand: those of the highest risk, or a sample by money from which, "
       "once it is reviewed, something follows for all."),
    options,
    exits,
    run_sample};
