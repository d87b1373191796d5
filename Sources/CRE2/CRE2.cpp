#include "CRE2.h"

#include <new>
#include <re2/re2.h>

struct cre2_pattern {
    re2::RE2 compiled;

    cre2_pattern(const re2::StringPiece &text, const re2::RE2::Options &options) : compiled(text, options) {}
};

cre2_pattern *cre2_compile(const char *text, size_t length, int64_t memory) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(memory);
    return new (std::nothrow) cre2_pattern(re2::StringPiece(text, length), options);
}

bool cre2_is_valid(const cre2_pattern *pattern) { return pattern->compiled.ok(); }

const char *cre2_error(const cre2_pattern *pattern) { return pattern->compiled.error().c_str(); }

const char *cre2_error_part(const cre2_pattern *pattern, size_t *length) {
    *length = pattern->compiled.error_arg().size();
    return pattern->compiled.error_arg().data();
}

bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t length) {
    return pattern->compiled.Match(
        re2::StringPiece(text, length), 0, length, re2::RE2::UNANCHORED, nullptr, 0);
}

void cre2_free(cre2_pattern *pattern) { delete pattern; }
