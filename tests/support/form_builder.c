/* SPDX-License-Identifier: Apache-2.0 */
/* Cells are found by tables of names and offsets, one for each kind of block. */
#include "tests/support/form_builder.h"
#include "tests/support/cells.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct field {
    const char *path;
    size_t offset;
};

static const struct field form_fields[] = {
    {"@id", offsetof(struct fuhe_form, id)},
    {"@year", offsetof(struct fuhe_form, year)},
    {"@region", offsetof(struct fuhe_form, region)},
    {"project", offsetof(struct fuhe_form, project)},
    {"department", offsetof(struct fuhe_form, department)},
    {"unit", offsetof(struct fuhe_form, unit)},
    {"funds/@unit", offsetof(struct fuhe_form, funds_unit)},
    {"goal/expected", offsetof(struct fuhe_form, goal_expected)},
    {"goal/achieved", offsetof(struct fuhe_form, goal_achieved)},
    {"total/@claimed", offsetof(struct fuhe_form, total_claimed)},
    {"disclosed/@name", offsetof(struct fuhe_form, disclosed.name)},
    {"disclosed/@total", offsetof(struct fuhe_form, disclosed.total)},
    {"disclosed/@budget", offsetof(struct fuhe_form, disclosed.budget)},
    {"disclosed/@executed", offsetof(struct fuhe_form, disclosed.executed)},
    {"disclosed/@rate", offsetof(struct fuhe_form, disclosed.rate)},
};

static const struct field statement_fields[] = {
    {"@projects", offsetof(struct fuhe_statement, projects)},
    {"@funds", offsetof(struct fuhe_statement, funds)},
    {"@unit", offsetof(struct fuhe_statement, unit)},
};

static const struct field fund_fields[] = {
    {"@label", offsetof(struct fuhe_fund, label)},   {"@initial", offsetof(struct fuhe_fund, initial)},
    {"@budget", offsetof(struct fuhe_fund, budget)}, {"@executed", offsetof(struct fuhe_fund, executed)},
    {"@rate", offsetof(struct fuhe_fund, rate)},     {"@weight", offsetof(struct fuhe_fund, weight)},
    {"@score", offsetof(struct fuhe_fund, score)},
};

static const struct field row_fields[] = {
    {"@level1", offsetof(struct fuhe_indicator, level1)},
    {"@level2", offsetof(struct fuhe_indicator, level2)},
    {"@name", offsetof(struct fuhe_indicator, name)},
    {"@weight", offsetof(struct fuhe_indicator, weight)},
    {"@score", offsetof(struct fuhe_indicator, score)},
    {"target", offsetof(struct fuhe_indicator, target)},
    {"target/@relation", offsetof(struct fuhe_indicator, relation)},
    {"target/@unit", offsetof(struct fuhe_indicator, unit)},
    {"target/@adjusted", offsetof(struct fuhe_indicator, adjusted)},
    {"actual", offsetof(struct fuhe_indicator, actual)},
    {"reason", offsetof(struct fuhe_indicator, reason)},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct fuhe_cell *find_cell(void *block, const struct field *fields, size_t count, const char *path) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(fields[i].path, path) == 0) {
            return (struct fuhe_cell *)(void *)((char *)block + fields[i].offset);
        }
    }
    fail_msg("no cell %s", path);
    return NULL;
}

/* Index of "3]/@score", counted from 0; *rest becomes "@score". */
static size_t take_index(const char **rest) {
    char *end = NULL;
    const size_t number = strtoul(*rest, &end, 10);

    assert_true(number > 0 && strncmp(end, "]/", 2) == 0);
    *rest = end + 2;
    return number - 1;
}

static const char *after(const char *path, const char *prefix) {
    const size_t length = strlen(prefix);

    return strncmp(path, prefix, length) == 0 ? path + length : NULL;
}

static struct fuhe_cell *cell_at(struct form_builder *builder, const char *path) {
    const char *rest = after(path, "indicators/indicator[");

    if (rest != NULL) {
        const size_t index = take_index(&rest);
        assert_true(index <= builder->form.indicator_count && index < FORM_BUILDER_ROWS_MAX);
        builder->form.indicator_count += index == builder->form.indicator_count;
        return find_cell(&builder->rows[index], row_fields, COUNT(row_fields), rest);
    }
    rest = after(path, "funds/fund[");
    if (rest != NULL) {
        const size_t index = take_index(&rest);
        assert_true(index <= builder->form.fund_count && index < FORM_BUILDER_FUNDS_MAX);
        builder->form.fund_count += index == builder->form.fund_count;
        return find_cell(&builder->funds[index], fund_fields, COUNT(fund_fields), rest);
    }
    rest = after(path, "statement/");
    if (rest != NULL) {
        builder->document.statement.present = true;
        return find_cell(&builder->document.statement, statement_fields, COUNT(statement_fields), rest);
    }
    builder->form.disclosed.present = builder->form.disclosed.present || after(path, "disclosed/") != NULL;
    return find_cell(&builder->form, form_fields, COUNT(form_fields), path);
}

void form_builder_set(struct form_builder *builder, const char *path, const char *text) {
    *cell_at(builder, path) = cell_of(text);
}

static void add_fund(struct form_builder *builder, const char *label, const char *const figures[5]) {
    builder->funds[builder->form.fund_count++] = (struct fuhe_fund){
        .label = cell_of(label),
        .initial = cell_of(figures[0]),
        .budget = cell_of(figures[1]),
        .executed = cell_of(figures[2]),
        .rate = cell_of(figures[3]),
        .score = cell_of(figures[4]),
    };
}

/* level1, level2, name, target, actual, weight, score, reason. */
static void add_row(struct form_builder *builder, const char *const texts[8]) {
    builder->rows[builder->form.indicator_count++] = (struct fuhe_indicator){
        .level1 = cell_of(texts[0]),
        .level2 = cell_of(texts[1]),
        .name = cell_of(texts[2]),
        .target = cell_of(texts[3]),
        .actual = cell_of(texts[4]),
        .weight = cell_of(texts[5]),
        .score = cell_of(texts[6]),
        .reason = cell_of(texts[7]),
    };
}

static const char *const sound_rows[][8] = {
    {"成本指标", "经济成本指标", "平台运维费", "30万元", "27万元", "15", "13.5", "第四季度款项待支付。"},
    {"成本指标", "经济成本指标", "宣传印刷费", "10万元", "9.5万元", "5", "4.75", "印刷单价低于预算。"},
    {"产出指标", "数量指标", "法律咨询服务", "≥1200人次", "1260人次", "20", "20", ""},
    {"产出指标", "时效指标", "咨询答复时限", "≤3个工作日", "3个工作日", "10", "10", ""},
    {"产出指标", "质量指标", "案件回访率", "≥95%", "96%", "10", "10", ""},
    {"效益指标", "社会效益指标", "群众法律意识", "提升", "提升", "20", "20", ""},
    {"满意度指标", "服务对象满意度指标", "来访群众满意度", "≥90%", "93.5%", "10", "10", ""},
};

static void fill_disclosed(struct form_builder *builder) {
    form_builder_set(builder, "disclosed/@name", "延边州公共法律服务平台运行经费");
    form_builder_set(builder, "disclosed/@total", "95.25");
    form_builder_set(builder, "disclosed/@budget", "40");
    form_builder_set(builder, "disclosed/@executed", "36.5");
    form_builder_set(builder, "disclosed/@rate", "91.3");
}

void form_builder_init(struct form_builder *builder) {
    memset(builder, 0, sizeof *builder);
    builder->form.document = &builder->document;
    builder->form.funds = builder->funds;
    builder->form.indicators = builder->rows;
    builder->form.has_total = true;
    form_builder_set(builder, "@id", "legal-service");
    form_builder_set(builder, "@year", "2024");
    form_builder_set(builder, "project", "延边州公共法律服务平台运行经费");
    form_builder_set(builder, "unit", "延边州司法局");
    form_builder_set(builder, "funds/@unit", "万元");
    form_builder_set(builder, "goal/expected", "为群众提供及时便捷的法律咨询服务，平台全年稳定运行。");
    add_fund(builder, "年度资金总额", (const char *const[]){"40", "40", "36.5", "91.25", "7"});
    add_fund(builder, "当年财政拨款", (const char *const[]){"40", "40", "36.5", "91.25", "—"});
    add_fund(builder, "上年结转资金", (const char *const[]){"0", "0", "0", "0", "—"});
    add_fund(builder, "其他资金", (const char *const[]){"0", "0", "0", "0", "—"});
    for (size_t i = 0; i < COUNT(sound_rows); i++) {
        add_row(builder, sound_rows[i]);
    }
    form_builder_set(builder, "total/@claimed", "95.25");
    fill_disclosed(builder);
}
