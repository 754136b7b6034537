#pragma once
// What a handler holds while a request lasts: who asks, what was sent, and the way to open a
// feature. It has no database in reach, no socket, no file and no clock of its own.

#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/html/html.h"
#include "platform/http/message.h"
#include "platform/http/multipart.h"
#include "platform/identity/identity.h"
#include "platform/record/record.h"
#include "platform/web/page.h"
#include "platform/web/route.h"

#include <any>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace web {

// What a form was sent back for; each with the field it belongs to.
using Refused = std::vector<base::Refusal>;

// Whether this is what a mail program sends where one press stops a list (RFC 8058).
bool is_one_click_form(const http::Fields& form);

// Thrown by again(): the site rolls back and draws the page anew with what was typed. Outside of a
// POST there is nothing to draw again: there it is a fault like any other.
struct DrawAgain : std::logic_error {
    DrawAgain(Handler its_page, Refused its_refused);
    Handler page;
    Refused refused;
};

class Call {
public:
    // What the site knows before the handler runs.
    struct Setting {
        const http::Request& request;
        const Route* route;
        const PathValues& values;
        const identity::SignedIn* signed_in;  // nullptr: a visitor
        std::string_view visitor_secret;      // binds form tokens of visitors
        const Community& community;
        const base::Zone& zone;
        const http::Fields* form;        // POST, or the page drawn again
        const std::vector<http::Upload>* uploads;
        const Refused* refused;          // the page drawn again
        const std::any* prepared;
        std::string_view base_url;
    };

    Call(const Setting& setting, sql::Tx& tx, const identity::Actor& actor, base::Instant now);
    Call(const Call&) = delete;

    const identity::Actor& actor() const { return floor_.actor; }
    base::Instant now() const { return floor_.now; }
    const base::Zone& zone() const { return setting_.zone; }
    const Community& community() const { return setting_.community; }
    const http::Request& request() const { return setting_.request; }
    std::string_view base_url() const { return setting_.base_url; }

    // The feature as this actor sees it; `more`: what else it is made of, but for the data.
    template <class Feature, class... More>
    Feature open(More&&... more) const {
        return Feature(floor_, std::forward<More>(more)...);
    }

    // The id that a path part begins with: "12-ambient-voice" is 12. NotFound if it is none.
    template <class AnyId>
    AnyId id(std::string_view name) const {
        return AnyId{number(name)};
    }
    std::string_view part(std::string_view name) const;  // of the path; "" if there is none
    const http::Fields& query() const { return query_; }
    const http::Fields& form() const;  // of a POST, or of the page drawn again
    // The file of that field, where the route takes files; nullptr where none was chosen.
    const http::Upload* upload(std::string_view field) const;
    bool is_drawn_again() const { return setting_.refused != nullptr; }
    const Refused& refused() const;
    // The value of a field as typed, on a page drawn again; else what it was.
    std::string typed(std::string_view field, std::string_view otherwise) const;
    template <class T>
    const T& prepared() const {
        return std::any_cast<const T&>(*setting_.prepared);
    }

    // The same for as long as nothing was committed by anyone; see keep.h.
    const std::string& version();

    // Answers. A page drawn again is a 422 where something was refused; where nothing was, what was
    // typed stands on it all the same: a step aside, such as a search within the form.
    http::Response page(Page page);
    http::Response redirect(std::string_view path, std::string_view flash = {}) const;
    [[noreturn]] http::Response again(Handler page, Refused refused) const;
    [[noreturn]] http::Response again(Handler page, base::Refusal refusal) const;

    // Carried out in a transaction of its own after the answer has left; nobody waits for it. Lost
    // if the program ends between the two, and what goes wrong is only logged: for what costs
    // little when it is missing. May run more than once, as any transaction.
    void afterwards(std::function<void(const record::Floor&)> work);

    // Opens and closes sessions: the cookie is the site's business.
    http::Response sign_in(const identity::NewSession& session, std::string_view path,
                           std::string_view flash = {}) const;
    http::Response sign_out(std::string_view path) const;
    identity::SessionId session() const;  // 0: a visitor

    // Within every form: the token, and the number that lets a form count once.
    html::Html form_fields() const;
    html::Html token_field() const;
    const std::string& form_token() const;  // the same, for a link that acts
    bool is_token(std::string_view token) const;
    // A value that only this browser's session has (or this visitor), for what goes out and must
    // come back to the same browser; another one for each purpose.
    std::string bound(std::string_view purpose) const;

private:
    friend class Site;
    std::int64_t number(std::string_view name) const;
    std::string_view secret() const;

    const Setting setting_;
    const record::Floor floor_;
    mutable std::string token_;  // one a page is enough: the next page has other bytes
    http::Fields query_;
    std::string version_;
    std::optional<Page> page_;
    std::vector<std::function<void(const record::Floor&)>> afterwards_;
};

}  // namespace web
