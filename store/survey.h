/* SPDX-License-Identifier: Apache-2.0 */
#ifndef FUHE_STORE_SURVEY_H
#define FUHE_STORE_SURVEY_H

#include "engine/arena.h"
#include "engine/finding.h"
#include "engine/review.h"
#include "report/tally.h"
#include "store/store.h"

/* What the forms in force show as a whole, by headline figures: for overviews and lists. Sorting and adding up is the
 * database's, so memory does not grow with the number of forms. Money is in 分 (hundredths of a 元), so that sums over
 * a province fit. */
struct fuhe_survey;

/* Numbers pages and departments. store is borrowed. */
FUHE_MUST_USE enum fuhe_status fuhe_survey_new(struct fuhe_store *store, struct fuhe_survey **survey,
                                               struct fuhe_error *err);
void fuhe_survey_free(struct fuhe_survey *survey); /* takes NULL */

struct fuhe_money {
    bool present;
    int64_t fen;
};

/* --- what is surveyed --- */

enum { FUHE_SURVEY_FINGERPRINT_SIZE = 24 };
struct fuhe_survey_origin {
    bool whole; /* the run was not stopped, and took all documents: it is no shard */
    /* Tells these documents in this order from others: "sha256:" and the first 16 hexadecimal digits of the SHA-256 of
     * their own SHA-256s, one behind the other. No spreadsheet takes that for a number. */
    char fingerprint[FUHE_SURVEY_FINGERPRINT_SIZE];
};
FUHE_MUST_USE enum fuhe_status fuhe_survey_origin(struct fuhe_survey *survey, struct fuhe_survey_origin *origin,
                                                  struct fuhe_error *err);

/* --- forms --- */

/* One form in a list. Texts are valid until the next one. */
struct fuhe_survey_form {
    uint64_t page;       /* from 1, in input order */
    uint64_t department; /* its number */
    fuhe_text file;
    size_t number; /* in its file, from 1 */
    fuhe_text id;
    fuhe_text year;
    fuhe_text department_name; /* of the department, else of the unit; as on its first form; may be empty */
    fuhe_text project;
    enum fuhe_review_state state;
    fuhe_text claimed; /* as printed; empty when there is none */
    struct fuhe_figure claimed_points;
    struct fuhe_figure verified;
    struct fuhe_figure deviation; /* claimed - verified; like rate and grade only of a form scored in full */
    struct fuhe_figure rate;      /* percent */
    fuhe_text pack;               /* id */
    fuhe_text grade_claimed;      /* id; empty when there is none */
    fuhe_text grade;              /* id; empty when there is none */
    fuhe_text grade_claimed_name; /* as the rule pack has it, Chinese */
    fuhe_text grade_name;
    enum fuhe_firmness firmness;
    struct fuhe_money budget;
    size_t findings[FUHE_SEVERITY_COUNT];
    fuhe_text codes;  /* of its findings, each once, by their order in FUHE_CODES, with a space between */
    unsigned risk;    /* engine/risk.h */
    bool is_doubtful; /* read with doubt (doubtful-reading): a person must compare it with its document first */
};

enum fuhe_survey_order { FUHE_SURVEY_BY_PAGE, FUHE_SURVEY_BY_RISK }; /* risk: highest first, then by page */

struct fuhe_survey_request {
    enum fuhe_survey_order order;
    uint64_t department; /* 0 for all */
    size_t first;        /* how many to pass over */
    size_t count;        /* at most; 0 for all */
};

/* Calls take for each form; any status but OK ends the list and is handed on. */
FUHE_MUST_USE enum fuhe_status fuhe_survey_forms(struct fuhe_survey *survey, const struct fuhe_survey_request *request,
                                                 enum fuhe_status (*take)(void *context,
                                                                          const struct fuhe_survey_form *form),
                                                 void *context, struct fuhe_error *err);

/* The form of one page; nothing when there is no such page. Not to be called from within take. */
FUHE_MUST_USE enum fuhe_status fuhe_survey_page(struct fuhe_survey *survey, uint64_t page,
                                                enum fuhe_status (*take)(void *context,
                                                                         const struct fuhe_survey_form *form),
                                                void *context, struct fuhe_error *err);

/* The budgets of all forms, page by page: much less to read than whole forms. */
FUHE_MUST_USE enum fuhe_status fuhe_survey_budgets(struct fuhe_survey *survey,
                                                   enum fuhe_status (*take)(void *context, uint64_t page,
                                                                            struct fuhe_money budget),
                                                   void *context, struct fuhe_error *err);

/* The number of the department that the form of a page belongs to; 0 when there is no such page. */
FUHE_MUST_USE enum fuhe_status fuhe_survey_department_of(struct fuhe_survey *survey, uint64_t page,
                                                         uint64_t *department, struct fuhe_error *err);

/* --- projects that came in more than once --- */

/* Forms of one department, project and year in more than one document; names and years that differ only in blanks,
 * punctuation and full-width forms are the same. All of them count everywhere: which one holds is for people to say. */
struct fuhe_survey_repeats {
    size_t projects;
    size_t forms;            /* of these projects */
    size_t again;            /* forms but the first of each project */
    struct fuhe_money money; /* of those */
};
FUHE_MUST_USE enum fuhe_status fuhe_survey_repeats(struct fuhe_survey *survey, struct fuhe_survey_repeats *repeats,
                                                   struct fuhe_error *err);

/* One of these forms: project by project in the order of their first forms, each in input order. */
struct fuhe_survey_repeated {
    struct fuhe_survey_form form;
    uint64_t first; /* page of the first form of the project: the same for all of them */
    size_t forms;   /* of the project */
};
FUHE_MUST_USE enum fuhe_status
fuhe_survey_repeated_forms(struct fuhe_survey *survey,
                           enum fuhe_status (*take)(void *context, const struct fuhe_survey_repeated *repeated),
                           void *context, struct fuhe_error *err);

/* Gives back the memory that only makes the next question quicker. */
FUHE_MUST_USE enum fuhe_status fuhe_survey_rest(struct fuhe_survey *survey, struct fuhe_error *err);

/* --- statements that do not fit --- */

/* A document whose statement does not fit its own forms, which are all of one department that has a name. */
struct fuhe_survey_statement {
    uint64_t page; /* of its first form */
    uint64_t department;
    uint64_t year; /* key (store/name_key.h) of the year of its forms; 0 when they name none or several */
    const struct fuhe_document *around; /* valid during the call */
    bool differs_in_projects;
    bool differs_in_funds;
    bool open; /* some document with forms of the department could not be read to its end */
};

/* How many documents state a figure that fits their own forms, or whose forms are all of one department. */
struct fuhe_survey_stated {
    size_t projects;
    size_t funds;
};

/* Calls take for each; any status but OK ends the list and is handed on. */
FUHE_MUST_USE enum fuhe_status
fuhe_survey_statements(struct fuhe_survey *survey, struct fuhe_survey_stated *stated,
                       enum fuhe_status (*take)(void *context, const struct fuhe_survey_statement *statement),
                       void *context, struct fuhe_error *err);

/* --- departments --- */

/* A form that was scored in part counts as such and as a form, not among those that deviate: what it is worth is not
 * known. Names that differ only in blanks, punctuation and full-width forms are one department. */
struct fuhe_survey_department {
    uint64_t number;  /* from 1, in the order of their first forms */
    fuhe_text name;   /* as on its first form; may be empty */
    size_t spellings; /* how many ways of writing it there are */
    size_t forms;
    size_t unscored;
    size_t partial;
    size_t over;                      /* claimed more than verified */
    size_t under;                     /* claimed less */
    size_t lowered;                   /* recommended grade below the claimed one */
    size_t deviations;                /* how many forms have one */
    struct fuhe_figure deviation_sum; /* points */
    struct fuhe_figure median;        /* of deviations; of an even number, the lower one of the middle two */
    struct fuhe_figure highest;       /* deviation, with its sign */
    struct fuhe_figure lowest;
    struct fuhe_figure most; /* the larger one of these two by size, with its sign */
    struct fuhe_money budget;
    size_t findings[FUHE_SEVERITY_COUNT];
    uint64_t risk; /* sum over its forms */
};

enum fuhe_department_order { FUHE_DEPARTMENTS_BY_NUMBER, FUHE_DEPARTMENTS_BY_RISK }; /* risk a form, highest first */

FUHE_MUST_USE enum fuhe_status
fuhe_survey_departments(struct fuhe_survey *survey, enum fuhe_department_order order, size_t count,
                        enum fuhe_status (*take)(void *context, const struct fuhe_survey_department *department),
                        void *context, struct fuhe_error *err);

/* --- the whole --- */

/* Counts, grades claimed against recommended, findings: as if the run had been made in one go. Grade names are the
 * survey's. */
FUHE_MUST_USE enum fuhe_status fuhe_survey_tally(struct fuhe_survey *survey, struct fuhe_tally *tally,
                                                 struct fuhe_error *err);

/* The same without a survey, for who needs nothing else; grade names are the arena's. */
FUHE_MUST_USE enum fuhe_status fuhe_store_tally(struct fuhe_store *store, struct fuhe_arena *arena,
                                                struct fuhe_tally *tally, struct fuhe_error *err);

/* How deviations lie, of forms that were scored in full. A quantile q of n sorted figures is the one at place ceil(q
 * n), counted from 1. */
enum { FUHE_HISTOGRAM_BINS = 21 };
struct fuhe_survey_deviations {
    size_t count; /* of forms scored in full that have one */
    size_t over;
    size_t under;
    size_t none;
    fuhe_decimal least, lower_twentieth, lower_quartile, median, upper_quartile, upper_twentieth, most;
    /* Bins of equal width with zero alone in the middle one: the middle bin counts deviations of exactly zero, bin
     * middle + k those in ((k - 1) width, k width], bin middle - k those in [-k width, -(k - 1) width); the outermost
     * ones take in whatever is beyond. The width is the smallest of 0.01, 0.02, 0.05, 0.1, … 10 by which at most a
     * twentieth of those that are not zero lie beyond. */
    fuhe_decimal bin_width;
    size_t bins[FUHE_HISTOGRAM_BINS];
};
FUHE_MUST_USE enum fuhe_status fuhe_survey_deviations(struct fuhe_survey *survey, struct fuhe_survey_deviations *result,
                                                      struct fuhe_error *err);

/* A kind of finding over all forms, the most frequent ones first (then by their order in FUHE_CODES). */
struct fuhe_survey_code {
    enum fuhe_code code;
    size_t findings;
    size_t severities[FUHE_SEVERITY_COUNT]; /* how many of them have each */
    size_t forms;                           /* that have it */
    struct fuhe_money budget;               /* of these forms */
};
/* department 0 for all. codes has room for FUHE_CODE_COUNT. */
FUHE_MUST_USE enum fuhe_status fuhe_survey_codes(struct fuhe_survey *survey, uint64_t department,
                                                 struct fuhe_survey_code *codes, size_t *count, struct fuhe_error *err);

/* Money: of all forms; of those scored in full, of those claimed too high, of those whose grade is to be lowered. */
struct fuhe_survey_money {
    struct fuhe_money all, over, lowered;
};
FUHE_MUST_USE enum fuhe_status fuhe_survey_money(struct fuhe_survey *survey, struct fuhe_survey_money *money,
                                                 struct fuhe_error *err);

#endif
