#include "platform/http/live_stream.h"

#include <utility>

namespace http {

namespace {

constexpr std::size_t waiting_bytes_max = 64 * 1024;

class OpenStream final : public Stream {
public:
    explicit OpenStream(std::shared_ptr<StreamQueue> queue) : queue_(std::move(queue)) {}
    OpenStream(const OpenStream&) = delete;
    OpenStream& operator=(const OpenStream&) = delete;
    ~OpenStream() override { queue_->close(); }
    void send(std::string bytes) override { queue_->send(std::move(bytes)); }
    void close() override { queue_->close(); }
    bool is_open() const override { return queue_->is_open(); }

private:
    std::shared_ptr<StreamQueue> queue_;
};

}  // namespace

StreamQueue::StreamQueue(std::shared_ptr<Mailbox> mailbox, Ticket ticket)
    : mailbox_(std::move(mailbox)), ticket_(ticket) {}

void StreamQueue::send(std::string bytes) {
    const std::scoped_lock lock(mutex_);
    if (!is_open_) return;
    if (waiting_.size() + under_way_ + bytes.size() > waiting_bytes_max) {
        is_overrun_ = true;
        is_open_ = false;
    } else if (waiting_.empty()) {
        waiting_ = std::move(bytes);
    } else {
        waiting_ += bytes;
    }
    wake_loop();
}

void StreamQueue::close() {
    const std::scoped_lock lock(mutex_);
    if (is_open_.exchange(false)) wake_loop();
}

std::string StreamQueue::take() {
    const std::scoped_lock lock(mutex_);
    is_woken_ = false;
    under_way_ = waiting_.size();
    return std::exchange(waiting_, {});
}

void StreamQueue::sent() {
    const std::scoped_lock lock(mutex_);
    under_way_ = 0;
}

bool StreamQueue::has_waiting() {
    const std::scoped_lock lock(mutex_);
    return !waiting_.empty();
}

bool StreamQueue::is_finished() {
    const std::scoped_lock lock(mutex_);
    return !is_open_ && waiting_.empty();
}

bool StreamQueue::is_overrun() {
    const std::scoped_lock lock(mutex_);
    return is_overrun_;
}

void StreamQueue::end() {
    const std::scoped_lock lock(mutex_);
    is_open_ = false;
    std::string().swap(waiting_);
}

void StreamQueue::wake_loop() {
    if (!std::exchange(is_woken_, true)) mailbox_->wake(ticket_);
}

std::shared_ptr<Stream> stream_over(std::shared_ptr<StreamQueue> queue) {
    return std::make_shared<OpenStream>(std::move(queue));
}

}  // namespace http
