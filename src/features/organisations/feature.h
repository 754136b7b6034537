#pragma once
// The manifest of the organisations.

#include "features/organisations/directory.h"
#include "platform/kit/feature.h"
#include "platform/web/form.h"

namespace organisations {

// The directory is shared by all features in which organisations are found by name.
kit::Feature feature(const DirectoryPtr& directory);

// For the forms of any feature: a search, and what it found, of which one is to be chosen. Two
// parts of one page, in two forms; with script the second follows what is typed into the first.
struct Picker {
    std::string words;
    std::vector<Organisation> found;
};
// Of ?name=…, or as it was on the page drawn again.
Picker picker(const web::Call& call, Directory& directory, const Organisation* except = nullptr);
html::Html search_part(const Picker& picker, std::string_view path, std::string_view label);
// The field's value is the organisation's code.
html::Html choices_part(const web::Call& call, const Picker& picker, const web::FieldFace& face);

}  // namespace organisations
