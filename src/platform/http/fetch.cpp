#include "platform/http/fetch.h"

#include <curl/curl.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace http {

namespace {

constexpr std::size_t body_bytes_max = 512 * 1024;
constexpr long connect_ms_max = 3'000, whole_ms_max = 8'000;

struct Freed {
    void operator()(CURL* one) const { curl_easy_cleanup(one); }
    void operator()(curl_slist* one) const { curl_slist_free_all(one); }
};

std::unique_ptr<CURL, Freed> opened() {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    std::unique_ptr<CURL, Freed> handle(ready == CURLE_OK ? curl_easy_init() : nullptr);
    if (!handle) throw std::runtime_error("libcurl could not be made ready");
    return handle;
}

std::size_t keep(char* part, std::size_t size, std::size_t count, void* context) {
    auto& body = *static_cast<std::string*>(context);
    if (body.size() + size * count > body_bytes_max) return 0;  // ends the transfer
    body.append(part, size * count);
    return size * count;
}

bool is_this_machine(std::string_view url) {
    for (const std::string_view host : {"http://localhost", "http://127.0.0.1", "http://[::1]"}) {
        const auto after = url.size() > host.size() ? url[host.size()] : '/';
        if (url.starts_with(host) && (after == ':' || after == '/')) return true;
    }
    return false;
}

}  // namespace

Fetched fetch(const FetchRequest& request) {
    if (!request.url.starts_with("https://") && !is_this_machine(request.url)) {
        return {.trouble = "only https:// is asked"};
    }
    const auto handle = opened();
    const auto set = [&](CURLoption option, auto value) {
        const CURLcode result = curl_easy_setopt(handle.get(), option, value);
        if (result != CURLE_OK) throw std::runtime_error(curl_easy_strerror(result));
    };
    Fetched fetched;
    std::array<char, CURL_ERROR_SIZE> reason{};
    std::unique_ptr<curl_slist, Freed> headers(curl_slist_append(nullptr,
                                                                 "Accept: "
                                                                 "application/json"));
    if (!request.bearer.empty()) {
        const std::string line = "Authorization: Bearer " + request.bearer;
        headers.reset(curl_slist_append(headers.release(), line.c_str()));
    }
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, connect_ms_max);
    set(CURLOPT_TIMEOUT_MS, whole_ms_max);
    set(CURLOPT_ERRORBUFFER, reason.data());
    set(CURLOPT_WRITEFUNCTION, &keep);
    set(CURLOPT_WRITEDATA, &fetched.body);
    if (!request.user.empty()) {
        set(CURLOPT_USERNAME, request.user.c_str());
        set(CURLOPT_PASSWORD, request.password.c_str());
        set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    }
    if (!request.form.empty()) {
        set(CURLOPT_POSTFIELDSIZE, static_cast<long>(request.form.size()));
        set(CURLOPT_POSTFIELDS, request.form.c_str());
    }
    const CURLcode result = curl_easy_perform(handle.get());
    if (result != CURLE_OK) {
        return {.trouble = reason[0] != '\0' ? reason.data() : curl_easy_strerror(result)};
    }
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    fetched.status = static_cast<int>(status);
    return fetched;
}

}  // namespace http
