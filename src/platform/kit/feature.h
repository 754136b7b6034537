#pragma once
// The manifest: all that a feature hands to the app, in one value. What is compulsory has no
// default, so a manifest without it does not compile.

#include "platform/identity/holding.h"
#include "platform/identity/merger.h"
#include "platform/identity/permission.h"
#include "platform/record/reader.h"
#include "platform/sql/tx.h"
#include "platform/web/page.h"
#include "platform/web/route.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kit {

// What is wrong with the stored data, in sentences; empty where all is well.
using Check = std::function<std::vector<std::string>(sql::Tx&)>;
// Removes or masks all that is held of a person; `keeps` says what stays and why.
using Forget = std::function<void(const record::Floor&, identity::PersonId)>;
// Passes all that is held of one account of a person to their other one, in the same transaction as
// all features do; a refusal leaves everything as it was. Then only the record names the first.
using Merge = std::function<base::Verdict(const record::Floor&, const identity::Merger&)>;
inline base::Verdict nothing_to_merge(const record::Floor&, const identity::Merger&) {
    return base::allowed;  // of a feature that holds nothing of a person
}
// Hands over all that is held of the floor's actor. It takes no other person: what is held of
// somebody is handed to them and to nobody else.
using Hold = std::function<std::vector<identity::Holding>(const record::Floor&)>;

// What is kept for how long, and why. The purge is told the moment before which all of it goes, and
// that moment is reckoned from `kept`: what is stated is what is done.
struct Retention {
    std::string name;  // "notes.drafts": of its counts
    std::string what;  // "Drafts"
    std::string from;  // "after they were saved"; without `kept`: "As long as you have an account"
    std::string why;   // a sentence
    std::optional<std::chrono::seconds> kept = {};
    std::function<std::int64_t(sql::Tx&, base::Instant before)> purge = {};  // rows gone; by night
};

// Wraps a value that must be named in the manifest.
template <class T>
struct Required {
    Required(T value) : value(std::move(value)) {}  // NOLINT: written as the value itself
    template <class U>
        requires std::convertible_to<U, T>
    Required(U&& value) : value(std::forward<U>(value)) {}  // NOLINT
    T value;
};

// What a feature has for the actor's first page of the day.
struct TodayPart {
    enum class Place { waiting, main, rail };
    Place place = Place::main;
    html::Html html;      // waiting: list items; else a section with its own heading
    std::string summary;  // for the line under the greeting: "22 new posts in 6 topics"
};
using Today = std::function<std::vector<TodayPart>(web::Call&)>;

struct Feature {
    Required<std::string> name;
    Required<std::function<void(web::Routes&)>> routes;
    Required<Forget> forget;
    Required<Merge> merge;
    Required<Hold> hold;
    Required<Check> check;
    std::vector<std::string> keeps = {};  // sentences, for whoever wants to be erased
    std::vector<Retention> retains = {};
    std::vector<std::string_view> about_persons = {};  // its kinds of facts whose subject is one
    std::vector<identity::Grant> grants = {};
    std::vector<record::Listener> listeners = {};
    std::vector<record::Watcher> watchers = {};
    web::Menu menu = {};
    web::Bar bar = {};  // one feature at most
    web::Banner banner = {};  // one feature at most
    web::Signposts signposts = {};
    Today today = {};
};

}  // namespace kit
