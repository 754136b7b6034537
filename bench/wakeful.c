/* A client that never sleeps, for wrk by LD_PRELOAD: epoll_wait asks again until there is something.
 *
 * What sends to a sleeping client pays for waking it: in a virtual machine some 20 us, an interrupt
 * to another core through the hypervisor. Who answers in 7 us keeps the client awake and never pays;
 * who answers in 70 us would pay at each answer, for what is a property of the client. */
#define _GNU_SOURCE
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static long long now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

int epoll_wait(int set, struct epoll_event *events, int events_max, int timeout_ms) {
    const long long end = timeout_ms < 0 ? -1 : now_ms() + timeout_ms;
    for (;;) {
        const int count = (int)syscall(SYS_epoll_wait, set, events, events_max, 0);
        if (count != 0) return count;
        if (end >= 0 && now_ms() >= end) return 0;
    }
}
