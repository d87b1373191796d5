// measure N COMMAND [ARGUMENT…]: runs a command N times, its standard output thrown away, and prints on one line:
// least wall seconds, median wall seconds, least CPU seconds (user + system), greatest resident megabytes.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec / 1e6; }

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    int runs = argc > 2 ? atoi(argv[1]) : 0;
    if (runs < 1) {
        fprintf(stderr, "usage: measure N COMMAND [ARGUMENT...]\n");
        return 2;
    }
    double *wall = calloc((size_t)runs, sizeof *wall), cpu = 1e300;
    long peak = 0;
    for (int run = 0; run < runs; run++) {
        double start = now();
        pid_t child = fork();
        if (child < 0) {
            perror("measure: fork");
            return 3;
        }
        if (child == 0) {
            dup2(open("/dev/null", O_WRONLY), STDOUT_FILENO);
            execvp(argv[2], argv + 2);
            fprintf(stderr, "measure: %s: %s\n", argv[2], strerror(errno));
            _exit(127);
        }
        int status;
        struct rusage used;
        if (wait4(child, &status, 0, &used) < 0) {
            perror("measure: wait4");
            return 3;
        }
        wall[run] = now() - start;
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            fprintf(stderr, "measure: %s failed (status %d)\n", argv[2], status);
            return 3;
        }
        double spent = seconds(used.ru_utime) + seconds(used.ru_stime);
        if (spent < cpu) cpu = spent;
        if (used.ru_maxrss > peak) peak = used.ru_maxrss;
    }
    qsort(wall, (size_t)runs, sizeof *wall, ascending);
#ifdef __APPLE__
    double unit = 1e6;  // bytes
#else
    double unit = 1e6 / 1024;  // kibibytes
#endif
    printf("%.4f %.4f %.4f %.1f\n", wall[0], wall[runs / 2], cpu, (double)peak / unit);
}
