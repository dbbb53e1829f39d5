/* SPDX-License-Identifier: Apache-2.0 */
/* The files of a new rule pack, from the texts in rules/skeleton and the documents of its base. A copy differs from the
 * base in the head of the document only: name, status and, so that it is not taken for the base, no region. */
#include "cli/rules_skeleton.h"

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

/* One of our texts, in the language of the reader. */
static void fill_in(struct fuhe_output *output, const struct fuhe_rules_skeleton *skeleton, const char *zh,
                    const char *en) {
    const struct fuhe_template_word words[] = {{"id", fuhe_text_of(skeleton->id)},
                                               {"folder", fuhe_text_of(skeleton->folder)},
                                               {"base", skeleton->base->id},
                                               {"base-version", skeleton->base->version},
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
    fuhe_text rest = {skeleton->built_in->bytes, skeleton->built_in->length};

    fill_in(output, skeleton, fuhe_skeleton_full_zh, fuhe_skeleton_full_en);
    (void)take_past(&rest, "?>\n");
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
    fuhe_text rest = {skeleton->built_in->cases, skeleton->built_in->cases_length};

    fill_in(output, skeleton, fuhe_skeleton_cases_zh, fuhe_skeleton_cases_en);
    (void)take_past(&rest, "?>\n");
    fuhe_output_text(output, take_past(&rest, "-->\n")); /* the licence of the cases */
    (void)take_past(&rest, "-->\n");                     /* how to run those of the base */
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

const struct fuhe_rules_skeleton_file fuhe_rules_skeleton_files[] = {
    {"pack.xml", N_("the rules"), write_pack},
    {"cases.xml", N_("the cases of the base; what you change makes some of them fail: correct these"), write_cases},
    {"source.md", N_("what was read, where and when"), write_source},
    {"pack.xsd", N_("for editors: the schema of pack.xml"), write_pack_schema},
    {"cases.xsd", N_("for editors: the schema of cases.xml"), write_cases_schema},
    {NULL, NULL, NULL},
};
