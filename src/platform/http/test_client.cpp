#include "platform/http/test_client.h"

#include <cstdlib>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace http::test {

namespace {

constexpr std::chrono::milliseconds patience{15'000};

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool is_readable_within(int socket, std::chrono::milliseconds time) {
    pollfd waiting{socket, POLLIN, 0};
    return ::poll(&waiting, 1, static_cast<int>(time.count())) > 0;
}

Reading read_head(std::string_view head) {
    Reading reading;
    const auto line_end = head.find("\r\n");
    reading.line = head.substr(0, line_end);
    if (reading.line.size() > 12) reading.status = std::atoi(reading.line.c_str() + 9);
    head.remove_prefix(line_end + 2);
    while (!head.empty() && !head.starts_with("\r\n")) {
        const auto end = head.find("\r\n");
        const auto colon = head.find(": ");
        reading.headers.push_back({std::string(head.substr(0, colon)),
                                   std::string(head.substr(colon + 2, end - colon - 2))});
        head.remove_prefix(end + 2);
    }
    return reading;
}

}  // namespace

std::string_view Reading::header(std::string_view name) const {
    for (const auto& header : headers)
        if (same_name(header.name, name)) return header.value;
    return {};
}

Client::Client(std::uint16_t port, int receive_buffer_bytes)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receive_buffer_bytes > 0)
        ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof(int));
    const auto address = loopback(port);
    if (::connect(socket_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) < 0)
        socket_ = Descriptor();
}

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void Client::end_sending() {
    ::shutdown(socket_.get(), SHUT_WR);
}

void Client::reset() {
    const linger at_once{1, 0};
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    socket_ = Descriptor();
}

bool Client::fill() {
    char bytes[16 * 1024];
    if (!is_readable_within(socket_.get(), patience)) return false;
    const auto count = ::recv(socket_.get(), bytes, sizeof bytes, 0);
    if (count <= 0) return false;
    unread_.append(bytes, static_cast<std::size_t>(count));
    return true;
}

std::optional<Reading> Client::read(bool is_to_head) {
    auto end = unread_.find("\r\n\r\n");
    while (end == std::string::npos) {
        if (!fill()) return std::nullopt;
        end = unread_.find("\r\n\r\n");
    }
    Reading reading = read_head(std::string_view(unread_).substr(0, end + 4));
    unread_.erase(0, end + 4);
    if (is_to_head || reading.status == 304 || reading.status == 204 || reading.status == 100)
        return reading;
    const auto length = reading.header("content-length");
    if (length.empty()) {
        reading.body = read_to_end();
        return reading;
    }
    const auto size = std::strtoull(length.data(), nullptr, 10);
    while (unread_.size() < size)
        if (!fill()) return std::nullopt;
    reading.body = unread_.substr(0, size);
    unread_.erase(0, size);
    return reading;
}

std::string Client::read_some() {
    if (unread_.empty()) fill();
    return std::exchange(unread_, {});
}

std::string Client::read_to_end() {
    while (fill()) {}
    return std::exchange(unread_, {});
}

bool Client::ends_within(std::chrono::milliseconds time) {
    if (!unread_.empty() || !is_readable_within(socket_.get(), time)) return false;
    char byte;
    return ::recv(socket_.get(), &byte, 1, 0) <= 0;
}

std::uint16_t Client::local_port() const {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(socket_.get(), reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

TestServer::TestServer(Handler handler, const Adjust& adjust) {
    std::string name = std::filesystem::temp_directory_path() / "http-test-XXXXXX";
    folder_ = ::mkdtemp(name.data());
    Server::Options options;
    options.listen.port = 0;
    options.spool_folder = folder_;
    if (adjust) adjust(options);
    server_ = std::make_unique<Server>(std::move(options), std::move(handler));
    thread_ = std::thread([this] { server_->run(); });
}

TestServer::~TestServer() {
    server_->stop();
    if (thread_.joinable()) thread_.join();
    server_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::size_t TestServer::spooled_files() const {
    const std::filesystem::directory_iterator files(folder_);
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

Response page(std::string text) {
    Response response;
    response.body = std::move(text);
    return response.with("Content-Type", "text/plain; charset=utf-8"), response;
}

Handler echo() {
    return [](Request request, Reply reply) {
        const char* method = request.method == Method::get    ? "GET "
                             : request.method == Method::head ? "HEAD "
                                                              : "POST ";
        std::string text = method + request.path;
        if (!request.query.empty()) text += "?" + request.query;
        if (!request.body.empty()) text += " " + request.body;
        if (!request.body_file.empty())
            text += " file of " + std::to_string(std::filesystem::file_size(request.body_file));
        reply(page(std::move(text)));
    };
}

std::string get(std::string_view path, std::string_view more_headers) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more_headers) +
           "\r\n";
}

bool becomes_true(const std::function<bool()>& condition) {
    for (int count = 0; count < 1'000; ++count) {
        if (condition()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

}  // namespace http::test
