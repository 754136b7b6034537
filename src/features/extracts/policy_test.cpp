// Who may do what to an extract: both sides of each limit.

#include "features/extracts/policy.h"

#include <gtest/gtest.h>

namespace extracts {
namespace {

constexpr AudienceId ccio{70};
constexpr PersonId ann{1}, bob{2};

identity::Actor member(PersonId id, AudienceId audience = ccio) {
    identity::Actor::Person person;
    person.id = id;
    person.audiences = {audience.value};
    return identity::Actor::person(person);
}

Extract of_ann(State state) {
    Extract seen;
    seen.id = {5};
    seen.network.audience = ccio;
    seen.taker = ann;
    seen.state = state;
    seen.handed_on = base::Instant{};
    return seen;
}

forum::PostText post(int number, rule::State state = rule::State::chatham_house,
                     bool is_hidden = false) {
    forum::PostText one;
    one.number = number;
    one.state = state;
    one.is_hidden = is_hidden;
    return one;
}

TEST(ExtractsPolicy, WhatIsClosedOrHiddenIsNotTaken) {
    EXPECT_TRUE(may_be_taken(post(1)));
    EXPECT_TRUE(may_be_taken(post(1, rule::State::on_record)));
    EXPECT_FALSE(may_be_taken(post(1, rule::State::closed)));
    EXPECT_FALSE(may_be_taken(post(1, rule::State::chatham_house, true)));
    const std::vector<forum::PostText> posts = {post(1), post(2, rule::State::closed)};
    EXPECT_FALSE(may_take(member(ann), ccio, {1}, posts));
    EXPECT_TRUE(may_take(member(ann), ccio, {1, 2}, posts)->sentence.starts_with("Post 2"));
    EXPECT_TRUE(may_take(member(ann), ccio, {3}, posts)) << "a post that is not there";
    EXPECT_TRUE(may_take(member(ann), ccio, {}, posts));
    EXPECT_TRUE(may_take(member(ann, {71}), ccio, {1}, posts));
    std::vector<int> many;
    std::vector<forum::PostText> all;
    for (int i = 1; i <= passages_max; ++i) {
        many.push_back(i);
        all.push_back(post(i));
    }
    EXPECT_FALSE(may_take(member(ann), ccio, many, all));
    many.push_back(passages_max + 1);
    all.push_back(post(passages_max + 1));
    EXPECT_TRUE(may_take(member(ann), ccio, many, all));
}

TEST(ExtractsPolicy, ItsTakerChangesADraft) {
    EXPECT_FALSE(may_change(member(ann), of_ann(State::draft)));
    EXPECT_TRUE(may_change(member(bob), of_ann(State::draft)));
    EXPECT_TRUE(may_change(member(ann, {71}), of_ann(State::draft))) << "who left the network";
    for (const State state : {State::handed_on, State::published, State::given_up}) {
        EXPECT_TRUE(may_change(member(ann), of_ann(state)));
    }
    EXPECT_FALSE(may_be_title("Logs"));
    EXPECT_TRUE(may_be_title(""));
    EXPECT_FALSE(may_be_title(std::string(title_characters_max, 'x')));
    EXPECT_TRUE(may_be_title(std::string(title_characters_max + 1, 'x')));
}

TEST(ExtractsPolicy, NamesDoNotStayWhateverTheReason) {
    Mark mark;
    mark.text = "Grace Okonjo";
    EXPECT_TRUE(may_stay(mark, {"She does not mind."}));
    mark.may_stay = true;
    EXPECT_FALSE(may_stay(mark, {"It is a ward's name."}));
    EXPECT_TRUE(may_stay(mark, {""}));
    EXPECT_TRUE(may_stay(mark, {std::string(reason_characters_max + 1, 'x')}));
}

TEST(ExtractsPolicy, OneIsHandedOnWhenNothingIsOpen) {
    EXPECT_FALSE(may_hand_on(member(ann), of_ann(State::draft), {}));
    EXPECT_TRUE(may_hand_on(member(bob), of_ann(State::draft), {}));
    EXPECT_TRUE(may_hand_on(member(ann), of_ann(State::draft), {.open_marks = 1}));
    EXPECT_TRUE(may_hand_on(member(ann), of_ann(State::draft), {.is_changed = true}));
    EXPECT_FALSE(may_hand_on(member(ann), of_ann(State::draft), {.earlier = hand_ons_a_month - 1}));
    EXPECT_TRUE(may_hand_on(member(ann), of_ann(State::draft), {.earlier = hand_ons_a_month}));
}

TEST(ExtractsPolicy, WhatWentOutIsNeitherTakenBackNorGivenUp) {
    EXPECT_FALSE(may_take_back(member(ann), of_ann(State::handed_on)));
    EXPECT_TRUE(may_take_back(member(bob), of_ann(State::handed_on)));
    EXPECT_TRUE(may_take_back(member(ann), of_ann(State::draft)));
    EXPECT_TRUE(may_take_back(member(ann), of_ann(State::published)));
    EXPECT_FALSE(may_give_up(member(ann), of_ann(State::draft)));
    EXPECT_FALSE(may_give_up(member(ann), of_ann(State::handed_on)));
    EXPECT_TRUE(may_give_up(member(bob), of_ann(State::draft)));
    EXPECT_TRUE(may_give_up(member(ann), of_ann(State::published)));
}

TEST(ExtractsPolicy, TheSecondPersonIsAnotherWhoWroteNoneOfIt) {
    EXPECT_FALSE(may_be_second(member(bob), of_ann(State::handed_on), Wrote::none));
    EXPECT_TRUE(may_be_second(member(bob), of_ann(State::handed_on), Wrote::some));
    EXPECT_TRUE(may_be_second(member(ann), of_ann(State::handed_on), Wrote::none));
    EXPECT_TRUE(may_be_second(member(bob, {71}), of_ann(State::handed_on), Wrote::none));
    EXPECT_TRUE(may_be_second(identity::Actor::worker("x"), of_ann(State::handed_on), Wrote::none));
    for (const State state : {State::draft, State::published}) {
        EXPECT_TRUE(may_be_second(member(bob), of_ann(state), Wrote::none));
    }
}

TEST(ExtractsPolicy, OnlyWhatIsReadyGoesOut) {
    EXPECT_FALSE(may_go_out(Standing::ready));
    for (const Standing standing :
         {Standing::changed, Standing::open_findings, Standing::waits, Standing::late}) {
        EXPECT_TRUE(may_go_out(standing));
    }
    EXPECT_EQ(may_go_out(Standing::waits)->sentence, may_go_out(Standing::late)->sentence);
}

TEST(ExtractsPolicy, FiveOfFiveOrTheYesOfEach) {
    const Thresholds five;
    EXPECT_TRUE(is_enough({5, 5, false, false}, five));
    EXPECT_FALSE(is_enough({4, 4, false, false}, five));
    EXPECT_FALSE(is_enough({9, 4, false, false}, five)) << "of too few organisations";
    EXPECT_FALSE(is_enough({4, 9, false, false}, five));
    EXPECT_TRUE(is_enough({1, 0, true, true}, five));
    EXPECT_FALSE(is_enough({4, 4, true, false}, five));
    EXPECT_FALSE(is_enough({9, 9, true, false}, five)) << "whoever was asked is heeded";
    EXPECT_TRUE(is_enough({3, 2, false, false}, {3, 2})) << "a setting";
}

TEST(ExtractsPolicy, AnswersAndCopiesHaveTheirTime) {
    EXPECT_FALSE(may_answer({of_ann(State::handed_on), {}, {}}, false, {}));
    EXPECT_TRUE(may_answer({of_ann(State::published), {}, {}}, false, {}));
    EXPECT_FALSE(may_copy(of_ann(State::published), false));
    EXPECT_TRUE(may_copy(of_ann(State::published), true)) << "a post of it is gone";
    EXPECT_FALSE(may_be_whole({{.text = std::string(text_characters_max, 'x')}}));
    EXPECT_TRUE(may_be_whole({{.text = std::string(text_characters_max, 'x')}, {.text = "x"}}));
    EXPECT_TRUE(may_copy(of_ann(State::handed_on), false));
    EXPECT_TRUE(may_copy(of_ann(State::draft), false));
}

}  // namespace
}  // namespace extracts
