#pragma once
// How other threads reach the loop: answers to requests and words to live streams go through one
// mailbox. It outlives the loop, for a reply may come when the server is gone.

#include "platform/http/message.h"
#include "platform/http/spool.h"
#include "platform/http/writer.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace http {

// Names one request on one connection. The serial is never used twice, so an answer that comes late
// finds nobody instead of the wrong one.
struct Ticket {
    std::uint32_t slot = 0;
    std::uint64_t serial = 0;
};

struct Answer {
    Response response = {};
    std::unique_ptr<Spool> spool = {};  // the request's body on disk; gone when the answer is
    bool was_dropped = false;           // the handler let go of its reply without an answer
};

struct Mail {
    std::vector<std::pair<Ticket, Answer>> answers;
    std::vector<Ticket> streams;  // that have something to send or to say
};

class Receiver {
public:
    virtual ~Receiver() = default;
    virtual void receive(Ticket ticket, Answer answer) = 0;  // on the loop's thread only
    virtual void mail_waits() = 0;                           // from any thread
};

// Safe for concurrent use.
class Mailbox {
public:
    explicit Mailbox(Receiver& receiver) : receiver_(&receiver) {}
    void put(Ticket ticket, Answer answer);
    void wake(Ticket stream);
    Mail take();

    void attend();  // this thread is the loop's: what it puts is received at once
    void leave();   // no thread is
    void close();   // the receiver goes; what comes from now on is dropped

private:
    template <class Add>
    void add(Add add_to_mail);

    std::mutex mutex_;  // of the mail
    Mail mail_;
    bool is_waiting_ = false;
    bool is_closed_ = false;
    std::mutex telling_;  // of the receiver, which may go; taken after `mutex_`, or alone
    Receiver* receiver_;
    std::atomic<std::thread::id> loop_thread_{};
};

// The callable behind a Reply. Lives on one thread at a time; answers once, with 500 if dropped.
class PendingReply {
public:
    PendingReply(std::shared_ptr<Mailbox> mailbox, Ticket ticket, Wishes wishes,
                 std::unique_ptr<Spool> spool);
    PendingReply(PendingReply&&) noexcept = default;
    PendingReply& operator=(PendingReply&&) = delete;
    ~PendingReply();
    void operator()(Response response);

private:
    std::shared_ptr<Mailbox> mailbox_;  // shared with the loop and all other replies and streams
    Ticket ticket_;
    Wishes wishes_;
    std::unique_ptr<Spool> spool_;
};

}  // namespace http
