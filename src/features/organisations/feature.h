#pragma once
// The manifest of the organisations.

#include "features/organisations/directory.h"
#include "platform/kit/feature.h"
#include "platform/web/form.h"

namespace organisations {

// The directory is shared by all features in which organisations are found by name.
kit::Feature feature(const DirectoryPtr& directory);

// For the forms of any feature: a search, and what it found, of which one is to be chosen. It is
// a part of the form: its button sends the whole of it, and the page is drawn again with all that
// was typed. With script what was found follows typing.
struct Picker {
    std::string field;  // its value is the organisation's code
    std::string words;
    std::vector<Organisation> found;
    std::optional<Organisation> chosen;  // stays on offer, whatever is looked for next
};
// Of ?name=… and ?FIELD=…, or as it was on the page drawn again.
Picker picker(const web::Call& call, Directory& directory, std::string_view field,
              const Organisation* except = nullptr);
// Where its page is asked for by GET, where the form is sent, and what the search is called.
struct PickerFace {
    std::string page, action, search;
};
html::Html picker_part(const web::Call& call, const Picker& picker, const PickerFace& where,
                       const web::FieldFace& face);
// Whether a form was sent to look for something: by the search's button, or by Enter in its field.
// Words that nobody has looked for yet are looked for first, however the form was sent.
bool is_search(const web::Call& call);

}  // namespace organisations
