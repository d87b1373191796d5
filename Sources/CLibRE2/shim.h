// RE2, the regular expression library in C++. Only Sources/CRE2 uses it.
#include <re2/re2.h>
