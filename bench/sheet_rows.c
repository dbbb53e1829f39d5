/* SPDX-License-Identifier: Apache-2.0 */
/* Indicators of a made-up form: how points and money are shared out, and what a unit claims when it makes no slip. */
#include "bench/measures.h"

#include <stdio.h>

enum { SPLIT_MAX = 8 };

static const char *const shortfall_reasons[] = {
    "因部分工作推迟至下一年度实施，年度任务尚未全部完成，下一步将加快推进实施进度。",
    "本年度实际需求少于年初预期，工作量相应减少，今后将科学测算年度目标。",
    "由于人员调整和机构改革，部分任务未能按计划开展，已列入下年度工作安排。",
    "受项目审批周期影响开工较晚，合同期内剩余工作仍在继续推进。",
    "参加人员因疫情和天气原因减少，活动场次按实际情况压减。",
};

static const char *const unspent_reasons[] = {
    "合同约定分期支付，截至年末已支付首付款，余款待项目验收后支付。",
    "此项经费有上年结转资金，先行支付了结转资金，导致本年支出较少。",
    "截至年末合同仍未到期，尚有部分款项待支付，将于下年度办理结算。",
    "严格落实过紧日子要求，压减一般性支出，按实际发生额据实列支。",
    "年末发票尚未统计完毕，有部分费用待结款，已督促有关单位尽快办理。",
};

int64_t sheet_hundredths(int64_t top, int64_t bottom) {
    return (top * 200 + bottom) / (2 * bottom);
}

void sheet_format_hundredths(int64_t hundredths, char text[32]) {
    const int whole = (int)(hundredths / 100);
    const int rest = (int)(hundredths % 100);

    if (rest == 0) {
        (void)snprintf(text, 32, "%d", whole);
    } else if (rest % 10 == 0) {
        (void)snprintf(text, 32, "%d.%d", whole, rest / 10);
    } else {
        (void)snprintf(text, 32, "%d.%02d", whole, rest);
    }
}

static const char *const cost_names[] = {
    "办公经费", "聘用人员工资",   "平台维护费", "设备采购费", "宣传印刷费", "培训费",
    "差旅费",   "委托第三方费用", "专家评审费", "线路租赁费", "公务接待费", "购买服务费",
};

/* whole as `parts` random positive numbers. */
static void split(struct random_source *random, int64_t whole, size_t parts, int64_t shares[SPLIT_MAX]) {
    for (size_t i = 0; i < parts; i++) {
        shares[i] = whole / (int64_t)parts;
    }
    shares[0] += whole % (int64_t)parts;
    for (size_t i = 1; i < parts; i++) {
        const int64_t moved = random_between(random, 0, shares[i] - 1);
        shares[i] -= moved;
        shares[random_between(random, 0, (int64_t)i - 1)] += moved;
    }
}

/* What the unit writes into the score cell when it makes no slip: two places, at times one, seldom cut. */
static int64_t honest_claim(struct random_source *random, const struct sheet_row *row) {
    const int64_t habit = random_between(random, 0, 99);
    const int64_t top = row->weight * (row->top > 0 ? row->top : 0);

    if (habit < 8) {
        return sheet_hundredths(top, row->bottom * 10) * 10;
    }
    if (habit < 10) {
        return top * 100 / row->bottom;
    }
    return sheet_hundredths(top, row->bottom);
}

static struct sheet_row *next_row(struct sheet *sheet, const char *level1, const char *level2, int64_t weight) {
    struct sheet_row *row = &sheet->rows[sheet->row_count++];

    *row = (struct sheet_row){.level1 = level1, .level2 = level2, .weight = weight};
    return row;
}

static void finish_row(struct sheet *sheet, struct sheet_row *row, const char *reason) {
    row->claim = honest_claim(&sheet->random, row);
    row->reason = row->claim < row->weight * 100 && random_percent(&sheet->random, 90) ? reason : "";
}

/* The same money in 元, 亿元, 万 or 万元. */
static void print_money(int64_t hundredths, int64_t habit, char text[96]) {
    char digits[32];

    sheet_format_hundredths(hundredths, digits);
    if (habit < 5 && hundredths >= 10 && hundredths < 10000) {
        (void)snprintf(text, 96, "%d,%03d元", (int)(hundredths / 10), (int)(hundredths % 10 * 100));
    } else if (habit < 7 && hundredths >= 10) {
        (void)snprintf(text, 96, "0.%06d亿元", (int)hundredths);
    } else {
        (void)snprintf(text, 96, habit < 12 ? "%s万" : "%s万元", digits);
    }
}

/* Cost targets share out the budget, cost results what was spent. */
static void add_cost_rows(struct sheet *sheet, int64_t weight, size_t count) {
    struct random_source *random = &sheet->random;
    int64_t weights[SPLIT_MAX];
    int64_t money[SPLIT_MAX];
    int64_t unspent = sheet->budget - sheet->executed;
    int64_t rest = sheet->budget;
    const size_t first_name = (size_t)random_between(random, 0, 11);

    split(random, weight, count, weights);
    split(random, sheet->budget, count, money);
    for (size_t i = 0; i < count; i++) {
        struct sheet_row *row = next_row(sheet, "成本指标", "经济成本指标", weights[i]);
        rest -= money[i];
        const int64_t saved =
            random_between(random, unspent > rest ? unspent - rest : 0, unspent < money[i] ? unspent : money[i]);
        unspent -= saved;
        (void)snprintf(row->name, sizeof row->name, "%s", cost_names[(first_name + i) % 12]);
        print_money(money[i], random_between(random, 0, 99), row->target);
        print_money(money[i] - saved, random_between(random, 0, 99), row->actual);
        row->top = money[i] - saved;
        row->bottom = money[i];
        finish_row(sheet, row, RANDOM_PICK(random, unspent_reasons));
    }
}

static void add_measured_rows(struct sheet *sheet, const struct measure_block *block, int64_t weight, size_t count) {
    int64_t weights[SPLIT_MAX];
    const size_t first = (size_t)random_between(&sheet->random, 0, (int64_t)block->count - 1);

    split(&sheet->random, weight, count, weights);
    for (size_t i = 0; i < count; i++) {
        const struct measure *measure = &block->measures[(first + i * block->stride) % block->count];
        struct sheet_row *row = next_row(sheet, block->level1, measure->level2, weights[i]);
        (void)snprintf(row->name, sizeof row->name, "%s", measure->name);
        measure->write(&sheet->random, measure, row);
        finish_row(sheet, row, RANDOM_PICK(&sheet->random, shortfall_reasons));
    }
}

void sheet_add_rows(struct sheet *sheet) {
    const bool asked = random_percent(&sheet->random, 85);

    add_cost_rows(sheet, 20, (size_t)random_between(&sheet->random, 1, 4));
    add_measured_rows(sheet, &measure_outputs, 40, (size_t)random_between(&sheet->random, 2, 6));
    add_measured_rows(sheet, &measure_effects, asked ? 20 : 30, (size_t)random_between(&sheet->random, 1, 3));
    if (asked) {
        add_measured_rows(sheet, &measure_satisfactions, 10, (size_t)random_between(&sheet->random, 1, 2));
    }
}
