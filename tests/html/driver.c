/* SPDX-License-Identifier: Apache-2.0 */
/* Writes the pages of the forms of some files, for tests that read them: driver LANGUAGE LOCALES FOLDER FILE… */
#include <stdio.h>
#include <stdlib.h>

#include "api/fuhe.h"
#include "html/form_page.h"
#include "html/notice.h"
#include "report/messages.h"

enum { FILE_BYTES_MAX = 1 << 24 };

/* All forms are of one department. */
struct pages {
    struct fuhe_page *page;
    struct fuhe_notice *notice;
    struct fuhe_form_place place;
};

static enum fuhe_status count_form(void *context, const struct fuhe_result *result) {
    struct pages *pages = context;

    if (pages->place.pages++ == 0) {
        fuhe_notice_begin(pages->notice, pages->place.department, fuhe_form_page_department(result->form));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_form(void *context, const struct fuhe_result *result) {
    struct pages *pages = context;

    pages->place.page++;
    FUHE_TRY(fuhe_notice_add_form(pages->notice, result, pages->place.page, NULL));
    return fuhe_form_page_write(pages->page, result, &pages->place, NULL);
}

static enum fuhe_status score_file(struct fuhe_scorer *scorer, const struct fuhe_score_sink *sink, const char *path) {
    static char bytes[FILE_BYTES_MAX];
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        return FUHE_STATUS_UNREADABLE;
    }
    const size_t length = fread(bytes, 1, sizeof bytes, file);
    (void)fclose(file);
    return fuhe_scorer_score_buffer(scorer, bytes, length, path, sink, NULL);
}

static enum fuhe_status score_files(struct fuhe_scorer *scorer, struct pages *pages,
                                    enum fuhe_status (*take)(void *, const struct fuhe_result *), char **paths) {
    const struct fuhe_score_sink sink = {.result = take, .context = pages};

    for (; *paths != NULL; paths++) {
        FUHE_TRY(score_file(scorer, &sink, *paths));
    }
    return FUHE_STATUS_OK;
}

static enum fuhe_status write_pages(struct fuhe_scorer *scorer, struct pages *pages, char **paths) {
    FUHE_TRY(score_files(scorer, pages, count_form, paths));
    FUHE_TRY(score_files(scorer, pages, write_form, paths));
    FUHE_TRY(fuhe_notice_write(pages->notice, pages->page, NULL));
    return fuhe_page_write_style(pages->page->folder, NULL);
}

static enum fuhe_status write_report(struct fuhe_scorer *scorer, const char *folder, char **paths) {
    struct pages pages = {fuhe_page_new(folder, true), fuhe_notice_new(folder, true), {.department = 1}};
    const bool ready = pages.page != NULL && pages.notice != NULL;
    const enum fuhe_status status = ready ? write_pages(scorer, &pages, paths) : FUHE_STATUS_NO_MEMORY;

    fuhe_page_free(pages.page);
    fuhe_notice_free(pages.notice);
    return status;
}

int main(int argc, char **argv) {
    struct fuhe_pack_library library;
    enum fuhe_status status = fuhe_pack_library_init(&library, NULL);
    struct fuhe_scorer *scorer = status == FUHE_STATUS_OK ? fuhe_scorer_new(&library, NULL) : NULL;

    if (argc < 5 || scorer == NULL || !fuhe_language_set(argv[1], argv[2])) {
        return EXIT_FAILURE;
    }
    status = write_report(scorer, argv[3], argv + 4);
    fuhe_scorer_free(scorer);
    fuhe_pack_library_free(&library);
    return status == FUHE_STATUS_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
