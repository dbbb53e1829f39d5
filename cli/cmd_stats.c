/* SPDX-License-Identifier: Apache-2.0 */
/* fuhe stats FOLDER: what only a whole batch can say. */
#include <string.h>

#include "cli/command.h"
#include "cli/common_options.h"
#include "cli/files.h"
#include "cli/heap.h"
#include "cli/store_files.h"
#include "report/messages.h"
#include "report/translate.h"
#include "stats/statistics.h"

struct choices {
    struct fuhe_statistics_request request;
    bool json;
};

static bool apply_form(void *target, const char *value) {
    ((struct choices *)target)->request.form = fuhe_text_of(value);
    return value[0] != '\0';
}

static bool apply_seed(void *target, const char *value) {
    uint64_t seed;
    const bool good = fuhe_options_read_number(value, 0, UINT32_MAX, &seed);

    ((struct choices *)target)->request.seed = (uint32_t)seed;
    return good;
}

static bool apply_top(void *target, const char *value) {
    uint64_t top;
    const bool good = fuhe_options_read_number(value, 1, FUHE_STATISTICS_TOP_MAX, &top);

    ((struct choices *)target)->request.top = (size_t)top;
    return good;
}

static const struct fuhe_option options[] = {
    FUHE_OPTION_JSON(struct choices, json),
    {"form", 0, "FORM", N_("only grade stability and gauge of one form, by its id or the name of its project"),
     apply_form, NULL},
    {"top", 0, "N", N_("length of the lists (default: 10)"), apply_top, "1…1000"},
    {"seed", 0, "N", N_("start of the draws of weights (default: 1)"), apply_seed, "0…4294967295"},
    {NULL, 0, NULL, NULL, NULL, NULL},
};

static const struct fuhe_exit_reason exits[] = {
    {FUHE_EXIT_OK, N_("shown")},
    {FUHE_EXIT_USAGE, N_("the command line is not understood")},
    {FUHE_EXIT_UNSCORED,
     N_("the results could not be read, are those of another version of fuhe, or there is no such form "
        "in them")},
    {FUHE_EXIT_NOTHING, N_("stopped early, or no form has been scored")},
    {FUHE_EXIT_OUTPUT, N_("output could not be written")},
    {FUHE_EXIT_INTERNAL, N_("a fault of this program")},
    {FUHE_EXIT_OK, NULL},
};

/* Figures of nothing at all would look like an answer. */
static enum fuhe_status gather(struct fuhe_store *store, const struct fuhe_statistics_request *request,
                               struct fuhe_arena *arena, struct fuhe_statistics *statistics, struct fuhe_error *err) {
    fuhe_heap_give_back();
    FUHE_TRY(fuhe_statistics_gather(store, request, arena, statistics, err));
    if (request->form.length == 0 && statistics->form_count == 0) {
        return fuhe_error_set(err, FUHE_STATUS_UNREADABLE, FUHE_PROBLEM_STORE_EMPTY, NULL, NULL);
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status show(const struct choices *choices, const char *folder, struct fuhe_output *output,
                             struct fuhe_error *err) {
    struct fuhe_store *store = NULL;
    struct fuhe_store_run latest;
    struct fuhe_statistics statistics = {.form_count = 0};
    struct fuhe_arena *arena = NULL;

    FUHE_TRY(fuhe_store_open_folder(folder, &store, err));
    arena = fuhe_arena_new();
    enum fuhe_status status = FUHE_STATUS_NO_MEMORY;
    if (arena == NULL) {
        (void)fuhe_error_set(err, status, FUHE_PROBLEM_NO_MEMORY, NULL, NULL);
    } else {
        status = gather(store, &choices->request, arena, &statistics, err);
    }
    if (status == FUHE_STATUS_OK && fuhe_store_latest_run(store, &latest)) {
        fuhe_store_say_shard(folder, &latest);
    }
    if (status == FUHE_STATUS_OK) {
        (choices->json ? fuhe_statistics_write_json : fuhe_statistics_write_text)(&statistics, output);
    }
    fuhe_statistics_free(&statistics);
    fuhe_arena_free(arena);
    fuhe_store_close(store);
    return status;
}

static enum fuhe_exit run(int argc, char **argv) {
    static struct fuhe_output_file file;
    struct choices choices = {.request = {.seed = FUHE_STATISTICS_SEED_DEFAULT, .top = FUHE_STATISTICS_TOP_DEFAULT}};
    struct fuhe_error error = {0};
    enum fuhe_exit exit_code;
    int count;

    if (!fuhe_options_parse(&fuhe_command_stats, argc, argv, &choices, &count, &exit_code)) {
        return exit_code;
    }
    if (count != 1) {
        return fuhe_options_complain(&fuhe_command_stats, _("name one folder: the one given to fuhe batch -o"), "");
    }
    if (fuhe_output_file_open(&file, NULL, &error) != FUHE_STATUS_OK) {
        return FUHE_EXIT_OUTPUT;
    }
    exit_code = FUHE_EXIT_OK;
    if (show(&choices, argv[0], &file.output, &error) != FUHE_STATUS_OK) {
        fuhe_message_complain(argv[0], &error);
        exit_code = fuhe_store_exit(&error);
    }
    return fuhe_output_file_finish(&file, exit_code);
}

const struct fuhe_command fuhe_command_stats = {
    "stats",
    N_("[OPTION…] FOLDER"),
    N_("Shows what only the whole of a batch can say: how deviations lie, what stands out, how stable grades are, how "
       "easy targets are, what forms show beside one another. Each figure with its method and number."),
    options,
    exits,
    run};
