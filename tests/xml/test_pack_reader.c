/* SPDX-License-Identifier: Apache-2.0 */
/* Every file in tests/rules/bad fails in one way, and the error names the place and a counter-example. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "tests/support/cases.h"
#include "xml/pack_library.h"
#include "xml/pack_reader.h"

struct bad_case {
    const char *name; /* tests/rules/bad/<name>.xml */
    const char *problem;
    uint32_t line;
    uint32_t column;
    const char *subject;
    const char *found;
    const char *expected;
};

/* clang-format off */
static const struct bad_case bad_cases[] = {
    {"band-gap", "pack-gap", 15, 3, "execution", "59.99", ""},
    {"band-overlap", "pack-overlap", 15, 3, "execution", "60", ""},
    {"band-unreachable", "pack-order", 15, 3, "execution", "60", "50"},
    {"band-above-100", "pack-unreachable", 15, 3, "execution", "110", ""},
    {"band-not-monotone", "pack-not-monotone", 15, 3, "execution", "60 -> 5, 59.99 -> 7", ""},
    {"band-short-of-weight", "pack-full", 15, 3, "execution", "100 -> 9", "10"},
    {"band-above-weight", "pack-full", 15, 3, "execution", "60 -> 12", "10"},
    {"band-between-rates", "pack-unreachable", 15, 3, "execution", "79.6", ""},
    {"weight-rounded-down", "pack-full", 15, 3, "execution", "100 -> 10", "10.4"},
    {"bands-missing", "pack-missing", 15, 3, "execution", "", "band"},
    {"bands-of-linear", "pack-unreachable", 15, 3, "execution", "100", ""},
    {"total-row-missing", "pack-missing", 15, 3, "execution", "", "word"},
    {"grade-gap", "pack-gap", 41, 3, "grades", "59.99", ""},
    {"grade-overlap", "pack-overlap", 41, 3, "grades", "60", ""},
    {"grade-unreachable", "pack-order", 41, 3, "grades", "70", "60"},
    {"grade-above-full-marks", "pack-unreachable", 41, 3, "grades", "100.5", ""},
    {"grade-between-totals", "pack-unreachable", 41, 3, "grades", "89.5", ""},
    {"grade-below-execution", "pack-unreachable", 41, 3, "grades", "0", ""},
    {"grade-twice", "pack-duplicate", 43, 5, "grade", "good", ""},
    {"weights-95", "pack-weights", 12, 3, "weights", "95", "100"},
    {"variant-110", "pack-weights", 13, 5, "variant no-cost", "110", "100"},
    {"variants-alike", "pack-ambiguous", 14, 5, "variant social", "no-cost", ""},
    {"variant-like-weights", "pack-ambiguous", 13, 5, "variant no-cost", "weights", ""},
    {"cost-needed-without-points", "pack-value", 12, 3, "weights", "0", "points for cost, as the pack is for forms with cost indicators"},
    {"variant-twice", "pack-duplicate", 14, 5, "variant", "no-cost", ""},
    {"weight-negative", "pack-value", 12, 3, "weights", "-20", "0..100"},
    {"full-marks-zero", "pack-value", 12, 3, "weights", "0", "1..1000000"},
    {"category-twice", "pack-duplicate", 8, 5, "category", "cost", ""},
    {"category-without-word", "pack-missing", 9, 5, "category effect", "", "word"},
    {"category-unknown", "pack-value", 9, 19, "category/@id", "other", "cost | output | effect | satisfaction"},
    {"category-words-collide", "pack-duplicate", 6, 3, "categories", "产出数量", ""},
    {"category-cost-method", "pack-element", 7, 33, "category cost", "method", ""},
    {"word-twice", "pack-duplicate", 27, 61, "word", "完 成", ""},
    {"word-blank", "pack-value", 27, 46, "word", "", "text"},
    {"step-overlap", "pack-overlap", 28, 3, "scale", "85", ""},
    {"step-gap", "pack-gap", 28, 3, "scale", "59.99", ""},
    {"step-short-of-0", "pack-gap", 28, 3, "scale", "49.99", ""},
    {"step-short-of-100", "pack-gap", 28, 3, "scale", "100", ""},
    {"step-turned-round", "pack-turned", 28, 3, "scale", "100", "80"},
    {"step-word-twice", "pack-duplicate", 28, 3, "scale", "基本完成", ""},
    {"step-word-met", "pack-word-met", 28, 3, "scale", "完成", "words"},
    {"step-worse-first", "pack-not-monotone", 28, 3, "scale", "基本完成 -> 0, 部分完成 -> 60", ""},
    {"step-word-for-nothing", "pack-no-words", 28, 3, "scale", "……", "no entry"},
    {"step-word-number", "pack-no-words", 28, 3, "scale", "90%", "a number"},
    {"word-for-nothing", "pack-no-words", 27, 3, "words", "待定", "no entry"},
    {"total-word-dash", "pack-no-words", 15, 3, "execution", "—", "no entry"},
    {"unpaid-word-zero", "pack-no-words", 26, 3, "cost", "无", "zero"},
    {"category-word-dash", "pack-no-words", 9, 5, "category effect", "/", "no entry"},
    {"step-without-word", "pack-missing", 28, 3, "scale", "", "word"},
    {"tier-not-monotone", "pack-turns-up", 33, 3, "over-completion", "3 -> 90, 2.99 -> 80", ""},
    {"tier-at-target", "pack-full", 33, 3, "over-completion", "1 -> 80", "100"},
    {"tier-unreachable", "pack-order", 33, 3, "over-completion", "4", "3"},
    {"tier-overlap", "pack-overlap", 33, 3, "over-completion", "3", ""},
    {"tier-below-target", "pack-ratio", 33, 3, "over-completion", "0.5", "20"},
    {"explain-200", "pack-ratio", 33, 3, "over-completion", "200", "20"},
    {"placeholder-in-force", "pack-placeholder", 3, 3, "title", "某县规则（规则名称待填）", ""},
    {"explain-below-target", "pack-ratio", 33, 3, "over-completion", "0.9", "20"},
    {"rule-missing", "pack-missing", 2, 1, "pack", "", "rank"},
    {"rule-twice", "pack-duplicate", 25, 3, "pack", "rank", ""},
    {"rule-without-words", "pack-missing", 24, 3, "rank", "", "en"},
    {"rule-blank-words", "pack-value", 24, 39, "rank/@en", "", "text"},
    {"rule-without-confidence", "pack-missing", 24, 3, "rank", "", "confidence"},
    {"rule-without-source", "pack-missing", 26, 3, "cost", "", "source"},
    {"rule-without-clause", "pack-missing", 26, 3, "cost", "", "clause"},
    {"practice-with-source", "pack-value", 26, 3, "cost/@confidence", "none", "another one, or no source"},
    {"recalled-in-force", "pack-recalled", 26, 3, "cost/@confidence", "", ""},
    {"source-unknown", "pack-value", 26, 34, "cost", "B", "the id of a source"},
    {"source-twice", "pack-duplicate", 6, 3, "source", "A", ""},
    {"period-turned-round", "pack-period", 2, 1, "pack/@from", "2024-12-31", "2024-01-01"},
    {"date-no-such-day", "pack-value", 2, 76, "pack/@from", "2023-02-29", "YYYY-MM-DD"},
    {"date-other-shape", "pack-value", 2, 92, "pack/@to", "2024/12/31", "YYYY-MM-DD"},
    {"number-unreadable", "pack-value", 17, 17, "band/@from", "1OO", "a number"},
    {"places-unreadable", "pack-value", 37, 26, "rounding/@item-places", "7", "0..6"},
    {"choice-unknown", "pack-value", 38, 18, "claim/@accept", "nearly", "exact | rounded | truncated"},
    {"yes-no-unknown", "pack-value", 38, 34, "claim/@raise", "true", "yes | no"},
    {"severity-code-unknown", "pack-value", 48, 19, "severity/@code", "no-such-code", "a finding code"},
    {"unspent-above-100", "pack-value", 47, 3, "unspent", "105", "0..100"},
    {"element-unknown", "pack-element", 24, 3, "pack", "bonus", ""},
    {"attribute-unknown", "pack-element", 38, 39, "claim", "lower", ""},
    {"attribute-missing", "pack-missing", 40, 3, "deviation", "", "base"},
    {"text-stray", "pack-element", 42, 5, "grades", "text", ""},
    {"title-missing", "pack-missing", 2, 1, "pack", "", "title"},
    {"id-missing", "pack-missing", 2, 1, "pack", "", "id"},
    {"id-of-two-lines", "pack-value", 2, 1, "pack/@id", "two\nlines", "text without @ / \\ and space"},
    {"root-other", "root", 2, 1, "", "rules", "pack"},
    {"namespace-other", "namespace", 2, 1, "", "urn:fuhe:rules:2", "urn:fuhe:rules:1"},
    {"doctype", "doctype", 2, 1, "", "pack", ""},
};
/* clang-format on */

enum { FILE_BYTES = 65536 };

static size_t load(const char *folder, const char *name, char bytes[FILE_BYTES]) {
    char path[256];

    (void)snprintf(path, sizeof path, "tests/rules/%s/%s.xml", folder, name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const size_t length = fread(bytes, 1, FILE_BYTES, file);
    (void)fclose(file);
    return length;
}

/* Reads bytes, at most `chunk` of them at once. */
static enum fuhe_status read_bytes(const char *bytes, size_t length, size_t chunk, struct fuhe_arena *arena,
                                   struct fuhe_pack *pack, struct fuhe_error *err) {
    struct fuhe_memory_input memory = {.bytes = bytes, .length = length, .chunk = chunk};
    const struct fuhe_input input = fuhe_input_from_memory(&memory);

    return fuhe_pack_read(&input, NULL, arena, pack, err);
}

static void bad_pack_is_refused(void **state) {
    static const size_t chunks[] = {0, 1, 7};
    static char bytes[FILE_BYTES];
    const struct bad_case *row = *state;
    const size_t length = load("bad", row->name, bytes);

    for (size_t i = 0; i < sizeof chunks / sizeof chunks[0]; i++) {
        struct fuhe_arena *arena = fuhe_arena_new();
        struct fuhe_pack pack;
        struct fuhe_error err;
        memset(&err, 0, sizeof err);
        assert_int_not_equal(read_bytes(bytes, length, chunks[i], arena, &pack, &err), FUHE_STATUS_OK);
        assert_string_equal(fuhe_problem_name(err.problem), row->problem);
        assert_string_equal(err.subject, row->subject);
        assert_string_equal(err.found, row->found);
        assert_string_equal(err.expected, row->expected);
        assert_int_equal(err.line, row->line);
        assert_int_equal(err.column, row->column);
        fuhe_arena_free(arena);
    }
}

static bool has_row(const char *file) {
    for (size_t i = 0; i < sizeof bad_cases / sizeof bad_cases[0]; i++) {
        const size_t length = strlen(bad_cases[i].name);
        if (strncmp(file, bad_cases[i].name, length) == 0 && strcmp(file + length, ".xml") == 0) {
            return true;
        }
    }
    return false;
}

static void every_bad_pack_has_a_row(void **state) {
    DIR *folder = opendir("tests/rules/bad");
    size_t count = 0;

    (void)state;
    assert_non_null(folder);
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        if (entry->d_name[0] != '.') {
            assert_true(has_row(entry->d_name));
            count++;
        }
    }
    (void)closedir(folder);
    assert_int_equal(count, sizeof bad_cases / sizeof bad_cases[0]);
}

static void cut_packs_are_refused(void **state) {
    static char bytes[FILE_BYTES];
    struct fuhe_pack pack;
    const size_t length = load("good", "least", bytes);

    (void)state;
    for (size_t cut = 0; cut + 2 < length; cut += 13) { /* the last byte is a line end */
        struct fuhe_arena *arena = fuhe_arena_new();
        assert_int_not_equal(read_bytes(bytes, cut, 0, arena, &pack, NULL), FUHE_STATUS_OK);
        fuhe_arena_free(arena);
    }
}

/* The least pack with `count` of some element in place of one. */
static enum fuhe_status read_many(const char *element, const char *shape, unsigned count, struct fuhe_error *err) {
    static char bytes[FILE_BYTES];
    static char many[3 * FILE_BYTES];
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_pack pack;
    const fuhe_text text = {bytes, load("good", "least", bytes)};
    const size_t at = fuhe_text_find(text, fuhe_text_of(element));
    const bool is_word = strchr(shape, '"') == NULL;
    const char *end = is_word ? "</word>" : "\" document=\"d\" zh=\"z\" en=\"e\"/>";
    size_t used = at;

    assert_true(at < text.length);
    memcpy(many, bytes, at);
    for (unsigned i = 0; i < count; i++) {
        char item[96];
        const int length = snprintf(item, sizeof item, "%s%u%s", shape, i, end);
        memcpy(many + used, item, (size_t)length);
        used += (size_t)length;
    }
    memcpy(many + used, bytes + at, text.length - at);
    const enum fuhe_status status = read_bytes(many, used + text.length - at, 0, arena, &pack, err);
    fuhe_arena_free(arena);
    return status;
}

static void lists_are_bounded(void **state) {
    struct fuhe_error err;

    (void)state;
    assert_int_equal(read_many("<word>完成</word>", "<word>w", 999, &err), FUHE_STATUS_OK);
    assert_int_equal(read_many("<word>完成</word>", "<word>w", 1000, &err), FUHE_STATUS_INVALID);
    assert_string_equal(err.subject, "word");
    assert_string_equal(err.expected, "0..1000");
    assert_int_equal(read_many("<source", "<source id=\"s", 900, &err), FUHE_STATUS_OK);
    assert_int_equal(read_many("<source", "<source id=\"s", 1001, &err), FUHE_STATUS_INVALID);
    assert_string_equal(err.subject, "source");
}

static struct fuhe_pack read_good(const char *name, size_t chunk, struct fuhe_arena *arena) {
    static char bytes[FILE_BYTES];
    struct fuhe_pack pack;
    struct fuhe_error err;
    const size_t length = load("good", name, bytes);

    assert_int_equal(read_bytes(bytes, length, chunk, arena, &pack, &err), FUHE_STATUS_OK);
    return pack;
}

static void assert_text(fuhe_text text, const char *expected) {
    assert_true(fuhe_text_equals(text, fuhe_text_of(expected)));
}

static void assert_number(fuhe_decimal number, int64_t hundredths) {
    assert_int_equal(number.scaled, hundredths * (FUHE_DECIMAL_ONE / 100));
}

static void identity_is_read(const struct fuhe_pack *pack) {
    assert_text(pack->id, "least");
    assert_text(pack->version, "1");
    assert_int_equal(pack->status, FUHE_PACK_DRAFT);
    assert_int_equal(pack->from, 20240101);
    assert_int_equal(pack->to, 20241231);
    assert_text(pack->title.zh, "最小的规则包");
    assert_text(pack->title.en, "The least pack");
    assert_text(pack->issuer.en, "Tests");
    assert_int_equal(pack->regions.count, 0);
    assert_false(pack->needs_cost);
    assert_int_equal(pack->source_count, 1);
    assert_text(pack->sources[0].document, "某号文");
}

static void values_are_read(const struct fuhe_pack *pack) {
    assert_number(pack->categories[FUHE_CATEGORY_OUTPUT].weight, 4000);
    assert_text(pack->categories[FUHE_CATEGORY_SATISFACTION].words.items[0], "满意度");
    assert_int_equal(pack->variant_count, 1);
    assert_number(pack->variants[0].weights[FUHE_CATEGORY_EFFECT], 3000);
    assert_int_equal(pack->execution.band_count, 3);
    assert_number(pack->execution.bands[1].from, 6000);
    assert_number(pack->execution.bands[1].score, 500);
    assert_int_equal(pack->execution.method, FUHE_EXECUTION_BANDS);
    assert_int_equal(pack->less_method, FUHE_LESS_INVERSE);
    assert_int_equal(pack->equal_method, FUHE_EQUAL_AS_MORE);
    assert_int_equal(pack->categories[FUHE_CATEGORY_COST].method, FUHE_METHOD_CEILING);
    assert_number(pack->scale[1].high, 8000);
    assert_text(pack->scale[1].words.items[0], "未完成");
    assert_number(pack->over_explain, 130);
    assert_number(pack->over_tiers[0].cut, 5000);
    assert_int_equal(pack->duplicates, FUHE_DUPLICATES_KEEP);
    assert_true(pack->raise);
    assert_text(pack->grades[1].name.zh, "差");
    assert_number(pack->unspent_rate, 500);
    assert_int_equal(pack->severities[FUHE_CODE_ITEM_ROUNDED], FUHE_SEVERITY_WARNING);
}

static void citations_are_read(const struct fuhe_pack *pack) {
    const struct fuhe_citation *cost = &pack->citations[FUHE_RULE_COST];
    const struct fuhe_citation *rank = &pack->citations[FUHE_RULE_RANK];

    assert_ptr_equal(cost->source, &pack->sources[0]);
    assert_text(cost->clause, "第三条");
    assert_int_equal(cost->confidence, FUHE_CONFIDENCE_RECALLED);
    assert_true(rank->present);
    assert_null(rank->source);
    assert_text(rank->says.en, "rule");
}

static void least_pack_is_read(void **state) {
    static const size_t chunks[] = {0, 1, 64};

    (void)state;
    for (size_t i = 0; i < sizeof chunks / sizeof chunks[0]; i++) {
        struct fuhe_arena *arena = fuhe_arena_new();
        const struct fuhe_pack pack = read_good("least", chunks[i], arena);
        identity_is_read(&pack);
        values_are_read(&pack);
        citations_are_read(&pack);
        fuhe_arena_free(arena);
    }
}

static void other_choices_are_read(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    const struct fuhe_pack pack = read_good("other-choices", 0, arena);

    (void)state;
    assert_int_equal(pack.from, 0);
    assert_true(pack.needs_cost);
    assert_int_equal(pack.regions.count, 2);
    assert_text(pack.regions.items[1], "某市");
    assert_int_equal(pack.execution.method, FUHE_EXECUTION_LINEAR);
    assert_int_equal(pack.execution.basis, FUHE_RATE_PRINTED);
    assert_int_equal(pack.execution.zero_budget, FUHE_ZERO_BUDGET_FULL);
    assert_int_equal(pack.less_method, FUHE_LESS_LINEAR_TO_DOUBLE);
    assert_int_equal(pack.equal_method, FUHE_EQUAL_ALL_OR_NOTHING);
    assert_int_equal(pack.categories[FUHE_CATEGORY_COST].method, FUHE_METHOD_CEILING_IF_SAVED);
    assert_int_equal(pack.categories[FUHE_CATEGORY_EFFECT].method, FUHE_METHOD_LESS);
    assert_int_equal(pack.item_places, 0);
    assert_int_equal(pack.total_places, 6);
    assert_int_equal(pack.item_rounding, FUHE_ROUND_HALF_EVEN);
    assert_int_equal(pack.total_rounding, FUHE_ROUND_TRUNCATE);
    assert_int_equal(pack.accept, FUHE_ACCEPT_TRUNCATED);
    assert_false(pack.raise);
    assert_int_equal(pack.duplicates, FUHE_DUPLICATES_COUNT_ONCE);
    assert_int_equal(pack.deviation_base, FUHE_DEVIATION_OF_VERIFIED);
    assert_int_equal(pack.over_explain.scaled, 0);
    assert_int_equal(pack.severities[FUHE_CODE_CATEGORY_WEIGHT], FUHE_SEVERITY_NOTE);
    assert_ptr_equal(pack.citations[FUHE_RULE_COST].source, &pack.sources[0]); /* the source stands behind the rule */
    fuhe_arena_free(arena);
}

static void library_has_the_packs(void **state) {
    struct fuhe_pack_library library;

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(library.count, fuhe_builtin_pack_count);
    for (size_t i = 0; i < library.count; i++) {
        assert_text(library.packs[i].id, fuhe_builtin_packs[i].id);
        assert_int_equal(fuhe_pack_library_find(&library, fuhe_builtin_packs[i].id), i);
        assert_int_equal(library.documents[i].length, fuhe_builtin_packs[i].length);
        assert_memory_equal(library.documents[i].bytes, fuhe_builtin_packs[i].bytes, fuhe_builtin_packs[i].length);
    }
    assert_true(fuhe_pack_library_find(&library, "jilin-yanbian") < library.count);
    assert_int_equal(fuhe_pack_library_find(&library, "jilin"), library.count);
    assert_int_equal(fuhe_pack_library_find(&library, NULL), library.count);
    fuhe_pack_library_free(&library);
}

static void files_join_the_library(void **state) {
    struct fuhe_pack_library library;
    struct fuhe_error err;
    size_t index = 99;

    (void)state;
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_pack_library_add_file(&library, "tests/rules/nothing.xml", &index, &err),
                     FUHE_STATUS_UNREADABLE);
    assert_int_equal(err.problem, FUHE_PROBLEM_OPEN);
    assert_int_equal(fuhe_pack_library_add_file(&library, "tests/rules", &index, &err), FUHE_STATUS_UNREADABLE);
    assert_int_equal(err.problem, FUHE_PROBLEM_IS_DIRECTORY);
    assert_int_equal(fuhe_pack_library_add_file(&library, "tests/rules/bad/band-gap.xml", &index, &err),
                     FUHE_STATUS_INVALID);
    assert_int_equal(library.count, fuhe_builtin_pack_count);
    assert_int_equal(index, 99);
    for (size_t i = 0; i < 2; i++) { /* what is there already is found again */
        assert_int_equal(fuhe_pack_library_add_file(&library, "tests/rules/good/least.xml", &index, &err),
                         FUHE_STATUS_OK);
        assert_int_equal(index, fuhe_builtin_pack_count);
    }
    assert_int_equal(fuhe_pack_library_find(&library, "least"), fuhe_builtin_pack_count);
    assert_int_equal(fuhe_pack_library_find(&library, "jilin-yanbian"), 0);
    fuhe_pack_library_free(&library);
}

/* Whatever a pack was read from, its document makes the same pack again. */
static void documents_are_kept(void **state) {
    static const char path[] = "tests/rules/good/other-choices.xml";
    struct fuhe_pack_library library;
    struct fuhe_pack_library again;
    struct fuhe_error err;
    size_t index = 99;
    char bytes[1 << 16];
    FILE *file = fopen(path, "rb");

    (void)state;
    assert_non_null(file);
    const size_t length = fread(bytes, 1, sizeof bytes, file);
    (void)fclose(file);
    assert_int_equal(fuhe_pack_library_init(&library, NULL), FUHE_STATUS_OK);
    assert_int_equal(fuhe_pack_library_init_empty(&again, NULL), FUHE_STATUS_OK);
    assert_int_equal(again.count, 0);
    assert_int_equal(fuhe_pack_library_add_file(&library, path, &index, &err), FUHE_STATUS_OK);
    assert_int_equal(library.documents[index].length, length);
    assert_memory_equal(library.documents[index].bytes, bytes, length);
    for (size_t i = 0; i < library.count; i++) {
        assert_int_equal(fuhe_pack_library_add_bytes(&again, library.documents[i], &index, &err), FUHE_STATUS_OK);
        assert_int_equal(index, i);
        assert_true(fuhe_text_equals(again.packs[i].id, library.packs[i].id));
        assert_true(fuhe_text_equals(again.documents[i], library.documents[i]));
    }
    assert_int_equal(fuhe_pack_library_add_bytes(&again, FUHE_TEXT("<pack"), &index, &err), FUHE_STATUS_UNREADABLE);
    assert_int_equal(again.count, library.count);
    fuhe_pack_library_free(&library);
    fuhe_pack_library_free(&again);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_are_kept),     cmocka_unit_test(every_bad_pack_has_a_row),
        cmocka_unit_test(cut_packs_are_refused),  cmocka_unit_test(least_pack_is_read),
        cmocka_unit_test(other_choices_are_read), cmocka_unit_test(lists_are_bounded),
        cmocka_unit_test(library_has_the_packs),  cmocka_unit_test(files_join_the_library),
    };
    int failures = cmocka_run_group_tests_name("pack reader", tests, NULL, NULL);
    failures += RUN_CASES("bad packs", bad_cases, bad_pack_is_refused);
    return failures;
}
