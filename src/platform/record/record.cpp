#include "platform/record/record.h"

#include "platform/base/json.h"
#include "platform/record/store.h"

namespace record {

namespace {

const Details::Value* find(const std::vector<std::pair<std::string, Details::Value>>& fields,
                           std::string_view name) {
    for (const auto& [key, value] : fields) {
        if (key == name) return &value;
    }
    return nullptr;
}

}  // namespace

std::int64_t Details::integer(std::string_view name) const {
    const auto* value = find(fields_, name);
    return value && std::holds_alternative<std::int64_t>(*value) ? std::get<std::int64_t>(*value)
                                                                 : 0;
}

std::string Details::text(std::string_view name) const {
    const auto* value = find(fields_, name);
    return value && std::holds_alternative<std::string>(*value) ? std::get<std::string>(*value)
                                                                : std::string();
}

std::string Details::json() const {
    auto json = base::Json::object();
    for (const auto& [name, value] : fields_) {
        std::visit([&](const auto& held) { json[name] = held; }, value);
    }
    return json.dump();
}

Details Details::parse(std::string_view text) {
    Details details;
    const base::Json json = base::Json::parse(text);
    for (auto field = json.begin(); field != json.end(); ++field) {
        if (field->is_number_integer()) {
            details.fields_.emplace_back(field.key(), field->get<std::int64_t>());
        } else {
            details.fields_.emplace_back(field.key(), field->get<std::string>());
        }
    }
    return details;
}

void Record::append(std::string_view kind, std::int64_t subject, const Details& details) {
    store::FactRow row;
    row.at = now_;
    if (actor_) row.actor = actor_;
    row.kind = kind;
    row.subject = subject;
    row.details = details.json();
    store::append(tx_, row);
}

}  // namespace record
