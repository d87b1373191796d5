// libyaml, the reference YAML 1.1 parser in C. Only Sources/Documents imports this module.
#include <yaml.h>
