#pragma once
// A live stream between the two that share it: the connection, on the loop's thread, and the Stream
// that the handler got, on any. It holds what waits to be sent, and no socket.

#include "platform/http/mailbox.h"
#include "platform/http/message.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace http {

// Safe for concurrent use.
class StreamQueue {
public:
    StreamQueue(std::shared_ptr<Mailbox> mailbox, Ticket ticket);

    // For the handler's side.
    void send(std::string bytes);
    void close();
    bool is_open() const { return is_open_.load(std::memory_order_relaxed); }

    // For the connection's side.
    std::string take();    // all that waits, now under way
    void sent();           // what was under way is out
    bool has_waiting();
    bool is_finished();    // closed, and nothing waits
    bool is_overrun();     // its peer did not keep up: to be cut off
    void end();            // the connection is gone

private:
    void wake_loop();  // with the mutex held

    std::mutex mutex_;
    std::string waiting_;
    std::size_t under_way_ = 0;
    bool is_woken_ = false;
    bool is_overrun_ = false;
    std::atomic<bool> is_open_ = true;
    std::shared_ptr<Mailbox> mailbox_;  // shared with the loop, which may go first
    Ticket ticket_;
};

// The queue is shared by connection and handler; when the handler lets go, the stream is closed.
std::shared_ptr<Stream> stream_over(std::shared_ptr<StreamQueue> queue);

}  // namespace http
