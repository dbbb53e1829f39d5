/* SPDX-License-Identifier: Apache-2.0 */
/* The progress of a batch. All in whole numbers; the clock is read for people only and goes into no result. */
#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "report/template.h"
#include "report/translate.h"

enum { BAR_CELLS = 24, TERMINAL_MILLISECONDS = 200, LINE_MILLISECONDS = 5000, SOON_MILLISECONDS = 1000 };

static int64_t milliseconds_now(void) {
    struct timespec now = {0, 0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool fuhe_progress_begin(struct fuhe_progress *progress, bool quiet) {
    *progress = (struct fuhe_progress){.quiet = quiet, .on_terminal = isatty(STDERR_FILENO) == 1};
    progress->began = milliseconds_now();
    progress->shown = progress->began;
    progress->line = fuhe_memory_output_new();
    return progress->line != NULL;
}

struct figures {
    const struct fuhe_batch_progress *state;
    size_t percent;
    int64_t rate; /* forms a second */
    int64_t left; /* seconds; below zero when nobody can tell */
};

static struct figures work_out(const struct fuhe_batch_progress *state, int64_t elapsed) {
    const int64_t done = (int64_t)state->done;
    const int64_t to_do = (int64_t)state->whole - done;
    struct figures figures = {.state = state, .left = -1};

    figures.percent = state->whole == 0 ? 0 : state->done * 100 / state->whole;
    figures.rate = elapsed <= 0 ? 0 : (int64_t)state->forms * 1000 / elapsed;
    if (elapsed > SOON_MILLISECONDS && done > 0) {
        figures.left = (elapsed / 1000 + 1) * to_do / done;
    }
    return figures;
}

static void write_bar(struct fuhe_output *output, size_t percent) {
    for (size_t cell = 0; cell < BAR_CELLS; cell++) {
        fuhe_output_string(output, cell * 100 < percent * BAR_CELLS ? "█" : "░");
    }
}

/* "1:02:03" or "2:03" */
static void write_time(struct fuhe_output *output, int64_t seconds) {
    char text[40];

    if (seconds >= 3600) {
        (void)snprintf(text, sizeof text, "%lld:%02d:%02d", (long long)(seconds / 3600), (int)(seconds / 60 % 60),
                       (int)(seconds % 60));
    } else {
        (void)snprintf(text, sizeof text, "%d:%02d", (int)(seconds / 60), (int)(seconds % 60));
    }
    fuhe_output_string(output, text);
}

static bool write_value(struct fuhe_output *output, fuhe_text name, const void *context) {
    const struct figures *figures = context;
    const bool is_left = fuhe_text_equals(name, FUHE_TEXT("left"));

    if (is_left && output != NULL) {
        write_time(output, figures->left);
    }
    if (is_left || output == NULL) {
        return true;
    }
    if (fuhe_text_equals(name, FUHE_TEXT("percent"))) {
        fuhe_output_size(output, figures->percent);
    } else if (fuhe_text_equals(name, FUHE_TEXT("forms"))) {
        fuhe_output_size(output, figures->state->forms);
    } else {
        fuhe_output_size(output, (size_t)figures->rate);
    }
    return true;
}

static void write_line(struct fuhe_progress *progress, const struct figures *figures) {
    struct fuhe_output *output = &progress->line->output;

    fuhe_memory_output_reset(progress->line);
    if (progress->on_terminal) {
        fuhe_output_string(output, "\r\x1b[K");
        write_bar(output, figures->percent);
        fuhe_output_char(output, ' ');
    }
    fuhe_template_write(output, _("{percent} %, forms {forms}, {rate} a second"), write_value, figures);
    if (figures->left >= 0) {
        fuhe_template_write(output, _(", {left} left"), write_value, figures);
    }
    fuhe_output_string(output, progress->on_terminal ? "" : "\n");
}

static void put(struct fuhe_progress *progress) {
    const fuhe_text text = fuhe_memory_output_text(progress->line);

    (void)fwrite(text.bytes, 1, text.length, stderr);
    (void)fflush(stderr);
}

void fuhe_progress_show(struct fuhe_progress *progress, const struct fuhe_batch_progress *state) {
    const int64_t now = milliseconds_now();

    if (progress->quiet ||
        now - progress->shown < (progress->on_terminal ? TERMINAL_MILLISECONDS : LINE_MILLISECONDS)) {
        return;
    }
    const struct figures figures = work_out(state, now - progress->began);
    progress->shown = now;
    write_line(progress, &figures);
    put(progress);
}

void fuhe_progress_make_way(void) {
    if (isatty(STDERR_FILENO) == 1) {
        (void)fputs("\r\x1b[K", stderr);
    }
}

void fuhe_progress_end(struct fuhe_progress *progress) {
    if (!progress->quiet && progress->shown != progress->began) {
        fuhe_progress_make_way();
    }
    fuhe_memory_output_free(progress->line);
}
