// From a visitor to a member: asking, proving the address, applying, being vouched for, decided on,
// refused, appealing; and what is left of the evidence afterwards.

#include "features/membership/applications.h"

#include "features/membership/joining.h"
#include "features/membership/store.h"
#include "tests/support/test_site.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace membership {
namespace {

class ApplicationsTest : public testing_site::SiteTest {
protected:
    void SetUp() override {
        SiteTest::SetUp();
        site().person("Man", {"cnio"}, {"community_manager"});
        site().person("Adm", {"cnio"}, {"administrator"});
        site().person("Cha", {"ccio"}, {"chair"});
        site().person("Bob", {"ccio"});
        site().person("Eva", {"ccio"});
        site().person("Oth", {"cnio"});
        site().person("New");
        site().with_floor("Adm", [](const record::Floor& floor) {
            organisations::Organisations all(floor);
            ASSERT_TRUE(all.import_trusts(
                "RA7,BRISTOL,Y58,QUY,,,,BRISTOL,,BS1,,,,,,,,,,,,0,,K\n"
                "R1A,LONG CLOSED,Y58,QUY,,,,BRISTOL,,BS1,20110401,20200101,,,,,,,,,,0,,K\n",
                base::parse_day("2021-07-31").value(), organisations::Missing::refused));
            const auto seller = all.add(
                {.name = "Seller", .kind = "supplier", .town = "", .nation = "england"});
            ASSERT_TRUE(seller);
        });
    }

    template <class Act>
    auto as(const std::string& name, Act&& act) {
        std::optional<std::invoke_result_t<Act, Applications&>> out;
        site().with_floor(name, [&](const record::Floor& floor) {
            Applications applications(floor);
            out.emplace(act(applications));
        });
        return *std::move(out);
    }
    ApplicationDraft draft() {
        return {.network = "ccio",
                .category = "full",
                .organisation = "RA7",
                .title = "CCIO",
                .began = "2021-01-01",
                .link = "https://example.org/board",
                .words = "The minutes name me.",
                .voucher_1 = "bob@example.org",
                .voucher_2 = "EVA@example.org"};
    }
    base::Result<ApplicationId> apply(const std::string& name, const ApplicationDraft& draft) {
        return as(name, [&](Applications& all) { return all.apply(draft); });
    }
    std::string field(ApplicationDraft draft) {
        const auto sent = apply("New", draft);
        if (sent) {
            as("New", [&](Applications& all) { return all.withdraw(all.application(*sent)); });
        }
        return sent ? "" : sent.error().field;
    }
    ApplicationId applied() {
        const auto sent = apply("New", draft());
        EXPECT_TRUE(sent) << sent.error().sentence;
        site().listen();
        return *sent;
    }
    Filed file(ApplicationId id, const std::string& name = "New") {
        return as(name, [&](Applications& all) { return all.application(id); });
    }
    State state(ApplicationId id) { return file(id).application.state; }
    base::Result<ApplicationId> admit(const std::string& who, ApplicationId id,
                                      const std::string& category = "full") {
        return as(who,
                  [&](Applications& all) { return all.admit(all.application(id), {category}); });
    }
    base::Result<ApplicationId> refuse(const std::string& who, ApplicationId id,
                                       const std::string& reason = "No role is shown.") {
        return as(who,
                  [&](Applications& all) { return all.refuse(all.application(id), {reason}); });
    }
    struct LetterLine {
        std::string address, subject, text;
    };
    std::vector<LetterLine> letters() {
        static const sql::Query<LetterLine()> query{
            "test_letters", "SELECT to_address, subject, text FROM letters ORDER BY id"};
        std::vector<LetterLine> letters;
        site().listen();
        site().database().read([&](sql::Tx& tx) { letters = tx.all(query); });
        return letters;
    }
    static std::string link_in(const std::string& text, const std::string& path) {
        const auto at = text.find("http://localhost" + path);
        EXPECT_NE(at, text.npos) << text;
        const auto begin = at + std::string("http://localhost").size();
        return text.substr(begin, text.find_first_of(" \n\r>", begin) - begin);
    }
};
MOOTHALL_ON_BOTH_ENGINES(ApplicationsTest);

// ---- joining ----

TEST_P(ApplicationsTest, AVisitorProvesTheirAddressAndHasAnAccount) {
    auto visitor = site().visitor();
    const auto form = visitor.get("/join?network=ccio");
    const auto refused = visitor.press(form, "/join", {{"full_name", "Zoë O’Neil"}});
    EXPECT_EQ(refused.status(), 422);
    EXPECT_EQ(refused.fields_of("/join").get("full_name"), "Zoë O’Neil") << "as typed";
    EXPECT_EQ(refused.fields_of("/join").get("network"), "ccio");
    const auto sent = visitor.press(form, "/join",
                                    {{"full_name", "Zoë O’Neil"}, {"email", "zoe@nhs.net"}});
    EXPECT_EQ(sent.location(), "/join/sent");
    ASSERT_EQ(letters().size(), 1u);
    EXPECT_EQ(letters()[0].address, "zoe@nhs.net");
    const auto link = link_in(letters()[0].text, "/join/link/");
    const auto seen = visitor.get(link);  // as a mail filter would, too
    EXPECT_TRUE(seen.says("Good to see you, Zoë O’Neil"));
    auto other_device = site().visitor();
    const auto begun = other_device.press(other_device.get(link), link);
    EXPECT_EQ(begun.location(), "/applications/new?network=ccio");
    EXPECT_EQ(other_device.get(begun.location()).status(), 200);
    EXPECT_TRUE(visitor.get(link).says("used already"));
}

TEST_P(ApplicationsTest, WhoJoinsIsToldWhatThePressSaysYesToAndFindsItInTheLedger) {
    auto visitor = site().visitor();
    visitor.press(visitor.get("/join"), "/join", {{"full_name", "Zoë"}, {"email", "zoe@nhs.net"}});
    const auto link = link_in(letters().at(0).text, "/join/link/");
    const auto seen = visitor.get(link);
    EXPECT_TRUE(seen.says("By going on you say that you have read this:"));
    const std::string text = "/privacy/texts/privacy-notice/1";
    EXPECT_TRUE(seen.has("a[href=" + text + "]"));
    EXPECT_EQ(visitor.get(text).status(), 200) << "before the press, too";
    EXPECT_TRUE(seen.says("neither the identity nor the affiliation of the speaker"))
        << "the Rule stands there in full";
    ASSERT_EQ(visitor.press(seen, link).status(), 303);
    const auto page = visitor.get("/settings/data");
    EXPECT_TRUE(page.says("when joining"));
    EXPECT_EQ(page.all("form[action*=/withdrawal]").size(), 1u) << "and to nothing besides";
    EXPECT_TRUE(page.says("Versions of the Rule that you accepted"));
    EXPECT_TRUE(visitor.get("/rule/acceptance").says("You accepted version 1"));
}

TEST_P(ApplicationsTest, TheAnswerIsTheSameForAMemberWhoGetsAWayIn) {
    auto visitor = site().visitor();
    const auto ask = [&](const std::string& email) {
        const auto page = visitor.press(visitor.get("/join"), "/join",
                                        {{"full_name", "Somebody"}, {"email", email}});
        return std::pair(page.status(), page.location());
    };
    const auto member = ask("BOB@example.org");
    EXPECT_EQ(ask("nobody@example.org"), member);
    ASSERT_EQ(letters().size(), 2u);
    EXPECT_EQ(letters()[0].subject, "You have an account already");
    EXPECT_EQ(letters()[0].address, "bob@example.org") << "as it is known";
    EXPECT_NE(letters()[0].text.find("/sign-in/link/"), std::string::npos);
    EXPECT_EQ(letters()[1].subject, "Go on with joining");
}

TEST_P(ApplicationsTest, NobodysInboxIsFilled) {
    auto visitor = site().visitor();
    for (int n = 0; n < 5; ++n) {
        visitor.press(visitor.get("/join"), "/join",
                      {{"full_name", "Somebody"}, {"email", "nobody@example.org"}});
        site().clock().advance(base::minutes(2));
    }
    EXPECT_EQ(letters().size(), static_cast<std::size_t>(requests_a_day));
}

TEST_P(ApplicationsTest, ALinkIsTooOldAfterADay) {
    auto visitor = site().visitor();
    visitor.press(visitor.get("/join"), "/join",
                  {{"full_name", "Somebody"}, {"email", "nobody@example.org"}});
    const auto link = link_in(letters()[0].text, "/join/link/");
    const auto page = visitor.get(link);
    site().clock().advance(request_life);
    EXPECT_TRUE(visitor.get(link).says("too old"));
    EXPECT_EQ(visitor.press(page, link).status(), 422) << "and the button, too";
    EXPECT_TRUE(visitor.get("/join/link/AAAAAAAAAAAA").says("We do not know this link."));
}

TEST_P(ApplicationsTest, OfTwoLinksOfOneAddressOneIsAWayIn) {
    auto visitor = site().visitor();
    for (int n = 0; n < 2; ++n) {
        visitor.press(visitor.get("/join"), "/join",
                      {{"full_name", "Somebody"}, {"email", "nobody@example.org"}});
    }
    std::int64_t persons = 0;
    const auto count = [&] {
        site().database().read([&](sql::Tx& tx) { persons = identity::store::count_persons(tx); });
        return persons;
    };
    const auto before = count();
    const auto both = letters();
    ASSERT_EQ(both.size(), 2u);
    auto first = site().visitor(), second = site().visitor();
    const auto second_link = link_in(both[1].text, "/join/link/");
    const auto second_page = second.get(second_link);
    const auto first_link = link_in(both[0].text, "/join/link/");
    EXPECT_EQ(first.press(first.get(first_link), first_link).status(), 303);
    EXPECT_EQ(second.press(second_page, second_link).status(), 422) << "no second way in";
    EXPECT_TRUE(second.get(second_link).says("used already"));
    EXPECT_EQ(count(), before + 1);
}

TEST_P(ApplicationsTest, AVisitorSeesWhatSuitsThem) {
    auto visitor = site().visitor();
    EXPECT_FALSE(visitor.get("/join").says("What suits you"));
    const auto suits = visitor.get("/join?as=full&at=trust");
    EXPECT_TRUE(suits.says("Suits you"));
    EXPECT_FALSE(suits.says("Not for you"));
    const auto supplier = visitor.get("/join?as=full&at=supplier");
    EXPECT_FALSE(supplier.says("Suits you"));
}

// ---- applying ----

TEST_P(ApplicationsTest, WhatIsMissingOrDoesNotFitIsSaidAtItsField) {
    const auto with = [&](std::string ApplicationDraft::* member, const std::string& value) {
        ApplicationDraft changed = draft();
        changed.*member = value;
        return field(changed);
    };
    EXPECT_EQ(field(draft()), "");
    EXPECT_EQ(with(&ApplicationDraft::network, "nowhere"), "network");
    EXPECT_EQ(with(&ApplicationDraft::category, "wider"), "category") << "a role is asked for";
    EXPECT_EQ(with(&ApplicationDraft::category, "alumni"), "category");
    EXPECT_EQ(with(&ApplicationDraft::category, "sponsor"), "category");
    EXPECT_EQ(with(&ApplicationDraft::category, ""), "category");
    EXPECT_EQ(with(&ApplicationDraft::organisation, ""), "organisation");
    EXPECT_EQ(with(&ApplicationDraft::organisation, "ZZZ"), "organisation");
    EXPECT_EQ(with(&ApplicationDraft::organisation, "R1A"), "organisation") << "closed";
    EXPECT_EQ(with(&ApplicationDraft::title, ""), "title");
    EXPECT_EQ(with(&ApplicationDraft::title, std::string(121, 'x')), "title");
    EXPECT_EQ(with(&ApplicationDraft::began, "spring"), "began");
    EXPECT_EQ(with(&ApplicationDraft::began, "2999-01-01"), "began");
    EXPECT_EQ(with(&ApplicationDraft::link, "javascript:alert(1)"), "link");
    EXPECT_EQ(with(&ApplicationDraft::words, std::string(1'201, 'x')), "words");
    EXPECT_EQ(with(&ApplicationDraft::voucher_1, "not an address"), "voucher_1");
    EXPECT_EQ(with(&ApplicationDraft::voucher_2, "not an address"), "voucher_2");
}

TEST_P(ApplicationsTest, ASupplierIsNotTakenWhereCareIsProvided) {
    std::string code;
    site().with_floor("Adm", [&](const record::Floor& floor) {
        for (const auto& one : organisations::Organisations(floor).after("", 50)) {
            if (one.kind == organisations::Kind::supplier) code = one.code;
        }
    });
    ASSERT_FALSE(code.empty());
    ApplicationDraft supplier = draft();
    supplier.organisation = code;
    EXPECT_EQ(field(supplier), "organisation");
}

TEST_P(ApplicationsTest, OneAtATimeInEachNetwork) {
    const auto id = applied();
    EXPECT_EQ(apply("New", draft()).error().field, "network") << "twice";
    EXPECT_EQ(apply("Bob", draft()).error().field, "network") << "a member";
    EXPECT_TRUE(as("New", [&](Applications& all) { return all.withdraw(all.application(id)); }));
    EXPECT_EQ(state(id), State::withdrawn);
    EXPECT_TRUE(apply("New", draft())) << "anew";
}

TEST_P(ApplicationsTest, TheApplicationIsThereForItsPersonAndThoseWhoDecide) {
    const auto id = applied();
    for (const auto* who : {"New", "Cha", "Man", "Adm"}) {
        EXPECT_NO_THROW(file(id, who)) << who;
    }
    for (const auto* who : {"Bob", "Oth"}) EXPECT_THROW(file(id, who), base::NotFound) << who;
    EXPECT_EQ(as("Cha", [](Applications& all) { return all.waiting().size(); }), 1u);
    EXPECT_EQ(as("New", [](Applications& all) { return all.waiting().size(); }), 0u);
}

TEST_P(ApplicationsTest, ApplyingAgainAndAgainWritesToNobodyTwiceAndHasAnEnd) {
    for (int n = 0; n < applications_a_month; ++n) {
        const auto id = apply("New", draft());
        ASSERT_TRUE(id);
        site().listen();
        ASSERT_TRUE(
            as("New", [&](Applications& all) { return all.withdraw(all.application(*id)); }));
        site().clock().advance(base::hours(24));
    }
    EXPECT_EQ(letters().size(), 2u) << "Bob and Eva, once each";
    EXPECT_FALSE(apply("New", draft()));
    site().clock().advance(base::days{30});
    EXPECT_TRUE(apply("New", draft()));
}

// ---- evidence ----

TEST_P(ApplicationsTest, AProvedAddressShowsEmploymentWhereItsDomainIsListed) {
    const std::vector<std::string> domains = {"nhs.net", "nhs.uk", "wales.nhs.uk"};
    EXPECT_EQ(proof_of("ann@nhs.net", domains), "nhs.net");
    EXPECT_EQ(proof_of("ann@mail.NHS.net", domains), "nhs.net");
    EXPECT_EQ(proof_of("ann@cwm.wales.nhs.uk", domains), "wales.nhs.uk") << "the nearest";
    for (const auto* address : {"ann@evil-nhs.net", "ann@nhs.net.example.org", "ann@nhs.org",
                                "nhs.net", "\"@nhs.net\"@example.org"}) {
        EXPECT_EQ(proof_of(address, domains), "") << address;
    }
    EXPECT_EQ(file(applied()).application.proof, "") << "example.org is not listed";
    site().with_floor("Man", [](const record::Floor& floor) {
        EXPECT_TRUE(MailDomains(floor).keep("Example.ORG"));
        EXPECT_FALSE(MailDomains(floor).keep("not a domain"));
        for (const auto* domain : {"", "net", "nhs net", "@nhs.net", ".nhs.net"}) {
            EXPECT_FALSE(MailDomains(floor).keep(domain)) << domain;
        }
    });
    site().with_floor("Cha", [](const record::Floor& floor) {
        EXPECT_FALSE(MailDomains(floor).keep("example.com")) << "a chair decides for one network";
    });
    site().person("Two");
    EXPECT_EQ(file(*apply("Two", draft()), "Two").application.proof, "example.org");
}

TEST_P(ApplicationsTest, MembersWhoAreNamedAreAskedAndAnswer) {
    const auto id = applied();
    ASSERT_EQ(letters().size(), 2u);
    EXPECT_EQ(letters()[0].subject, "Somebody asks you to vouch for them");
    auto bob = site().as("Bob");
    EXPECT_TRUE(bob.get("/").says("New asks you to vouch for them"));
    const auto path = path_to(id) + "/vouch";
    const auto form = bob.get(path);
    EXPECT_EQ(bob.press(form, path).status(), 422);
    EXPECT_EQ(bob.press(form, path, {{"answer", "yes"}, {"words", "We share an office."}}).status(),
              303);
    EXPECT_EQ(bob.get(path).status(), 404) << "answered";
    EXPECT_EQ(site().as("Cha").get(path).status(), 404) << "not asked";
    const auto vouches = as(
        "Cha", [&](Applications& all) { return all.vouches(all.application(id).application); });
    ASSERT_EQ(vouches.size(), 2u);
    EXPECT_TRUE(vouches[0].is_yes);
    EXPECT_EQ(vouches[0].words, "We share an office.");
    EXPECT_FALSE(vouches[1].answered);
    EXPECT_TRUE(site().as("Cha").get("/applications/waiting").says("1 of 2 members vouch"));
}

TEST_P(ApplicationsTest, WhoIsNotInTheNetworkOrMayNotVouchIsNotAsked) {
    site().database().write([&](sql::Tx& tx) {
        const auto worker = identity::Actor::worker("test");
        (void)Roll(record::Floor{tx, worker, site().clock().now()})
            .enrol(site().person("Eva"), site().settled().ccio, Category::alumni);
    });
    ApplicationDraft named = draft();
    named.voucher_1 = "oth@example.org";  // of another network
    ASSERT_TRUE(apply("New", named));
    EXPECT_TRUE(letters().empty());
    EXPECT_FALSE(site().as("New").get("/applications").says("oth"));
    named.voucher_1 = "new@example.org";  // themselves
    named.network = "cnio";
    ASSERT_TRUE(apply("New", named));
    EXPECT_TRUE(letters().empty());
}

TEST_P(ApplicationsTest, EachViewOfTheEvidenceIsNotedAtItsMomentAndShownToTheApplicant) {
    const auto id = applied();
    const auto document = as("New", [&](Applications& all) {
        return *all.attach(all.application(id), "minutes.pdf", "%PDF-1.7");
    });
    auto chair = site().as("Cha");
    const auto began = site().clock().now();
    EXPECT_TRUE(chair.get("/applications/waiting").says("The minutes name me."));
    site().clock().advance(base::minutes(1));
    chair.get(path_to(id));
    site().clock().advance(base::minutes(1));
    chair.get(path_to(id) + "/documents/" + std::to_string(document.value));
    chair.get(path_to(id));
    auto applicant = site().as("New");
    applicant.get(path_to(id));
    applicant.get(path_to(id) + "/documents/" + std::to_string(document.value));
    const auto views = as(
        "New", [&](Applications& all) { return all.views(all.application(id).application); });
    ASSERT_EQ(views.size(), 4u) << "each, of that minute too; their own are none";
    for (const auto& view : views) EXPECT_EQ(view.person_name, "Cha");
    EXPECT_EQ(views[0].at, began + base::minutes(2));
    EXPECT_EQ(views[1].document, document);
    EXPECT_FALSE(views[0].document);
    EXPECT_EQ(views[3].at, began);
    EXPECT_TRUE(applicant.get(path_to(id)).says("Cha, on "));
    EXPECT_TRUE(applicant.get(path_to(id)).says(", a document"));
}

TEST_P(ApplicationsTest, WhatHasWaitedTooLongIsMarkedAsLate) {
    applied();
    const auto due = [&] {
        return base::day_text(std::chrono::floor<base::days>(site().clock().now()));
    };
    site().clock().advance(decide_within);
    const std::string last = due();
    const auto in_time = site().as("Cha").get("/applications/waiting");
    EXPECT_TRUE(in_time.says("to be decided by " + last));
    EXPECT_FALSE(in_time.says("Late"));
    site().clock().advance(base::minutes(1));
    EXPECT_TRUE(site().as("Cha").get("/applications/waiting").says("Late: due " + last));
}

TEST_P(ApplicationsTest, DocumentsAreForThoseWhoDecideAndGoThirtyDaysAfter) {
    const auto id = applied();
    auto applicant = site().as("New");
    const std::string path = path_to(id) + "/documents";
    const auto form = applicant.get(path);
    const auto add = [&](const std::string& name, const std::string& bytes) {
        return applicant.upload(applicant.get(path), "/documents", {"document", name, bytes});
    };
    const auto none = applicant.upload(form, "/documents", {"document", "", ""});
    EXPECT_EQ(none.status(), 422);
    EXPECT_TRUE(none.find("#document-hint").text().ends_with("a browser does not keep a file."));
    EXPECT_EQ(add("virus.exe", "MZ\x90").status(), 422);
    EXPECT_EQ(add("page.pdf", "<script>alert(1)</script>").status(), 422) << "its name is a claim";
    EXPECT_EQ(add("large.pdf", "%PDF-" + std::string(document_bytes_max, 'x')).status(), 422);
    const std::string pdf = "%PDF-1.7 a letter of appointment";
    EXPECT_EQ(add("Brief \xc3\xbc.pdf", pdf).status(), 303);
    EXPECT_EQ(add("scan.png", "\x89PNG\r\n\x1a\n...").status(), 303);
    EXPECT_EQ(add("scan.jpg", "\xff\xd8\xff...").status(), 303);
    EXPECT_EQ(add("one more.pdf", pdf).status(), 422) << "three are enough";
    const std::string one = path + "/1";
    EXPECT_TRUE(site().as("Cha").get("/applications/waiting").says("Brief ü.pdf"));
    const auto got = site().as("Cha").get(one);
    EXPECT_TRUE(got.body() == pdf);
    EXPECT_EQ(got.header("Content-Type"), "application/pdf");
    EXPECT_TRUE(got.header("Content-Disposition").starts_with("attachment"));
    EXPECT_EQ(got.header("Cache-Control"), "no-store");
    EXPECT_EQ(applicant.get(one).status(), 200);
    for (const auto* who : {"Bob", "Oth"}) EXPECT_EQ(site().as(who).get(one).status(), 404) << who;
    EXPECT_EQ(site().as("Cha").get(path).status(), 404) << "the applicant's own page";
    EXPECT_EQ(applicant.press(applicant.get(path), "/documents/2/removal").status(), 303);
    EXPECT_EQ(applicant.get(path + "/2").status(), 404);
    ASSERT_TRUE(refuse("Cha", id));
    site().clock().advance(evidence_kept + base::hours(1));
    site().purge();
    EXPECT_EQ(site().as("Cha").get(one).status(), 404);
}

// ---- deciding ----

TEST_P(ApplicationsTest, WhoIsAdmittedBelongsAndTheirPositionIsVerified) {
    const auto id = applied();
    EXPECT_FALSE(admit("Cha", id, "sponsor"));
    ASSERT_TRUE(admit("Cha", id));
    EXPECT_EQ(state(id), State::admitted);
    site().with_floor("New", [&](const record::Floor& floor) {
        EXPECT_TRUE(floor.actor.is_member_of(site().settled().ccio.audience));
        const auto held = Membership(floor).mine();
        ASSERT_EQ(held.size(), 1u);
        EXPECT_TRUE(held.front().is_verified);
        EXPECT_EQ(Membership(floor)
                      .covered(site().settled().ccio.id, base::parse_day("2021-06-01").value())
                      .size(),
                  1u);
    });
    EXPECT_EQ(letters().back().subject, "Welcome to the CCIO network");
    EXPECT_EQ(letters().back().address, "new@example.org");
}

TEST_P(ApplicationsTest, ADeputyDoesNotCoverTheirTrust) {
    ApplicationDraft deputy = draft();
    deputy.category = "deputy";
    const auto id = *apply("New", deputy);
    ASSERT_TRUE(admit("Cha", id, "deputy"));
    site().with_floor("New", [&](const record::Floor& floor) {
        EXPECT_EQ(Membership(floor).mine().size(), 1u);
        EXPECT_TRUE(Membership(floor)
                        .covered(site().settled().ccio.id, base::parse_day("2021-06-01").value())
                        .empty());
    });
}

TEST_P(ApplicationsTest, TheSecondOfficerSeesWhatHappened) {
    const auto id = applied();
    auto chair = site().as("Cha"), manager = site().as("Man");
    const auto seen_by_both = manager.get("/applications/waiting");
    const auto path = path_to(id) + "/admission";
    EXPECT_EQ(chair.press(chair.get("/applications/waiting"), path).status(), 303);
    const auto second = manager.press(seen_by_both, path);
    EXPECT_TRUE(manager.follow(second).says("Somebody has admitted them already."));
    const auto refusal = refuse("Man", id);
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().sentence, "Somebody has admitted them already.");
}

TEST_P(ApplicationsTest, NobodyDecidesOnTheirOwn) {
    site().person("Dep", {}, {"chair"});  // a chair of ccio who does not belong to it
    const auto id = apply("Dep", draft());
    ASSERT_TRUE(id);
    EXPECT_FALSE(admit("Dep", *id));
    EXPECT_EQ(as("Dep", [](Applications& all) { return all.waiting().size(); }), 0u);
}

TEST_P(ApplicationsTest, ARefusalSaysWhyAndCanBeAppealedOnce) {
    const auto id = applied();
    EXPECT_FALSE(refuse("Cha", id, ""));
    EXPECT_FALSE(refuse("Cha", id, std::string(401, 'x')));
    ASSERT_TRUE(refuse("Cha", id));
    auto applicant = site().as("New");
    EXPECT_TRUE(applicant.get(path_to(id)).says("No role is shown."));
    EXPECT_EQ(letters().back().subject, "Your application has been decided");
    EXPECT_EQ(letters().back().text.find("No role is shown."), std::string::npos)
        << "reasons stay on the page";
    const auto path = path_to(id) + "/appeal";
    const auto form = applicant.get(path);
    EXPECT_EQ(applicant.press(form, path).status(), 422);
    EXPECT_EQ(applicant.press(form, path, {{"appeal", "Page 4 names me."}}).status(), 303);
    EXPECT_EQ(state(id), State::appealed);
    EXPECT_FALSE(admit("Cha", id)) << "who refused it, and leads one network only";
    EXPECT_EQ(as("Cha", [](Applications& all) { return all.waiting().size(); }), 0u);
    EXPECT_TRUE(site().as("Man").get("/applications/waiting").says("Page 4 names me."));
    ASSERT_TRUE(refuse("Man", id, "Page 4 names somebody else."));
    EXPECT_EQ(state(id), State::refused_for_good);
    EXPECT_EQ(applicant.get(path).status(), 404);
    EXPECT_FALSE(as("New", [&](Applications& all) {
        return all.appeal(all.application(id), {"Once more."}).has_value();
    }));
}

TEST_P(ApplicationsTest, AnAppealIsNotDecidedByWhoRefused) {
    const auto id = applied();
    ASSERT_TRUE(refuse("Man", id));
    ASSERT_TRUE(as("New", [&](Applications& all) {
        return all.appeal(all.application(id), {"Look again."});
    }));
    EXPECT_FALSE(admit("Man", id));
    EXPECT_TRUE(admit("Adm", id));
}

TEST_P(ApplicationsTest, AnAppealIsPossibleForThirtyDays) {
    const auto id = applied();
    ASSERT_TRUE(refuse("Cha", id));
    const auto appeal = [&] {
        return as("New", [&](Applications& all) {
            return all.appeal(all.application(id), {"Look again."}).has_value();
        });
    };
    site().clock().advance(evidence_kept + base::hours(1));
    EXPECT_FALSE(appeal());
    site().clock().advance(-base::hours(2));
    EXPECT_TRUE(appeal());
}

// ---- what remains ----

TEST_P(ApplicationsTest, EvidenceGoesThirtyDaysAfterTheDecisionAndWhatCameToNothingHalfAYear) {
    const auto id = applied();
    const auto purge_now = [&] { site().purge(); };
    site().clock().advance(base::days{400});
    purge_now();
    EXPECT_EQ(file(id).application.words, "The minutes name me.") << "it waits still";
    ASSERT_TRUE(refuse("Cha", id));
    site().clock().advance(evidence_kept);
    purge_now();
    EXPECT_EQ(file(id).application.words, "The minutes name me.");
    site().clock().advance(base::hours(1));
    purge_now();
    EXPECT_EQ(file(id).application.words, "");
    EXPECT_EQ(file(id).application.link, "");
    EXPECT_TRUE(as("New", [&](Applications& all) {
                    return all.vouches(all.application(id).application);
                }).empty());
    site().clock().advance(unsuccessful_kept);
    purge_now();
    EXPECT_THROW(file(id), base::NotFound);
}

TEST_P(ApplicationsTest, WhoIsForgottenLeavesNothing) {
    const auto id = applied();
    site().with_floor(
        "New", [&](const record::Floor& floor) { store::forget(floor.tx, floor.actor.id()); });
    EXPECT_THROW(file(id), base::NotFound);
    const auto id_2 = applied();
    ASSERT_TRUE(refuse("Cha", id_2));
    site().with_floor(
        "Cha", [&](const record::Floor& floor) { store::forget(floor.tx, floor.actor.id()); });
    EXPECT_FALSE(file(id_2).application.decided_by);
}

}  // namespace
}  // namespace membership
