// RE2 (https://github.com/google/re2) in C: what Sources/Expressions/Functions/Pattern.swift needs of it, nothing else.

#ifndef PLUMBLINE_CRE2_H
#define PLUMBLINE_CRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern, or why there is none.
typedef struct cre2_pattern cre2_pattern;

/// Compiles a pattern in UTF-8; what it is compiled to takes at most `memory` bytes. Null when memory runs out.
cre2_pattern *cre2_compile(const char *text, size_t length, int64_t memory);

/// Whether it can match.
bool cre2_is_valid(const cre2_pattern *pattern);

/// Why it cannot match, NUL-terminated; lives as long as the pattern.
const char *cre2_error(const cre2_pattern *pattern);

/// The part of the pattern's text that is wrong, and its length; lives as long as the pattern.
const char *cre2_error_part(const cre2_pattern *pattern, size_t *length);

/// Whether the pattern matches somewhere in the text. Takes time linear in the text; any number of threads may ask.
bool cre2_matches(const cre2_pattern *pattern, const char *text, size_t length);

void cre2_free(cre2_pattern *pattern);

#ifdef __cplusplus
}
#endif

#endif
