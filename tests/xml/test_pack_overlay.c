/* SPDX-License-Identifier: Apache-2.0 */
/* Overlays in memory: what they take from the base, and how they are refused. */
#include <stdio.h>
#include <string.h>

#include "engine/pack_rule.h"
#include "tests/support/cases.h"
#include "xml/hash.h"
#include "xml/pack_library.h"

enum { DOCUMENT_BYTES = 65536 };

/* What a rule of an overlay has beside its values, in the words of one that has them all. */
#define PAPERS                                                                                                         \
    "source='N' clause='第二条' confidence='verified' zh='县规则' en='county rule' why-zh='理由' why-en='reason'"

/* An overlay of four lines: pack, title and issuer, source (when there are rules to cite it), and then the rules from
 * line 4 on. */
static fuhe_text make(const char *attributes, const char *rules) {
    static const char source[] = "<source id='N' document='某县〔2025〕1号' zh='通知' en='Notice' date='2025-01-01'/>";
    static char document[DOCUMENT_BYTES];
    const int length = snprintf(document, sizeof document,
                                "<pack xmlns='urn:fuhe:rules:1' %s>\n"
                                "<title zh='某县规则' en='Rules of a county'/><issuer zh='某县' en='A county'/>\n"
                                "%s\n"
                                "%s\n</pack>\n",
                                attributes, rules[0] == '\0' ? "" : source, rules);
    assert_in_range(length, 1, sizeof document - 1);
    return (fuhe_text){document, (size_t)length};
}

static enum fuhe_status add(struct fuhe_pack_library *library, const char *attributes, const char *rules,
                            struct fuhe_error *err) {
    size_t index;

    return fuhe_pack_library_add_bytes(library, make(attributes, rules), &index, err);
}

#define ON_YANBIAN "id='county' version='1' status='in-force' base='jilin-yanbian' base-version='1'"
/* A change of both packs that tests stand on: jilin-yanbian, mof-2020. */
#define LESS "<claim accept='exact' " PAPERS "/>"
#define COST "<cost method='ceiling' " PAPERS "/>"

struct bad_case {
    const char *name;
    const char *attributes;
    const char *rules;
    const char *problem;
    uint32_t line;
    uint32_t column;
    const char *subject;
    const char *found;
};

/* clang-format off */
static const struct bad_case bad_cases[] = {
    {"base unknown", "id='c' version='1' status='trial' base='nowhere' base-version='1'", COST,
     "pack-base", 1, 72, "", "nowhere@1"},
    {"base of another version", "id='c' version='1' status='trial' base='mof-2020' base-version='7'", COST,
     "pack-base-version", 1, 72, "mof-2020", "7"},
    {"base without version", "id='c' version='1' status='trial' base='mof-2020'", COST,
     "pack-missing", 1, 1, "pack", ""},
    {"version without base", "id='c' version='1' status='trial' base-version='1'", COST,
     "pack-missing", 1, 1, "pack", ""},
    {"base of itself", "id='c' version='1' status='trial' base='c' base-version='1'", COST,
     "pack-circle", 1, 72, "", "c@1 > c@1"},
    {"in force on a draft", "id='c' version='1' status='in-force' base='hubei' base-version='1'", COST,
     "pack-on-draft", 1, 1, "pack", "hubei"},
    {"on trial on a draft", "id='c' version='1' status='trial' base='hubei' base-version='1'", COST,
     "pack-on-draft", 1, 1, "pack", "hubei"},
    {"a rule that changes nothing", ON_YANBIAN, "<cost method='proportional' " PAPERS "/>",
     "pack-same", 4, 1, "cost", "jilin-yanbian"},
    {"a rule that has no values", ON_YANBIAN, COST "<rank " PAPERS "/>",
     "pack-same", 4, 125, "rank", "jilin-yanbian"},
    {"a ceiling, as in the base", "id='c' version='1' status='trial' base='mof-2020' base-version='1'", "<cost " PAPERS "/>",
     "pack-same", 4, 1, "cost", "mof-2020"},
    {"no ceiling, whatever number-less", ON_YANBIAN, "<number-less method='inverse' " PAPERS "/><cost " PAPERS "/>",
     "pack-same", 4, 132, "cost", "jilin-yanbian"},
    {"a list that is the same", ON_YANBIAN, "<execution " PAPERS "><band from='100' score='10'/><band from='80' score='7'/>"
     "<band from='60.0' score='5'/><band from='0' score='0'/></execution>",
     "pack-same", 4, 1, "execution", "jilin-yanbian"},
    {"why is missing", ON_YANBIAN, "<cost method='ceiling' confidence='none' zh='规则' en='rule'/>",
     "pack-missing", 4, 1, "cost", ""},
    {"why in one language", ON_YANBIAN, "<cost method='ceiling' confidence='none' zh='规则' en='rule' why-zh='理由'/>",
     "pack-missing", 4, 1, "cost", ""},
    {"why is blank", ON_YANBIAN, "<cost method='ceiling' confidence='none' zh='规则' en='rule' why-zh=' ' why-en='r'/>",
     "pack-value", 4, 68, "cost/@why-zh", ""},
    {"papers are missing", ON_YANBIAN, "<cost method='ceiling' why-zh='理由' why-en='reason'/>",
     "pack-missing", 4, 1, "cost", ""},
    {"why without a base", "id='c' version='1' status='trial'", COST,
     "pack-why", 4, 104, "cost", "why-zh"},
    {"a source of the base", ON_YANBIAN, "<source id='MOF-10' document='d' zh='z' en='e'/>" COST,
     "pack-source", 4, 1, "source MOF-10", "MOF-10"},
    {"a source twice", ON_YANBIAN, "<source id='N' document='d' zh='z' en='e'/>" COST,
     "pack-duplicate", 4, 1, "source", "N"},
    {"a source that neither has", ON_YANBIAN,
     "<cost method='ceiling' source='M' clause='c' confidence='verified' zh='z' en='e' why-zh='z' why-en='e'/>",
     "pack-value", 4, 32, "cost", "M"},
    {"what the base states does not fit", ON_YANBIAN, "<execution weight='20' " PAPERS "/>",
     "pack-weights", 1, 1, "weights", "110"},
    {"weights that do not close", ON_YANBIAN, "<weights output='50' " PAPERS "/>",
     "pack-weights", 4, 1, "weights", "110"},
    {"merely recalled, in force", ON_YANBIAN,
     "<cost method='ceiling' source='N' clause='c' confidence='recalled' zh='z' en='e' why-zh='z' why-en='e'/>",
     "pack-recalled", 4, 1, "cost/@confidence", ""},
    {"an id that is a path", "id='../c' version='1' status='draft' base='mof-2020' base-version='1'", COST,
     "pack-value", 1, 1, "pack/@id", "../c"},
    {"a version that has one", "id='c' version='1@2' status='draft' base='mof-2020' base-version='1'", COST,
     "pack-value", 1, 1, "pack/@version", "1@2"},
};
/* clang-format on */

static void bad_overlay_is_refused(void **state) {
    const struct bad_case *row = *state;
    struct fuhe_pack_library library;
    struct fuhe_error err = {0};

    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_not_equal(add(&library, row->attributes, row->rules, &err), FUHE_STATUS_OK);
    assert_string_equal(fuhe_problem_name(err.problem), row->problem);
    assert_string_equal(err.subject, row->subject);
    assert_string_equal(err.found, row->found);
    assert_int_equal(err.line, row->line);
    assert_int_equal(err.column, row->column);
    assert_int_equal(library.count, fuhe_builtin_pack_count);
    fuhe_pack_library_free(&library);
}

/* --- what an overlay takes from its base --- */

struct change_case {
    const char *name;
    const char *rules;
    enum fuhe_rule rule; /* the only one that differs */
};

static const struct change_case change_cases[] = {
    {"one value", COST, FUHE_RULE_COST},
    {"a list of words", "<cost " PAPERS "><word>待支付</word></cost>", FUHE_RULE_COST},
    {"values beside a list", "<execution zero-budget='full' " PAPERS "/>", FUHE_RULE_EXECUTION},
    {"a list of bands",
     "<execution " PAPERS "><band from='100' score='10'/><band from='70' score='6'/><band from='0' score='0'/>"
     "</execution>",
     FUHE_RULE_EXECUTION},
    {"another method without its bands", "<execution method='linear' " PAPERS "/>", FUHE_RULE_EXECUTION},
    {"a method of one category", "<categories " PAPERS "><category id='effect' method='less'/></categories>",
     FUHE_RULE_CATEGORIES},
    {"words of one category",
     "<categories " PAPERS "><category id='effect'><word>成效指标</word></category></categories>",
     FUHE_RULE_CATEGORIES},
    {"variants as a whole",
     "<weights " PAPERS
     "><variant id='v' cost='10' output='50' effect='20' satisfaction='10' zh='z' en='e'/></weights>",
     FUHE_RULE_WEIGHTS},
    {"grades as a whole",
     "<grades " PAPERS "><grade id='good' from='50' zh='好' en='good'/><grade id='poor' from='0' zh='差' en='poor'/>"
     "</grades>",
     FUHE_RULE_GRADES},
    {"no rule at all", "<severity code='item-rounded' level='error'/>", FUHE_RULE_NONE},
};

static void only_that_rule_differs(void **state) {
    const struct change_case *row = *state;
    struct fuhe_pack_library library;
    struct fuhe_error err = {0};

    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(add(&library, ON_YANBIAN, row->rules, &err), FUHE_STATUS_OK);
    const struct fuhe_pack *base = &library.packs[fuhe_pack_library_find(&library, "jilin-yanbian")];
    const struct fuhe_pack *pack = &library.packs[library.count - 1];
    assert_true(fuhe_text_equals(pack->base->id, base->id));
    for (size_t i = FUHE_RULE_NONE + 1; i < FUHE_RULE_COUNT; i++) {
        const enum fuhe_rule rule = (enum fuhe_rule)i;
        const struct fuhe_citation *citation = &pack->citations[rule];
        assert_int_equal(fuhe_pack_same_rule(pack, base, rule), rule != row->rule);
        assert_true(citation->present);
        if (rule == row->rule) {
            assert_true(fuhe_text_equals(citation->source->id, FUHE_TEXT("N")));
            assert_true(fuhe_text_equals(citation->says.zh, FUHE_TEXT("县规则")));
            assert_true(fuhe_text_equals(citation->why.en, FUHE_TEXT("reason")));
        } else {
            assert_true(fuhe_text_equals(citation->clause, base->citations[rule].clause));
            assert_int_equal(citation->why.zh.length + citation->why.en.length, 0);
        }
    }
    fuhe_pack_library_free(&library);
}

/* Above a ceiling number-less holds: what the base says in words of the ceiling is no longer so. */
static void ceiling_is_told_anew(void **state) {
    struct fuhe_pack_library library;
    struct fuhe_error err = {0};

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(add(&library, "id='c' version='1' status='trial' base='mof-2020' base-version='1'",
                         "<number-less method='inverse' " PAPERS "/><cost " PAPERS "/>", &err),
                     FUHE_STATUS_OK);
    const struct fuhe_pack *pack = &library.packs[library.count - 1];
    assert_int_equal(pack->categories[FUHE_CATEGORY_COST].method, FUHE_METHOD_CEILING);
    assert_true(fuhe_text_equals(pack->citations[FUHE_RULE_COST].says.zh, FUHE_TEXT("县规则")));
    fuhe_pack_library_free(&library);
}

static void draft_may_recall(void **state) {
    struct fuhe_pack_library library;
    struct fuhe_error err = {0};

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(add(&library, "id='c' version='1' status='draft' base='mof-2020' base-version='1'",
                         "<claim accept='exact' source='N' clause='c' confidence='recalled' zh='z' en='e' "
                         "why-zh='z' why-en='e'/>",
                         &err),
                     FUHE_STATUS_OK);
    assert_int_equal(library.packs[library.count - 1].citations[FUHE_RULE_CLAIM].confidence, FUHE_CONFIDENCE_RECALLED);
    fuhe_pack_library_free(&library);
}

static void identity_is_its_own(void **state) {
    struct fuhe_pack_library library;
    struct fuhe_error err = {0};

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(add(&library, ON_YANBIAN " from='2025-01-01'",
                         "<cost method='ceiling' source='MOF-101' clause='c' confidence='verified' zh='z' en='e' "
                         "why-zh='z' why-en='e'/><severity code='item-rounded' level='error'/>",
                         &err),
                     FUHE_STATUS_OK);
    const struct fuhe_pack *pack = &library.packs[library.count - 1];
    assert_int_equal(pack->from, 20250101);
    assert_int_equal(pack->to, 0);
    assert_int_equal(pack->regions.count, 0);
    assert_int_equal(pack->severities[FUHE_CODE_ITEM_ROUNDED], FUHE_SEVERITY_ERROR);
    /* its own sources, then those of the base that are cited; citations point among these */
    assert_true(fuhe_text_equals(pack->sources[0].id, FUHE_TEXT("N")));
    assert_int_equal(pack->source_count, 6);
    for (size_t rule = FUHE_RULE_NONE + 1; rule < FUHE_RULE_COUNT; rule++) {
        const struct fuhe_source *source = pack->citations[rule].source;
        assert_true(source == NULL || (source >= pack->sources && source < pack->sources + pack->source_count));
    }
    assert_true(fuhe_text_equals(pack->citations[FUHE_RULE_COST].source->id, FUHE_TEXT("MOF-101")));
    fuhe_pack_library_free(&library);
}

/* Eight overlays may stand on each other; what one changes stays changed in those above it, but is no longer theirs. */
static void overlays_of_overlays(void **state) {
    struct fuhe_pack_library library;
    struct fuhe_error err = {0};
    char attributes[128];

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(
        add(&library, "id='o1' version='1' status='trial' base='jilin-yanbian' base-version='1'", COST, &err),
        FUHE_STATUS_OK);
    for (unsigned i = 2; i <= 9; i++) {
        (void)snprintf(attributes, sizeof attributes, "id='o%u' version='1' status='trial' base='o%u' base-version='1'",
                       i, i - 1);
        assert_int_equal(add(&library, attributes, "", &err), i <= 8 ? FUHE_STATUS_OK : FUHE_STATUS_INVALID);
    }
    assert_int_equal(err.problem, FUHE_PROBLEM_PACK_DEPTH);
    assert_string_equal(err.found, "9");
    assert_string_equal(err.expected, "8");
    const struct fuhe_pack *top = &library.packs[library.count - 1];
    assert_int_equal(top->categories[FUHE_CATEGORY_COST].method, FUHE_METHOD_CEILING);
    assert_true(fuhe_text_equals(top->citations[FUHE_RULE_COST].source->document, FUHE_TEXT("某县〔2025〕1号")));
    assert_int_equal(top->citations[FUHE_RULE_COST].why.zh.length, 0);
    fuhe_pack_library_free(&library);
}

static void repealed_bases(void **state) {
    static const struct {
        const char *status;
        enum fuhe_problem problem;
    } rows[] = {{"in-force", FUHE_PROBLEM_PACK_ON_REPEALED},
                {"trial", FUHE_PROBLEM_PACK_ON_REPEALED},
                {"repealed", FUHE_PROBLEM_NONE},
                {"draft", FUHE_PROBLEM_NONE}};
    struct fuhe_pack_library library;
    char attributes[128];

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(
        add(&library, "id='old' version='1' status='repealed' base='mof-2020' base-version='1'", LESS, NULL),
        FUHE_STATUS_OK);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct fuhe_error err = {0};
        (void)snprintf(attributes, sizeof attributes, "id='n' version='%zu' status='%s' base='old' base-version='1'", i,
                       rows[i].status);
        assert_int_equal(add(&library, attributes, "", &err) == FUHE_STATUS_OK, rows[i].problem == FUHE_PROBLEM_NONE);
        assert_int_equal(err.problem, rows[i].problem);
    }
    fuhe_pack_library_free(&library);
}

/* --- the hash --- */

static void assert_hash(fuhe_text found, fuhe_text bytes) {
    const struct fuhe_hash hash = fuhe_hash_of(bytes);
    char text[FUHE_HASH_TEXT_SIZE];

    fuhe_hash_format(&hash, text);
    assert_true(fuhe_text_equals(found, fuhe_text_of(text)));
}

/* Of the documents one behind the other, the lowest base first. */
static void hash_is_of_all_documents(void **state) {
    static char bytes[DOCUMENT_BYTES];
    struct fuhe_pack_library library;
    size_t used = 0;

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    const size_t base = fuhe_pack_library_find(&library, "jilin-yanbian");
    assert_int_equal(add(&library, ON_YANBIAN, LESS, NULL), FUHE_STATUS_OK);
    assert_int_equal(add(&library, "id='top' version='1' status='trial' base='county' base-version='1'", "", NULL),
                     FUHE_STATUS_OK);
    const size_t chain[] = {base, library.count - 2, library.count - 1};
    for (size_t i = 0; i < 3; i++) {
        const fuhe_text document = library.documents[chain[i]];
        memcpy(bytes + used, document.bytes, document.length);
        used += document.length;
        assert_hash(library.packs[chain[i]].hash, (fuhe_text){bytes, used});
    }
    fuhe_pack_library_free(&library);
}

/* --- names --- */

struct found_case {
    const char *name;
    const char *wanted;
    const char *version; /* found; NULL: none */
};

static const struct found_case found_cases[] = {
    {"the latest, by number", "c", "10"},
    {"exactly one", "c@9", "9"},
    {"a draft by its name", "c@11", "11"},
    {"no such version", "c@8", NULL},
    {"no version", "c@", NULL},
    {"no such id", "d", NULL},
    {"only drafts", "e", "2"},
    {"a version alone", "@9", NULL},
};

static void latest_version_is_found(void **state) {
    static const char *const packs[][3] = {{"c", "9", "trial"},  {"c", "10", "trial"}, {"c", "1", "trial"},
                                           {"c", "11", "draft"}, {"e", "1", "draft"},  {"e", "2", "draft"}};
    const struct found_case *row = *state;
    struct fuhe_pack_library library;
    char attributes[128];

    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    for (size_t i = 0; i < sizeof packs / sizeof packs[0]; i++) {
        (void)snprintf(attributes, sizeof attributes,
                       "id='%s' version='%s' status='%s' base='mof-2020' base-version='1'", packs[i][0], packs[i][1],
                       packs[i][2]);
        assert_int_equal(add(&library, attributes, LESS, NULL), FUHE_STATUS_OK);
    }
    const size_t index = fuhe_pack_library_find(&library, row->wanted);
    assert_int_equal(index < library.count, row->version != NULL);
    if (row->version != NULL) {
        assert_true(fuhe_text_equals(library.packs[index].version, fuhe_text_of(row->version)));
    }
    fuhe_pack_library_free(&library);
}

static void twins_are_found(void **state) {
    struct fuhe_pack_library library;
    const char *name = "id='c' version='1' status='trial' base='mof-2020' base-version='1'";

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(add(&library, name, LESS, NULL), FUHE_STATUS_OK);
    assert_int_equal(add(&library, name, LESS, NULL), FUHE_STATUS_OK); /* the same once more */
    assert_int_equal(library.count, fuhe_builtin_pack_count + 1);
    assert_int_equal(fuhe_pack_library_find_twin(&library, library.count - 1), library.count);
    assert_int_equal(add(&library, name, "", NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_pack_library_find_twin(&library, library.count - 1), library.count - 2);
    fuhe_pack_library_free(&library);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ceiling_is_told_anew),     cmocka_unit_test(draft_may_recall),
        cmocka_unit_test(identity_is_its_own),      cmocka_unit_test(overlays_of_overlays),
        cmocka_unit_test(repealed_bases),           cmocka_unit_test(twins_are_found),
        cmocka_unit_test(hash_is_of_all_documents),
    };
    int failures = cmocka_run_group_tests_name("overlays", tests, NULL, NULL);
    failures += RUN_CASES("refused", bad_cases, bad_overlay_is_refused);
    failures += RUN_CASES("changes", change_cases, only_that_rule_differs);
    failures += RUN_CASES("found", found_cases, latest_version_is_found);
    return failures;
}
