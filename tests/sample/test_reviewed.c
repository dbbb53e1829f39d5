/* SPDX-License-Identifier: Apache-2.0 */
/* Tables as spreadsheets save them, and as people spoil them. The sample has three forms. */
#include "sample/reviewed.h"

#include "tests/support/cases.h"

#define HEAD "method,n,seed,batch,page,file,number,reviewed\r\n"
#define ONE "money,3,7,0a,2,a.xml,1,90\r\n"
#define TWO "money,3,7,0a,5,\"b, c.xml\",2,\r\n"
#define THREE "money,3,7,0a,9,=表.xml,1,0.50\r\n"

static const struct fuhe_sample_item items[] = {
    {.page = 2, .file = {"a.xml", 5}, .number = 1},
    {.page = 5, .file = {"b, c.xml", 8}, .number = 2},
    {.page = 9, .file = {"=表.xml", 8}, .number = 1},
};

struct reviewed_case {
    const char *name;
    const char *bytes;
    size_t length; /* 0 for up to the NUL */
    enum fuhe_problem problem;
    uint32_t line;
    uint32_t column;
    const char *found;
};

static const struct reviewed_case good_cases[] = {
    {"as written", HEAD ONE TWO THREE, 0, 0, 0, 0, NULL},
    {"with a byte order mark", "\xEF\xBB\xBF" HEAD ONE TWO THREE, 0, 0, 0, 0, NULL},
    {"in another order", HEAD THREE ONE TWO, 0, 0, 0, 0, NULL},
    {"lines of a sample by risk", HEAD "risk,3,,0a,2,a.xml,1,\r\n" ONE TWO THREE, 0, 0, 0, 0, NULL},
    {"other columns, in another order",
     "seed,n,method,number,page,x,file,reviewed,batch\n7,3,money,1,2,,a.xml,90,0a\n"
     "7,3,money,2,5,\"say \"\"so\"\"\",\"b, c.xml\",,0a\n7,3,money,1,9,,=表.xml,0.50,0a",
     0, 0, 0, 0, NULL},
    {"semicolons, old Mac line ends, blank lines, spaces",
     "method;n;seed;batch;page;file;number;reviewed\r;;;;;;;\rmoney;3;7;0a; 2 ;a.xml;1;90\r\rmoney;3;7;0a;5;b, "
     "c.xml;2\rmoney;3;7;0a;9;=表.xml;1;0.50",
     0, 0, 0, 0, NULL},
    {"tabs",
     "method\tn\tseed\tbatch\tpage\tfile\tnumber\treviewed\nmoney\t3\t7\t0a\t2\ta."
     "xml\t1\t\"90\"\nmoney\t3\t7\t0a\t5\tb, c.xml\t2\t\n"
     "money\t3\t7\t0a\t9\t=表.xml\t1\t0.50\n",
     0, 0, 0, 0, NULL},
    {"an apostrophe that keeps a name from being a formula", HEAD ONE TWO "money,3,7,0a,9,'=表.xml,1,0.50\r\n", 0, 0, 0,
     0, NULL},
    {"full-width digits and a unit", HEAD "money,3,7,0a,2,a.xml,1,９０．０分\r\n" TWO THREE, 0, 0, 0, 0, NULL},
    {"the column by its Chinese name", "method,n,seed,batch,page,file,number,人工复核得分\n" ONE TWO THREE, 0, 0, 0, 0,
     NULL},
    {"the sheet of the workbook",
     "抽取依据,序号,人工复核得分,文件,文件中的序号\n风险,2,,a.xml,1\n资金,2,90,a.xml,1\n资金,5,,\"b, "
     "c.xml\",2\n资金,9,0.5,=表.xml,1\n",
     0, 0, 0, 0, NULL},
    {"the sheet in English",
     "Drawn by,No.,Score by hand,File,No. in the file\nmoney,2,90,a.xml,1\nmoney,5,,\"b, "
     "c.xml\",2\nmoney,9,0.5,=表.xml,1\n",
     0, 0, 0, 0, NULL},
    {"GBK", HEAD ONE TWO "money,3,7,0a,9,=\xB1\xED.xml,1,0.50\r\n", 0, 0, 0, 0, NULL},
};

static const struct reviewed_case bad_cases[] = {
    {"empty", "", 0, FUHE_PROBLEM_TABLE_COLUMN, 1, 1, ""},
    {"only a mark", "\xEF\xBB\xBF", 0, FUHE_PROBLEM_TABLE_COLUMN, 1, 1, ""},
    {"no heading", ONE TWO THREE, 0, FUHE_PROBLEM_TABLE_COLUMN, 1, 1, ""},
    {"zero bytes", HEAD "\0" ONE, sizeof(HEAD ONE), FUHE_PROBLEM_TABLE_ENCODING, 0, 0, ""},
    {"no encoding at all", HEAD "\xFF\xFF\xFF", 0, FUHE_PROBLEM_TABLE_ENCODING, 0, 0, ""},
    {"a mark that stays open", HEAD ONE "money,3,7,0a,5,\"b, c.xml,2,\r\n" THREE, 0, FUHE_PROBLEM_TABLE_QUOTE, 3, 16,
     ""},
    {"text behind a mark", HEAD ONE "money,3,7,0a,5,\"b\"c.xml,2,\r\n", 0, FUHE_PROBLEM_TABLE_QUOTE, 3, 19, ""},
    {"a comma too many", HEAD ONE "money,3,7,0a,5,b, c.xml,2,\r\n", 0, FUHE_PROBLEM_TABLE_CELLS, 3, 1, ""},
    {"another number", HEAD "money,4,7,0a,2,a.xml,1,90\r\n", 0, FUHE_PROBLEM_REVIEWED_OTHER, 2, 7, "-n 4 --seed 7"},
    {"another seed", HEAD "money,3,8,0a,2,a.xml,1,90\r\n", 0, FUHE_PROBLEM_REVIEWED_OTHER, 2, 7, "-n 3 --seed 8"},
    {"another batch", HEAD "money,3,7,0b,2,a.xml,1,90\r\n", 0, FUHE_PROBLEM_REVIEWED_BATCH, 2, 11, "0b"},
    {"no page", HEAD "money,3,7,0a,x,a.xml,1,90\r\n", 0, FUHE_PROBLEM_REVIEWED_UNKNOWN, 2, 14, "a.xml #1"},
    {"a page that was not drawn", HEAD "money,3,7,0a,3,a.xml,1,90\r\n", 0, FUHE_PROBLEM_REVIEWED_UNKNOWN, 2, 14,
     "a.xml #1"},
    {"a page too large", HEAD "money,3,7,0a,99999999999999999999999999,a.xml,1,90\r\n", 0,
     FUHE_PROBLEM_REVIEWED_UNKNOWN, 2, 14, "a.xml #1"},
    {"another file", HEAD "money,3,7,0a,2,b.xml,1,90\r\n", 0, FUHE_PROBLEM_REVIEWED_UNKNOWN, 2, 14, "b.xml #1"},
    {"another form of it", HEAD "money,3,7,0a,2,a.xml,2,90\r\n", 0, FUHE_PROBLEM_REVIEWED_UNKNOWN, 2, 14, "a.xml #2"},
    {"twice", HEAD ONE TWO ONE, 0, FUHE_PROBLEM_REVIEWED_TWICE, 4, 14, "a.xml #1"},
    {"a line missing", HEAD ONE THREE, 0, FUHE_PROBLEM_REVIEWED_MISSING, 0, 0, "b, c.xml #2"},
    {"no number", HEAD ONE TWO "money,3,7,0a,9,=表.xml,1,优秀\r\n", 0, FUHE_PROBLEM_REVIEWED_SCORE, 4, 25, "优秀"},
    {"a number with another unit", HEAD "money,3,7,0a,2,a.xml,1,90%\r\n", 0, FUHE_PROBLEM_REVIEWED_SCORE, 2, 24, "90%"},
    {"no form of the sample on the sheet", "抽取依据,序号,人工复核得分,文件,文件中的序号\n资金,3,90,a.xml,1\n", 0,
     FUHE_PROBLEM_REVIEWED_UNKNOWN, 2, 4, "a.xml #1"},
    {"above full marks", HEAD "money,3,7,0a,2,a.xml,1,100.01\r\n", 0, FUHE_PROBLEM_REVIEWED_SCORE, 2, 24, "100.01"},
    {"below zero", HEAD "money,3,7,0a,2,a.xml,1,-1\r\n", 0, FUHE_PROBLEM_REVIEWED_SCORE, 2, 24, "-1"},
};

static enum fuhe_status read_row(const struct reviewed_case *row, struct fuhe_arena *arena,
                                 struct fuhe_reviewed *reviewed, struct fuhe_error *err) {
    const struct fuhe_sample sample = {.request = {.method = FUHE_SAMPLE_MONEY, .count = 3, .seed = 7},
                                       .origin = {.fingerprint = "0a"},
                                       .items = (struct fuhe_sample_item *)(uintptr_t)items,
                                       .count = 3};
    const size_t length = row->length > 0 ? row->length : strlen(row->bytes);

    return fuhe_reviewed_read((fuhe_text){row->bytes, length}, &sample, arena, reviewed, err);
}

static void test_good(void **state) {
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_reviewed reviewed = {0};

    assert_non_null(arena);
    assert_int_equal(read_row(*state, arena, &reviewed, NULL), FUHE_STATUS_OK);
    assert_true(reviewed.scores[0].present && !reviewed.scores[1].present && reviewed.scores[2].present);
    assert_int_equal(reviewed.scores[0].value.scaled, FUHE_DECIMAL(90).scaled);
    assert_int_equal(reviewed.scores[2].value.scaled, FUHE_DECIMAL_ONE / 2);
    assert_int_equal(reviewed.unreviewed, 1);
    fuhe_arena_free(arena);
}

static void test_bad(void **state) {
    const struct reviewed_case *row = *state;
    struct fuhe_arena *arena = fuhe_arena_new();
    struct fuhe_reviewed reviewed = {0};
    struct fuhe_error error = {0};

    assert_non_null(arena);
    assert_int_equal(read_row(row, arena, &reviewed, &error), FUHE_STATUS_UNREADABLE);
    assert_int_equal(error.problem, row->problem);
    assert_string_equal(error.found, row->found);
    assert_int_equal(error.line, row->line);
    assert_int_equal(error.column, row->column);
    assert_null(reviewed.scores);
    fuhe_arena_free(arena);
}

int main(void) {
    return RUN_CASES("good tables", good_cases, test_good) + RUN_CASES("bad tables", bad_cases, test_bad);
}
