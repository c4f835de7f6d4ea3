// Linux calls that the Glibc module does not export.
#pragma once
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// glibc declares these under _GNU_SOURCE alone, which would make this module's structs differ from Glibc's.
extern int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);
extern int pipe2(int *ends, int flags);
extern long syscall(long number, ...);
extern int pthread_setname_np(pthread_t thread, const char *name);
extern int vfork(void) __attribute__((returns_twice));

// glibc wraps sched_setattr(2) from 2.41 on only. Makes the calling thread nice 19 with a slice of so many nanoseconds,
// which kernels before 6.12 pass over.
static inline int clinux_be_nice(unsigned long long slice)
{
    struct {
        unsigned int size, policy;
        unsigned long long flags;
        int nice;
        unsigned int priority;
        unsigned long long runtime, deadline, period;
    } attributes = { sizeof attributes, 0, 0, 19, 0, slice, 0, 0 };
    return (int)syscall(SYS_sched_setattr, 0, &attributes, 0);
}

// Closes the process's memory and variables to all that root has not sent: /proc/PID/environ, mem and fd, ptrace(2), and core
// files. prctl(2) takes what arguments there are, so Swift cannot call it. 0, or -1 with errno.
static inline int clinux_close_memory(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

// A program to start, and what it may use.
struct clinux_program {
    const char *path, *folder;
    char *const *arguments, *const *environment;
    // What becomes its standard input, and its standard output and error.
    int input, output;
    // Whose it is, with no other groups; kept as it is when has_owner is 0, and then processes are not limited either,
    // for that counts all of the user.
    int has_owner;
    unsigned int user, group;
    unsigned long long data, files, processes;
};

// Starts a program in a session of its own that ends with the calling thread, has no other descriptors than those, no
// signal handlers, and can gain no privileges. Answers its number, or -1: then errno says why, and *step at what.
//
// By vfork, since a copy of a large process is dear and posix_spawn sets no limits. The child shares our memory until it
// has become the program: it makes plain system calls only, and no signal may reach it meanwhile. The ids are set by the
// kernel's own calls because glibc's would set them in all our threads.
static inline int clinux_start(const struct clinux_program *program, const char **step)
{
    sigset_t all, usual;
    const char *volatile failed = 0;
    volatile int code = 0;
    const int parent = getpid();
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &usual);
    const int child = vfork();
    if (child == 0) {
        const struct rlimit none = { 0, 0 }, data = { program->data, program->data },
                            files = { program->files, program->files },
                            processes = { program->processes, program->processes };
        struct sigaction normal = { 0 };
        sigset_t nothing;
        normal.sa_handler = SIG_DFL;
        for (int number = 1; number < NSIG; number++) sigaction(number, &normal, 0);
        failed = "its session";
        if (setsid() < 0) goto fail;
        failed = "its descriptors";
        if (dup2(program->input, 0) < 0 || dup2(program->output, 1) < 0 || dup2(program->output, 2) < 0) goto fail;
        // Where the kernel lacks it (before 5.9) our descriptors close by themselves: all are made so.
        syscall(436 /* close_range */, 3, ~0U, 0);
        failed = "its limits";
        if (setrlimit(RLIMIT_CORE, &none) || setrlimit(RLIMIT_DATA, &data) || setrlimit(RLIMIT_NOFILE, &files)) goto fail;
        if (program->has_owner) {
            if (setrlimit(RLIMIT_NPROC, &processes)) goto fail;
            failed = "its user";
            if (syscall(SYS_setgroups, 0, 0) || syscall(SYS_setresgid, program->group, program->group, program->group)
                || syscall(SYS_setresuid, program->user, program->user, program->user))
                goto fail;
        }
        // After the user, whose change would undo it; the parent may have ended in between.
        failed = "its end with us";
        if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) || getppid() != parent) goto fail;
        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)) goto fail;
        failed = "its folder";
        if (chdir(program->folder)) goto fail;
        failed = "the program";
        sigemptyset(&nothing);
        sigprocmask(SIG_SETMASK, &nothing, 0);
        execve(program->path, program->arguments, program->environment);
    fail:
        code = errno;
        _exit(127);
    }
    const int reason = child < 0 ? errno : code;
    pthread_sigmask(SIG_SETMASK, &usual, 0);
    *step = child < 0 ? "a process" : failed;
    if (child > 0 && reason != 0) {
        int status;
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    }
    if (child > 0 && reason == 0) return child;
    errno = reason;
    return -1;
}

// glibc has it from 2.36 on only, and not in every header.
static inline int clinux_pidfd_open(int process)
{
    return (int)syscall(434 /* pidfd_open */, process, 0);
}

// Starts a process that outlives a killed parent: it reads numbers of process groups from the descriptor, takes those back
// that come again as negative ones, and kills the groups that are left when the other end is closed. Its number, or -1.
//
// A copy of ours and no program, which would have to be found: it makes plain system calls only, holds nothing else open,
// and no signal but SIGKILL ends it before its time.
static inline int clinux_start_keeper(int descriptor)
{
    enum { most = 16384 };
    int groups[most], count = 0, number;
    sigset_t all;
    const int child = fork();
    if (child != 0) return child;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, 0);
    setsid();
    prctl(PR_SET_NAME, "orderd-keeper", 0, 0, 0);
    if (dup2(descriptor, 0) < 0) _exit(1);
    if (syscall(436 /* close_range */, 1, ~0U, 0) != 0)
        for (int other = 1; other < 65536; other++) close(other);
    for (;;) {
        const ssize_t size = read(0, &number, sizeof number);
        if (size < 0 && errno == EINTR) continue;
        if (size != sizeof number) break;
        int place = 0;
        while (place < count && groups[place] != (number < 0 ? -number : number)) place++;
        if (number < 0 && place < count) groups[place] = groups[--count];
        if (number > 0 && place == count && count < most) groups[count++] = number;
    }
    for (int place = 0; place < count; place++) kill(-groups[place], SIGKILL);
    _exit(0);
}
