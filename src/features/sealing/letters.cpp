#include "features/sealing/letters.h"

#include "features/sealing/facts.h"
#include "features/sealing/store.h"

namespace sealing {

namespace {

constexpr auto news_for = base::days{7};  // then they know

// To all who hold a key now, but for these.
void write_to_officers(const record::Floor& floor, const store::Row& opening, const kit::News& news,
                       const Mailing& mailing) {
    for (const Key& key : store::keys(floor.tx)) {
        if (!key.is_present() || !key.holder) continue;
        if (key.holder == opening.asker || key.holder == opening.ender) continue;
        kit::write(floor, *key.holder, news, mailing);
    }
}

}  // namespace

void tell_concerned(const record::Floor& floor, const record::StoredFact& fact,
                    const Mailing& mailing) {
    const bool is_asked = fact.kind == OpeningAsked::kind;
    if ((!is_asked && fact.kind != NameOpened::kind) || floor.now - fact.at > news_for) return;
    const auto opening = store::find_opening(floor.tx, OpeningId{fact.subject});
    if (!opening) return;
    const std::string of_key = "You get this because you hold a key to sealed names.";
    const auto path = path_to(opening->id);
    const leaving::Provenance from{"sealing.opening", opening->id.value, 0};
    if (is_asked) {
        if (opening->state != State::waits) return;
        write_to_officers(floor, *opening,
                          {"A second officer is needed",
                           "Another officer asks to open a sealed name. The ground stands on a "
                           "page: agree to it or decline.",
                           of_key, "Read the ground", path, from},
                          mailing);
        return;
    }
    if (opening->found) {
        kit::write(floor, *opening->found,
                   {"Something that concerns you was decided",
                    "Two officers have acted in something that concerns you. What, and why, "
                    "stands on a page.",
                    "You get this because it concerns you.", "Read what was decided", path, from},
                   mailing);
    }
    if (!opening->is_own) return;
    write_to_officers(floor, *opening,
                      {"An officer opened their own name",
                       "A sealed name that two officers opened was that of one of them. It is "
                       "counted in the public table.",
                       of_key, "See the opening", path, from},
                      mailing);
}

}  // namespace sealing
