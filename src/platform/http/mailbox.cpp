#include "platform/http/mailbox.h"

#include <utility>

namespace http {

template <class Add>
void Mailbox::add(Add add_to_mail) {
    {
        const std::scoped_lock lock(mutex_);
        if (is_closed_) return;
        add_to_mail(mail_);
        if (std::exchange(is_waiting_, true)) return;
    }
    // Not while we hold the mail: the loop wakes at once, and would wait for us to let go of it.
    const std::scoped_lock lock(telling_);
    if (receiver_) receiver_->mail_waits();
}

void Mailbox::put(Ticket ticket, Answer answer) {
    if (loop_thread_.load(std::memory_order_relaxed) == std::this_thread::get_id()) {
        receiver_->receive(ticket, std::move(answer));
    } else {
        add([&](Mail& mail) { mail.answers.emplace_back(ticket, std::move(answer)); });
    }
}

void Mailbox::wake(Ticket stream) {
    add([&](Mail& mail) { mail.streams.push_back(stream); });
}

Mail Mailbox::take() {
    const std::scoped_lock lock(mutex_);
    is_waiting_ = false;
    return std::exchange(mail_, {});
}

void Mailbox::attend() {
    loop_thread_ = std::this_thread::get_id();
}

void Mailbox::leave() {
    loop_thread_ = std::thread::id{};
}

void Mailbox::close() {
    const std::scoped_lock lock(mutex_, telling_);
    is_closed_ = true;
    receiver_ = nullptr;
    mail_ = {};
}

PendingReply::PendingReply(std::shared_ptr<Mailbox> mailbox, Ticket ticket, Wishes wishes,
                           std::unique_ptr<Spool> spool)
    : mailbox_(std::move(mailbox)),
      ticket_(ticket),
      wishes_(std::move(wishes)),
      spool_(std::move(spool)) {}

PendingReply::~PendingReply() {
    if (!mailbox_) return;
    mailbox_->put(ticket_, {.spool = std::move(spool_), .was_dropped = true});
}

void PendingReply::operator()(Response response) {
    const auto mailbox = std::move(mailbox_);
    if (!mailbox) return;
    shape(response, wishes_);
    mailbox->put(ticket_, {.response = std::move(response), .spool = std::move(spool_)});
}

}  // namespace http
