/* SPDX-License-Identifier: Apache-2.0 */
/* Writes the overview, lists and search of made-up forms, without pages of forms: make_overview FOLDER FORMS LANGUAGE
 */
#include <stdio.h>
#include <stdlib.h>

#include "html/site.h"
#include "report/messages.h"
#include "tests/html/made_survey.h"

static enum fuhe_status write_site(const char *folder, struct fuhe_survey *survey, struct fuhe_error *err) {
    const struct fuhe_site_request request = {.folder = folder, .complete = true, .pages = true, .survey = survey};
    struct fuhe_site *site = NULL;
    enum fuhe_status status = fuhe_site_new(&request, &site, err);

    if (status == FUHE_STATUS_OK) {
        const struct fuhe_error broken = {
            .status = FUHE_STATUS_UNREADABLE, .problem = FUHE_PROBLEM_DOCTYPE, .line = 2, .column = 1};
        status = fuhe_site_add_failure(site, "input/broken.xml", &broken, err);
    }
    if (status == FUHE_STATUS_OK) {
        status = fuhe_site_finish(site, survey, made_survey_replay(survey), err);
    }
    fuhe_site_free(site);
    return status;
}

int main(int count, char **arguments) {
    struct fuhe_pack_library library;
    struct fuhe_error err = {0};

    if (count != 4 || !fuhe_language_set(arguments[3], LOCALE_FOLDER)) {
        return 2;
    }
    if (fuhe_pack_library_init(&library, &err) != FUHE_STATUS_OK) {
        return 4;
    }
    struct fuhe_survey *survey = made_survey_new(strtoul(arguments[2], NULL, 10), &library);
    const enum fuhe_status status = write_site(arguments[1], survey, &err);
    if (status != FUHE_STATUS_OK) {
        fuhe_message_complain(arguments[1], &err);
    }
    fuhe_survey_free(survey);
    fuhe_pack_library_free(&library);
    return status == FUHE_STATUS_OK ? 0 : 6;
}
