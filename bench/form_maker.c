/* SPDX-License-Identifier: Apache-2.0 */
/* Makes up a form: whose it is and what money it has, indicators (sheet_rows.c), slips, and prints it as XML in the
 * layout of the real ones. */
#include "bench/form_maker.h"

#include <stdio.h>

#include "bench/sheet.h"

static const char *const places[] = {"延边州", "延吉市", "图们市", "敦化市", "珲春市",
                                     "龙井市", "和龙市", "汪清县", "安图县"};

static const char *const bureaus[] = {
    "政务服务和数字化建设管理局",
    "教育局",
    "民政局",
    "文化广播电视和旅游局",
    "农业农村局",
    "卫生健康局",
    "市场监督管理局",
    "生态环境局",
    "交通运输局",
    "应急管理局",
    "林业和草原局",
    "财政局",
};

static const struct {
    const char *subject;
    const char *purpose;
} subjects[] = {
    {"政务大厅运行及保障", "保障政务大厅稳定运行，提升政务服务水平，优化营商环境，方便企业和群众办事"},
    {"12345热线运行管理", "实现热线接通率常态化保持80%以上，及时受理企业和群众诉求，确保热线受理平台平稳运行"},
    {"信息系统等级保护测评", "规范政务信息化项目建设管理，推动信息系统集约节约建设，确保网络和数据安全"},
    {"社会信用体系建设", "完善信用信息归集共享机制，开展城市信用监测，提升城市信用综合排名"},
    {"农村人居环境整治", "持续开展村庄清洁行动，改善农村人居环境，提高村民生活质量和满意度"},
    {"公共文化服务", "开展文化惠民演出和全民阅读活动，丰富群众精神文化生活，提高公共文化服务效能"},
    {"食品安全抽检监测", "按计划完成食品安全监督抽检任务，及时处置不合格产品，保障群众饮食安全"},
    {"职业技能培训", "面向重点群体开展职业技能培训，提高劳动者就业创业能力，促进充分就业"},
    {"森林防火", "加强森林草原防灭火队伍和物资储备建设，确保不发生重大森林火灾，保护生态资源"},
    {"困难群众救助", "及时足额发放救助资金，保障困难群众基本生活，做到应保尽保、应救尽救"},
};

static const char *const problems[] = {
    "发现的主要问题及原因：预算执行进度偏慢，部分合同约定跨年度支付，尾款需待验收后支付。",
    "发现的主要问题及原因：个别绩效指标设置不够细化量化，指标值测算依据不够充分。",
    "发现的主要问题及原因：项目前期准备不足，招标采购时间较长，影响了资金支出进度。",
    "未发现主要问题。",
};

static const char *const measures_ahead[] = {
    "下一步改进措施：加强预算编制管理，加快资金支付进度，提高资金使用效益。",
    "下一步改进措施：进一步细化量化绩效指标，强化绩效运行监控，及时纠正偏差。",
    "下一步改进措施：提前谋划项目实施方案，压实工作责任，确保按期完成年度任务。",
};

/* Scores by the bands of Jilin. */
static int64_t band_score(int64_t executed, int64_t budget) {
    if (executed >= budget) {
        return 1000;
    }
    if (executed * 100 >= budget * 80) {
        return 700;
    }
    return executed * 100 >= budget * 60 ? 500 : 0;
}

static void fill_money(struct sheet *sheet) {
    struct random_source *random = &sheet->random;
    const int64_t luck = random_between(random, 0, 99);

    sheet->budget = random_between(random, 500, random_percent(random, 90) ? 40000 : 600000);
    sheet->executed = luck < 40   ? sheet->budget
                      : luck < 80 ? random_between(random, sheet->budget * 8 / 10, sheet->budget)
                                  : random_between(random, 0, sheet->budget * 8 / 10);
    sheet->execution_claim = band_score(sheet->executed, sheet->budget);
}

/* One row at full marks or some points off, execution by another band, or a total that was added up wrong. */
static void plant_slip(struct sheet *sheet) {
    struct random_source *random = &sheet->random;
    struct sheet_row *row = &sheet->rows[random_between(random, 0, (int64_t)sheet->row_count - 1)];

    switch (random_between(random, 0, 4)) {
    case 0:
        row->claim = row->weight * 100;
        break;
    case 1:
        row->claim = row->claim >= 50 ? row->claim - 50 : row->claim + 50;
        break;
    case 2:
        sheet->execution_claim = sheet->execution_claim == 700 ? 1000 : 700;
        break;
    case 3:
        sheet->total -= row->claim;
        break;
    default:
        sheet->disclosed += random_percent(random, 50) ? 5 : row->claim;
        break;
    }
}

/* Weights that do not close to 100: a row of other weight, or one that stands there twice. */
static void break_weights(struct sheet *sheet) {
    struct sheet_row *row = &sheet->rows[sheet->row_count - 1];

    if (random_percent(&sheet->random, 50)) {
        sheet->rows[sheet->row_count] = *row;
        sheet->row_count++;
        return;
    }
    row->weight += 2;
    row->claim = row->weight * 100;
}

static void add_up(struct sheet *sheet) {
    int64_t sum = sheet->execution_claim;

    for (size_t i = 0; i < sheet->row_count; i++) {
        sum += sheet->rows[i].claim;
    }
    sheet->disclosed += sheet->total + sum;
    sheet->total += sum;
}

void sheet_make(const struct form_maker *maker, uint64_t number, struct sheet *sheet) {
    struct random_source *random = &sheet->random;

    *sheet = (struct sheet){.random = {maker->seed ^ (number * UINT64_C(0xD1342543DE82EF95))}, .number = number};
    const size_t subject = (size_t)random_between(random, 0, (int64_t)(sizeof subjects / sizeof subjects[0]) - 1);
    sheet->place = RANDOM_PICK(random, places);
    sheet->bureau = RANDOM_PICK(random, bureaus);
    sheet->subject = subjects[subject].subject;
    sheet->purpose = subjects[subject].purpose;
    fill_money(sheet);
    sheet_add_rows(sheet);
    if (random_percent(random, 2)) {
        break_weights(sheet);
    }
    if (random_percent(random, maker->slip_percent)) {
        plant_slip(sheet);
    }
    add_up(sheet);
}

static void print_fund(const char *label, int64_t budget, int64_t executed, const char *score,
                       struct text_buffer *buffer) {
    char budget_text[32];
    char executed_text[32];
    char rate[32];

    sheet_format_hundredths(budget, budget_text);
    sheet_format_hundredths(executed, executed_text);
    sheet_format_hundredths(budget == 0 ? 0 : sheet_hundredths(executed * 100, budget), rate);
    text_buffer_print(
        buffer, "    <fund label=\"%s\" initial=\"%s\" budget=\"%s\" executed=\"%s\" rate=\"%s\" score=\"%s\"/>\n",
        label, budget_text, budget_text, executed_text, rate, score);
}

static void print_funds(struct sheet *sheet, struct text_buffer *buffer) {
    char score[32] = "";

    if (sheet->number % 5 != 0) {
        sheet_format_hundredths(sheet->execution_claim, score);
    }
    text_buffer_put(buffer, "  <funds unit=\"万元\">\n");
    print_fund("当年财政拨款", sheet->budget, sheet->executed, "—", buffer);
    print_fund("上年结转资金", 0, 0, "—", buffer);
    print_fund("其他资金", 0, 0, "—", buffer);
    print_fund("年度资金总额", sheet->budget, sheet->executed, score, buffer);
    text_buffer_put(buffer, "  </funds>\n");
}

static void print_target(const struct sheet_row *row, struct text_buffer *buffer) {
    text_buffer_put(buffer, "      <target");
    if (row->relation != NULL) {
        text_buffer_print(buffer, " relation=\"%s\"", row->relation);
    }
    if (row->unit != NULL) {
        text_buffer_print(buffer, " unit=\"%s\"", row->unit);
    }
    if (row->adjusted[0] != '\0') {
        text_buffer_print(buffer, " adjusted=\"%s\"", row->adjusted);
    }
    text_buffer_print(buffer, ">%s</target>\n", row->target);
}

static void print_row(const struct sheet_row *row, bool reviewed, struct text_buffer *buffer) {
    char claim[32];

    sheet_format_hundredths(row->claim, claim);
    text_buffer_print(buffer, "    <indicator level1=\"%s\" level2=\"%s\" name=\"%s\" weight=\"%d\" score=\"%s\">\n",
                      row->level1, row->level2, row->name, (int)row->weight, claim);
    print_target(row, buffer);
    text_buffer_print(buffer, "      <actual>%s</actual>\n", row->actual);
    if (row->reason[0] == '\0') {
        text_buffer_put(buffer, "      <reason/>\n");
    } else {
        text_buffer_print(buffer, "      <reason>%s</reason>\n", row->reason);
    }
    if (reviewed) {
        text_buffer_put(buffer, "      <reviewed score=\"\" reason=\"\"/>\n");
    }
    text_buffer_put(buffer, "    </indicator>\n");
}

static void print_closing(struct sheet *sheet, const char *name, struct text_buffer *buffer) {
    char total[32];
    char budget[32];
    char executed[32];
    char rate[32];

    sheet_format_hundredths(sheet->total, total);
    text_buffer_print(buffer, "  <total claimed=\"%s\"/>\n", total);
    sheet_format_hundredths(sheet->disclosed, total);
    sheet_format_hundredths(sheet->budget, budget);
    sheet_format_hundredths(sheet->executed, executed);
    sheet_format_hundredths(sheet_hundredths(sheet->executed * 10, sheet->budget) * 10, rate);
    text_buffer_print(buffer, "  <disclosed name=\"%s\" total=\"%s\" budget=\"%s\" executed=\"%s\" rate=\"%s\">", name,
                      total, budget, executed, rate);
    text_buffer_print(buffer, "项目绩效目标完成情况：已按计划开展各项工作，%s。%s%s</disclosed>\n", sheet->purpose,
                      RANDOM_PICK(&sheet->random, problems), RANDOM_PICK(&sheet->random, measures_ahead));
}

static void print_goal(const struct sheet *sheet, struct text_buffer *buffer) {
    const int number = (int)sheet->number;

    text_buffer_print(buffer,
                      "  <goal>\n    <expected>目标1：%s。目标2：完成2024-%06d号项目年度任务，"
                      "资金按规定及时足额支付，专款专用，提高财政资金使用效益。</expected>\n",
                      sheet->purpose, number);
    text_buffer_print(buffer,
                      "    <achieved>%s，2024-%06d号项目各项任务按计划推进，资金使用合规，"
                      "发挥了应有的效益。</achieved>\n  </goal>\n",
                      sheet->purpose, number);
}

static void print_form(struct sheet *sheet, const char *namespace_attribute, struct text_buffer *buffer) {
    const int number = (int)sheet->number;
    char name[256];

    (void)snprintf(name, sizeof name, "%s%s经费（2024-%06d号）", sheet->place, sheet->subject, number);
    text_buffer_print(buffer, "<form%s id=\"form-%06d\" year=\"2024\" kind=\"project\">\n", namespace_attribute,
                      number);
    text_buffer_print(buffer, "  <project>%s</project>\n  <department>延边朝鲜族自治州%s</department>\n", name,
                      sheet->bureau);
    text_buffer_print(buffer, "  <unit>%s%s</unit>\n", sheet->place, sheet->bureau);
    print_funds(sheet, buffer);
    print_goal(sheet, buffer);
    text_buffer_put(buffer, "  <indicators>\n");
    for (size_t i = 0; i < sheet->row_count; i++) {
        print_row(&sheet->rows[i], sheet->number % 10 == 0, buffer);
    }
    text_buffer_put(buffer, "  </indicators>\n");
    print_closing(sheet, name, buffer);
    text_buffer_put(buffer, "</form>\n");
}

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

void form_maker_make_document(const struct form_maker *maker, uint64_t number, struct text_buffer *buffer) {
    struct sheet sheet;

    sheet_make(maker, number, &sheet);
    text_buffer_put(buffer, declaration);
    print_form(&sheet, " xmlns=\"urn:fuhe:form:1\"", buffer);
}

void form_maker_begin(struct text_buffer *buffer, uint64_t count) {
    text_buffer_put(buffer, declaration);
    text_buffer_print(buffer, "<forms xmlns=\"urn:fuhe:form:1\" source=\"made up\">\n<statement projects=\"%d\"/>\n",
                      (int)count);
}

void form_maker_add(const struct form_maker *maker, uint64_t number, struct text_buffer *buffer) {
    struct sheet sheet;

    sheet_make(maker, number, &sheet);
    print_form(&sheet, "", buffer);
}

void form_maker_end(struct text_buffer *buffer) {
    text_buffer_put(buffer, "</forms>\n");
}
