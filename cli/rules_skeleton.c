/* SPDX-License-Identifier: Apache-2.0 */
/* The files of a new rule pack, from the texts in rules/skeleton and the documents of its base. A copy differs from the
 * base in the head of the document only: name, status and, so that it is not taken for the base, no region. */
#include "cli/rules_skeleton.h"

#include <stdio.h>
#include <string.h>

#include "report/messages.h"
#include "report/template.h"
#include "report/translate.h"

extern const char fuhe_skeleton_overlay_en[];
extern const char fuhe_skeleton_overlay_zh[];
extern const char fuhe_skeleton_full_en[];
extern const char fuhe_skeleton_full_zh[];
extern const char fuhe_skeleton_cases_en[];
extern const char fuhe_skeleton_cases_zh[];
extern const char fuhe_skeleton_source_en[];
extern const char fuhe_skeleton_source_zh[];
extern const char fuhe_pack_schema[];
extern const char fuhe_cases_schema[];

static bool has_source(const struct fuhe_pack *pack, const char *id) {
    for (size_t i = 0; i < pack->source_count; i++) {
        if (fuhe_text_equals(pack->sources[i].id, fuhe_text_of(id))) {
            return true;
        }
    }
    return false;
}

/* What the paper of the new pack is called: an id that its base does not use. */
enum { NOTICE_BYTES = 32 };
static void name_notice(const struct fuhe_pack *base, char notice[NOTICE_BYTES]) {
    (void)snprintf(notice, NOTICE_BYTES, "NOTICE");
    for (unsigned number = 2; has_source(base, notice); number++) {
        (void)snprintf(notice, NOTICE_BYTES, "NOTICE-%u", number);
    }
}

/* One of our texts, in the language of the reader. */
static void fill_in(struct fuhe_output *output, const struct fuhe_rules_skeleton *skeleton, const char *zh,
                    const char *en) {
    char notice[NOTICE_BYTES];
    name_notice(skeleton->base->pack, notice);
    const struct fuhe_template_word words[] = {{"notice", fuhe_text_of(notice)},
                                               {"id", fuhe_text_of(skeleton->id)},
                                               {"folder", fuhe_text_of(skeleton->folder)},
                                               {"base", skeleton->base->pack->id},
                                               {"base-version", skeleton->base->pack->version},
                                               {NULL, {NULL, 0}}};

    fuhe_template_words(output, fuhe_language_is_chinese() ? zh : en, words);
}

/* --- copies of the base ------------------------------------------------------------------------------------------ */

/* Takes everything before the end of `mark` off the rest; nothing is taken where it does not stand. */
static fuhe_text take_past(fuhe_text *rest, const char *mark) {
    const fuhe_text wanted = fuhe_text_of(mark);
    const size_t at = fuhe_text_find(*rest, wanted);
    const size_t end = at == rest->length ? 0 : at + wanted.length;
    const fuhe_text taken = {rest->bytes, end};

    *rest = fuhe_text_from(*rest, end);
    return taken;
}

/* Of a file, what stands in front of the root is not taken over. */
static void begin_at(fuhe_text *rest, const char *root) {
    *rest = fuhe_text_from(*rest, fuhe_text_find(*rest, fuhe_text_of(root)));
}

/* Copies up to the value of the next attribute of that name (mark: ` id="`), and writes another value in its place. */
static void write_value(struct fuhe_output *output, fuhe_text *rest, const char *mark, const char *value) {
    const fuhe_text before = take_past(rest, mark);

    if (before.length > 0) {
        fuhe_output_text(output, before);
        fuhe_output_string(output, value);
        *rest = fuhe_text_from(*rest, fuhe_text_find(*rest, FUHE_TEXT("\"")));
    }
}

/* Copies the rest without its region words. */
static void write_without_regions(struct fuhe_output *output, fuhe_text rest) {
    const size_t start = fuhe_text_find(rest, FUHE_TEXT("<regions>"));

    fuhe_output_text(output, (fuhe_text){rest.bytes, start});
    rest = fuhe_text_from(rest, start);
    if (rest.length > 0) {
        (void)take_past(&rest, "</regions>");
        fuhe_output_string(output, "<!-- <regions><word>");
        fuhe_output_string(output, _("full name of the place"));
        fuhe_output_string(output, "</word></regions> -->");
    }
    fuhe_output_text(output, rest);
}

static void write_copy(struct fuhe_output *output, const struct fuhe_rules_skeleton *skeleton) {
    fuhe_text rest = skeleton->base->document;

    fill_in(output, skeleton, fuhe_skeleton_full_zh, fuhe_skeleton_full_en);
    if (skeleton->base->built_in) {
        (void)take_past(&rest, "?>\n");
    } else {
        begin_at(&rest, "<pack");
    }
    write_value(output, &rest, " id=\"", skeleton->id);
    write_value(output, &rest, " status=\"", "draft");
    write_without_regions(output, rest);
}

/* --- files ------------------------------------------------------------------------------------------------------- */

static void write_pack(struct fuhe_output *output, const struct fuhe_rules_skeleton *skeleton) {
    if (skeleton->full) {
        write_copy(output, skeleton);
    } else {
        fill_in(output, skeleton, fuhe_skeleton_overlay_zh, fuhe_skeleton_overlay_en);
    }
}

static void write_cases(struct fuhe_output *output, const struct fuhe_rules_skeleton *skeleton) {
    fuhe_text rest = skeleton->base->cases;

    fill_in(output, skeleton, fuhe_skeleton_cases_zh, fuhe_skeleton_cases_en);
    if (skeleton->base->built_in) {
        (void)take_past(&rest, "?>\n");
        fuhe_output_text(output, take_past(&rest, "-->\n")); /* the licence of the cases */
        (void)take_past(&rest, "-->\n");                     /* how to run those of the base */
    } else {
        begin_at(&rest, "<cases");
    }
    write_value(output, &rest, " pack=\"", skeleton->id);
    fuhe_output_text(output, rest);
}

static void write_source(struct fuhe_output *output, const struct fuhe_rules_skeleton *skeleton) {
    fill_in(output, skeleton, fuhe_skeleton_source_zh, fuhe_skeleton_source_en);
}

static void write_pack_schema(struct fuhe_output *output, const struct fuhe_rules_skeleton *skeleton) {
    (void)skeleton;
    fuhe_output_string(output, fuhe_pack_schema);
}

static void write_cases_schema(struct fuhe_output *output, const struct fuhe_rules_skeleton *skeleton) {
    (void)skeleton;
    fuhe_output_string(output, fuhe_cases_schema);
}

bool fuhe_rules_skeleton_has(const struct fuhe_rules_skeleton *skeleton, const struct fuhe_rules_skeleton_file *file) {
    return file->write != write_cases || skeleton->base->cases.length > 0;
}

const struct fuhe_rules_skeleton_file fuhe_rules_skeleton_files[] = {
    {"pack.xml", N_("the rules"), write_pack},
    {"cases.xml", N_("the cases of the base; what you change makes some of them fail: correct these"), write_cases},
    {"source.md", N_("what was read, where and when"), write_source},
    {"pack.xsd", N_("for editors: the schema of pack.xml"), write_pack_schema},
    {"cases.xsd", N_("for editors: the schema of cases.xml"), write_cases_schema},
    {NULL, NULL, NULL},
};
