// floor FILE: the bare, single-threaded libyaml event loop over a file. Nothing that reads YAML with libyaml on one
// core can be faster; it is what the other numbers are measured against.
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

static void fail(const char *what, const char *why) {
    fprintf(stderr, "floor: %s: %s\n", what, why);
    exit(2);
}

int main(int argc, char **argv) {
    if (argc != 2) fail("usage", "floor FILE");
    FILE *file = fopen(argv[1], "rb");
    if (!file) fail(argv[1], "cannot be opened");
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    unsigned char *text = malloc(size + 1);
    if (!text || fread(text, 1, size, file) != size) fail(argv[1], "cannot be read");
    fclose(file);

    yaml_parser_t parser;
    yaml_event_t event;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, text, size);
    unsigned long count = 0;
    for (int done = 0; !done; count++) {
        if (!yaml_parser_parse(&parser, &event)) fail(argv[1], parser.problem);
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    printf("%lu\n", count);
    free(text);
}
