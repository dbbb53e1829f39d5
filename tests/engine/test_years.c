/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/checks/years.h"

#include "tests/support/cases.h"

struct year_case {
    const char *name; /* the text */
    int32_t year;
    bool past;
};

static const struct year_case cases[] = {
    {"23年公务接待活动较少。", 2024, true},
    {"此项经费22年有结转，先行花费了结转资金。", 2024, true},
    {"合同签订时间为23年9月，依照合同规定支付首付款5万元", 2024, true},
    {"截至23年末,该项合同仍未到期", 2024, true},
    {"由于疫情影响22年等保测评推迟至2023年,故2023年项目款使用22年结转资金", 2024, true},
    {"2023年项目", 2024, true},
    {"2023 年项目", 2024, true},
    {"2022—2023年实施", 2024, true},
    {"此项经费有去年结转资金", 2024, false},
    {"", 2024, false},
    {"2024年支付", 2024, false},
    {"24年支付", 2024, false},
    {"2023年签订，2024年支付", 2024, false},
    {"2024.12.31前支付，2023年签订", 2024, false},
    {"合同期至2025年，23年签订", 2024, false},
    {"23年签订，25年到期", 2024, false},
    {"《城市信用状况监测预警指标（2022年版）》", 2024, false},
    {"按《2022年工作要点》执行", 2024, false},
    {"按《2021年办法》《2022年要点》执行", 2024, false},
    {"按《2021年办法》执行，2022年结转，见《2023年决算》", 2024, true},
    {"按《办法》执行，2022年结转", 2024, true},
    {"指标（2022年版）调整", 2024, false},
    {"2022年修订的标准", 2024, false},
    {"受理量较2023年增长5%", 2024, false},
    {"比23年减少2次", 2024, false},
    {"与2023年相比持平", 2024, false},
    {"2023年同期数据缺失", 2024, false},
    {"较好完成，2023年结转", 2024, true},
    {"自2022年以来逐年下降", 2024, false},
    {"从2022年起实施", 2024, false},
    {"近20年最低", 2030, false},
    {"近22年最低", 2024, false},
    {"22年内首次", 2024, false},
    {"23年期国债", 2024, false},
    {"历时22年建成", 2024, false},
    {"22年前建成", 2024, false},
    {"共22年", 2024, false},
    {"第22年", 2024, false},
    {"20年结转", 2024, false},
    {"21年结转", 2024, true},
    {"30年结转", 2024, false},
    {"123年", 2024, false},
    {"1.23年", 2024, false},
    {"2023个项目", 2024, false},
    {"文号〔2023〕12号", 2024, false},
    {"12345热线", 2024, false},
    {"1949年建成", 2024, false},
};

static void years_are_past(void **state) {
    const struct year_case *row = *state;
    assert_int_equal(fuhe_years_are_past(fuhe_text_of(row->name), row->year), row->past);
}

int main(void) {
    return RUN_CASES("years", cases, years_are_past);
}
