#pragma once
// A site on which everybody has done everything: rows of Ann Lee in every table that can hold a
// person's, and others beside them. For what must reach all that is held of somebody.

#include "features/forum/forum.h"
#include "features/membership/applications.h"
#include "tests/support/test_site.h"

#include <set>
#include <string>
#include <utility>

namespace testing_site {

class LivedSiteTest : public SiteTest {
protected:
    void SetUp() override;
    void live();

    // Every pair of table and column that refers to a person: by a foreign key, or by its name.
    std::set<std::pair<std::string, std::string>> columns_of_persons();
    std::int64_t rows_of(const std::string& table, const std::string& column,
                         identity::PersonId person);

    forum::TopicId topic_;
    membership::ApplicationId application_;

private:
    void talk();
    void apply_and_decide();
    void vouch_and_admit();
    void report_and_decide();
    void seal_and_open();
    void take_outside();
};

}  // namespace testing_site
