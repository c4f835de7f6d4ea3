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
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// glibc declares these under _GNU_SOURCE alone, which would make this module's structs differ from Glibc's.
extern int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);
extern int pipe2(int *ends, int flags);
extern long syscall(long number, ...);
extern int pthread_setname_np(pthread_t thread, const char *name);

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
