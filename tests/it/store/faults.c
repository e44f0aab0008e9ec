/* Put before the system's own functions (LD_PRELOAD), this lets one of the calls by which a program
 * changes a folder go wrong. It is compiled and used by faults.rs.
 *
 * FAULT_FOLDER: the folder, absolute. FAULT_AT: which call, counted from 1; 0 for none.
 * FAULT_KIND: "kill" (the process ends before the call), "torn" (half of what is written is, and the
 * process ends), "fail" (the call fails once), "full" (from then on the disk is full).
 * FAULT_COUNT: a file that gets the number of calls when the program ends. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

static int is_watched(const char *path) {
    const char *folder = getenv("FAULT_FOLDER");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_watched_file(int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return is_watched(path);
}

enum fate { GOES, FAILS, TORN };

/* Counts a call, and decides what becomes of it. */
static enum fate fate(int takes_room) {
    const char *at_text = getenv("FAULT_AT"), *kind = getenv("FAULT_KIND");
    long at = at_text ? atol(at_text) : 0, call = __sync_add_and_fetch(&calls, 1);
    if (at == 0 || !kind || call < at) return GOES;
    if (strcmp(kind, "full") == 0) {
        if (!takes_room) return GOES;
        errno = ENOSPC;
        return FAILS;
    }
    if (call > at) return GOES;
    if (strcmp(kind, "kill") == 0) kill(getpid(), SIGKILL);
    if (strcmp(kind, "torn") == 0) {
        if (!takes_room) kill(getpid(), SIGKILL);
        return TORN;
    }
    errno = EIO;
    return FAILS;
}

__attribute__((destructor)) static void tell(void) {
    const char *count = getenv("FAULT_COUNT");
    FILE *file = count ? fopen(count, "w") : NULL;
    if (file) {
        fprintf(file, "%ld", calls);
        fclose(file);
    }
}

#define REAL(result, name, ...) ((result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

static ssize_t torn(int file, const void *bytes, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t)(file, bytes, length / 2);
    kill(getpid(), SIGKILL);
    return -1;
}

ssize_t write(int file, const void *bytes, size_t length) {
    if (is_watched_file(file)) switch (fate(1)) {
        case FAILS: return -1;
        case TORN: return torn(file, bytes, length);
        case GOES: break;
    }
    return REAL(ssize_t, "write", int, const void *, size_t)(file, bytes, length);
}

static ssize_t written(const char *name, int file, const void *bytes, size_t length, off_t at) {
    if (is_watched_file(file)) switch (fate(1)) {
        case FAILS: return -1;
        case TORN:
            REAL(ssize_t, name, int, const void *, size_t, off_t)(file, bytes, length / 2, at);
            kill(getpid(), SIGKILL);
            return -1;
        case GOES: break;
    }
    return REAL(ssize_t, name, int, const void *, size_t, off_t)(file, bytes, length, at);
}
ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) { return written("pwrite", file, bytes, length, at); }
ssize_t pwrite64(int file, const void *bytes, size_t length, off_t at) { return written("pwrite64", file, bytes, length, at); }

#define OF_FILE(name, takes_room)                                       \
    int name(int file) {                                                \
        if (is_watched_file(file) && fate(takes_room) != GOES) return -1; \
        return REAL(int, #name, int)(file);                             \
    }
OF_FILE(fsync, 1)
OF_FILE(fdatasync, 1)

#define CUT(name)                                                \
    int name(int file, off_t length) {                           \
        if (is_watched_file(file) && fate(0) != GOES) return -1; \
        return REAL(int, #name, int, off_t)(file, length);       \
    }
CUT(ftruncate)
CUT(ftruncate64)

int unlink(const char *path) {
    if (is_watched(path) && fate(0) != GOES) return -1;
    return REAL(int, "unlink", const char *)(path);
}

int rename(const char *from, const char *to) {
    if (is_watched(to) && fate(0) != GOES) return -1;
    return REAL(int, "rename", const char *, const char *)(from, to);
}

#define OPEN(name)                                                                   \
    int name(const char *path, int flags, ...) {                                     \
        va_list rest;                                                                \
        va_start(rest, flags);                                                       \
        mode_t mode = (flags & O_CREAT) ? (mode_t)va_arg(rest, int) : 0;             \
        va_end(rest);                                                                \
        if ((flags & O_CREAT) && is_watched(path) && fate(1) != GOES) return -1;     \
        return REAL(int, #name, const char *, int, ...)(path, flags, mode);          \
    }
OPEN(open)
OPEN(open64)
