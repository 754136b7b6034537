#include "features/linter/linter.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace linter {

namespace {

const std::vector<RollEntry>& roll() {
    static const std::vector<RollEntry> entries = {
        {"Dr Hope Price", "Ashcombe University Hospitals NHS Trust", "XA1", "CCIO", "South West"},
        {"Will Grant", "Ashcombe University Hospitals NHS Trust", "XA1", "CIO", "South West"},
        {"Siobhán O'Brien", "Vale Ambulance Service NHS Trust", "XB2", "CCIO", "London"},
        {"Robert Khan", "Vale Ambulance Service NHS Trust", "XB2", "Chief Nurse", "London"},
        {"Elizabeth Smith-Jones", "Dunmere Mental Health NHS Trust", "XC3", "CNIO", "Midlands"},
        {"Jörg Müller", "Dunmere Mental Health NHS Trust", "XC3", "CCIO", "Midlands"},
        {"Mark van der Berg", "Dunmere Mental Health NHS Trust", "XC3", "CCIO", "Midlands"},
        {"May Field", "Dunmere Mental Health NHS Trust", "XC3", "CCIO", "Midlands"},
        {"Rose Adeyemi", "Dunmere Mental Health NHS Trust", "XC3", "CCIO", "Midlands"},
        {"Amara Okafor", "Dunmere Mental Health NHS Trust", "XC3", "CCIO", "Midlands"},
        {"Stephanie Featherstone"},
        {"Art Moss"},
        {"June Castle"},
        {"Adrian Nettleton"},
        {"Pat Harrow-Dean"},
        {"Tom Joyce"},
        {"Edward Sallis"},
    };
    return entries;
}

const Linter& linter() {
    static const Linter made(roll(),
                             {{"XD4", "Fernleigh Hospital NHS Trust", "acute", {"FernCare"}}});
    return made;
}

// "person:Hope Price", one a finding, with | between; "" where there is none.
std::string found(std::string_view text) {
    std::string all;
    for (const Finding& one : linter().findings(text)) {
        EXPECT_EQ(one.text, text.substr(one.from, one.to - one.from));
        EXPECT_TRUE(one.reason.ends_with(".")) << one.reason;
        all += (all.empty() ? "" : "|") + std::string(code_of(one.kind)) + ":" + one.text;
    }
    return all;
}

TEST(Persons, AreFoundByTheirWholeNameAndWhatItIsShortenedTo) {
    EXPECT_EQ(found("It was Hope Price who asked."), "person:Hope Price");
    EXPECT_EQ(found("It was Price, Hope who asked."), "person:Price, Hope");
    EXPECT_EQ(found("It was H. Price who asked."), "person:H. Price");
    EXPECT_EQ(found("It was Hope P. who asked."), "person:Hope P");
    EXPECT_EQ(found("It was Bob Khan who asked."), "person:Bob Khan");
    EXPECT_EQ(found("It was Liz who asked."), "person:Liz");
    EXPECT_EQ(found("It was Jones who asked."), "person:Jones");
    EXPECT_EQ(found("It was H.P. who asked."), "person:H.P");
}

TEST(Persons, AreFoundBehindATitleWhetherOnTheRollOrNot) {
    EXPECT_EQ(found("So Dr Price told us."), "person:Dr Price");
    EXPECT_EQ(found("So Prof. A. Underhay told us."), "person:Prof. A. Underhay");
    EXPECT_EQ(found("The doctor told us."), "");
    EXPECT_EQ(found("Mr Speaker told us."), "");
}

TEST(Persons, AreToldFromWords) {
    EXPECT_EQ(found("I hope the price will hold."), "");
    EXPECT_EQ(found("Will it hold? Hope so. Mark my words."), "");
    EXPECT_EQ(found("In May the field rose."), "");
    EXPECT_EQ(found("Price is not value. Grant money came."), "");
    EXPECT_EQ(found("Will said no."), "person:Will");
    EXPECT_EQ(found("Thanks to Hope it is done."), "person:Hope");
    EXPECT_EQ(found("We like Mark's team."), "person:Mark");
}

TEST(Persons, AreFoundHoweverTheyAreWritten) {
    EXPECT_EQ(found("It was O’Brien who asked."), "person:O’Brien");
    EXPECT_EQ(found("It was OBrien who asked."), "person:OBrien");
    EXPECT_EQ(found("It was Siobhan who asked."), "person:Siobhan");
    EXPECT_EQ(found("It was Siobha\u0301n who asked."), "person:Siobha\u0301n");
    EXPECT_EQ(found("It was Siobh&aacute;n who asked."), "person:Siobh&aacute;n");
    EXPECT_EQ(found("It was Mueller who asked."), "person:Mueller");
    EXPECT_EQ(found("It was Hope\nPrice who asked."), "person:Hope\nPrice");
    EXPECT_EQ(found("It was **Ho**pe _Price_ who asked."), "person:Ho**pe _Price");
    EXPECT_EQ(found("It was Dr P\u200Brice who asked."), "person:Dr P\u200Brice");
    EXPECT_EQ(found("It was Нope who asked."), "person:Нope") << "the first letter is Cyrillic";
    EXPECT_EQ(found("It was KHAN who asked."), "person:KHAN");
    EXPECT_EQ(found("HOPE PRICE, CHIEF MEMBER OF THE WARD"), "person:HOPE PRICE");
    EXPECT_EQ(found("HOPE PRICE – ON LEAVE UNTIL FURTHER NOTICE"), "person:HOPE PRICE");
    EXPECT_EQ(found("HOPE PRICE RISES WILL NOT HOLD AGAIN"), "");
}

TEST(Persons, AreFoundWhereAWordThatIsAlsoTheirNameStandsAsSomebodyDoes) {
    EXPECT_EQ(found("Art keeps saying so. Ed's off now."), "person:Art|person:Ed");
    EXPECT_EQ(found("It is what June sent me."), "person:June");
    EXPECT_EQ(found("We know what Rob thinks."), "person:Rob");
    EXPECT_EQ(found("Rose never replies."), "person:Rose");
    EXPECT_EQ(found("Pat on reception has it."), "person:Pat");
    EXPECT_EQ(found("Pat you're on mute."), "person:Pat");
    EXPECT_EQ(found("Credit: Rose"), "person:Rose");
    EXPECT_EQ(found("Art owns the list. Art waited for us."), "person:Art|person:Art");
    EXPECT_EQ(found("Hope ended with it. May had rain."), "");
    EXPECT_EQ(found("Adrian's law holds. Nettleton's law too."), "person:Adrian|person:Nettleton");
    EXPECT_EQ(found("Action Rose: chase it."), "person:Rose");
    EXPECT_EQ(found("Art is long. On 3 June, they met. June 2024 was dry."), "");
    EXPECT_EQ(found("Pat testing is due. Will you come? Hope isn't a plan."), "");
    EXPECT_EQ(found("A Wi-Fi and an X-Ray of light. Bell's palsy."), "");
}

TEST(Persons, AreFoundByWhatTheirFirstNameBeginsWithInAPersonsPlace) {
    EXPECT_EQ(found("Steph thinks so."), "person:Steph");
    EXPECT_EQ(found("I had it from Stephie."), "person:Stephie");
    EXPECT_EQ(found("Adr is a kind of record. The Step is small."), "");
}

TEST(Persons, AreFoundInSmallLettersWhereOnlySomebodyCanStand) {
    EXPECT_EQ(found("i emailed featherstone twice"), "person:featherstone");
    EXPECT_EQ(found("amara says no"), "person:amara");
    EXPECT_EQ(found("a castle in the field, and a featherstone wall"), "");
}

TEST(Persons, AreFoundByInitialsThatTheTextExplainsOrJoins) {
    EXPECT_EQ(found("AM to check it. It was Art Moss."), "person:Art Moss")
        << "AM is a word of the field";
    EXPECT_EQ(found("RK is away, says Robert Khan."), "person:RK|person:Robert Khan");
    EXPECT_EQ(found("RK and ES to agree."), "person:RK|person:ES");
    EXPECT_EQ(found("RK is away."), "");
}

TEST(Persons, AreNotThoseOfTurnsOfPhrase) {
    EXPECT_EQ(found("Every Tom, Dick and Harry has it."), "");
    EXPECT_EQ(found("We rob Peter to pay Paul."), "");
    EXPECT_EQ(found("It was Tom, and Amara."), "person:Tom|person:Amara");
}

TEST(Organisations, AreFoundByTheirNamesInFullAndInShort) {
    EXPECT_EQ(found("Ashcombe University Hospitals NHS Trust came."),
              "organisation:Ashcombe University Hospitals NHS Trust");
    EXPECT_EQ(found("Ashcombe Univeristy Hospitals came."),
              "organisation:Ashcombe Univeristy Hospitals");
    EXPECT_EQ(found("We work at Ashcombe now."), "organisation:Ashcombe");
    EXPECT_EQ(found("The AUHT team came."), "organisation:AUHT");
    EXPECT_EQ(found("FernCare came."), "organisation:FernCare");
    EXPECT_EQ(found("UCLH and Guy's & St Thomas' came."),
              "organisation:UCLH|organisation:Guy's & St Thomas");
    EXPECT_EQ(found("Stonegate General Hospital came."), "organisation:Stonegate General Hospital");
}

TEST(Organisations, AreFoundWhereATownStandsForTheOneInIt) {
    EXPECT_EQ(found("It was Northumbria."), "organisation:Northumbria");
    EXPECT_EQ(found("Airedale are live."), "organisation:Airedale");
    EXPECT_EQ(found("Alder Hey and Airedale share it."),
              "organisation:Alder Hey|organisation:Airedale");
    EXPECT_EQ(found("Trusts in Airedale are live. It rained, in Airedale."), "");
}

TEST(Organisations, NeedWhatTellsThemFromPlacesAndWords) {
    EXPECT_EQ(found("The King's Speech was long."), "");
    EXPECT_EQ(found("It rained in Leeds all day."), "");
    EXPECT_EQ(found("We are at Leeds now."), "organisation:Leeds");
    EXPECT_EQ(found("The Christie came."), "organisation:The Christie");
    EXPECT_EQ(found("Every hospital and every trust came."), "");
    EXPECT_EQ(found("Elmbridge General came."), "organisation:Elmbridge General");
    EXPECT_EQ(found("We walked across Morecambe Bay."), "");
    EXPECT_EQ(found("We slam no doors. Gosh."), "");
}

TEST(Codes, AreFoundWhereTheyAreKnownOrIntroduced) {
    EXPECT_EQ(found("It says XA1 on it."), "code:XA1");
    EXPECT_EQ(found("The ODS code is 8ZZ99."), "code:8ZZ99");
    EXPECT_EQ(found("Her GMC number is 7123456."), "code:7123456");
    EXPECT_EQ(found("Her PIN is 98I1234E."), "code:98I1234E");
    EXPECT_EQ(found("It is 943 476 5919."), "code:943 476 5919");
    EXPECT_EQ(found("It is 943 476 5918, ICD-10 code J45, version 3.5.1."), "");
}

TEST(Codes, ThatAreAlsoAcronymsNeedWhatLeadsToThem) {
    EXPECT_EQ(found("Filter on provider RWE now."), "code:RWE");
    EXPECT_EQ(found("We like RWE. The model XA100 camera came."), "");
}

TEST(Addresses, OfRareEndingsAreFoundWhereNoWordStandsBeforeTheDot) {
    EXPECT_EQ(found("See hopeprice.me and www.ashcombe.example/a."),
              "url:hopeprice.me|url:www.ashcombe.example/a");
    EXPECT_EQ(found("It broke.me too, so fine.thanks for that, see notes.md."), "");
}

TEST(Addresses, AreFoundWithTheirMarksAndInWords) {
    EXPECT_EQ(found("Write to a.b@x.nhs.uk."), "contact:a.b@x.nhs.uk");
    EXPECT_EQ(found("Write to ab at x dot nhs dot uk."), "contact:ab at x dot nhs dot uk");
    EXPECT_EQ(found("Write to ab [at] nhs.net."), "contact:ab [at] nhs.net");
    EXPECT_EQ(found("Ring 0113 243 3144 or +44 7700 900123."),
              "contact:0113 243 3144|contact:+44 7700 900123");
    EXPECT_EQ(found("Ring ext 4432 or bleep 1234."), "contact:ext 4432|contact:bleep 1234");
    EXPECT_EQ(found("Post it to LS9 7TF."), "contact:LS9 7TF");
    EXPECT_EQ(found("So says @hopep, as https://a.example/b?c and x.nhs.uk do."),
              "handle:@hopep|url:https://a.example/b?c|url:x.nhs.uk");
    EXPECT_EQ(found("The GitHub handle is hprice."), "handle:hprice");
    EXPECT_EQ(found("The call: 2026-11-03, e.g. with ASP.NET, 10 x 500, page 1234."), "");
}

TEST(Combinations, AreFoundWhereTheyFitFewAndTellHowMany) {
    const auto findings = linter().findings("I am the CCIO of an ambulance trust in London.");
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].text, "CCIO of an ambulance trust in London");
    EXPECT_EQ(findings[0].k, 1);
    EXPECT_EQ(findings[0].reason,
              "One member of the roll fits: role CCIO, ambulance trust, London.");
}

TEST(Combinations, AreFoundByTheShortFormsThatPeopleWrite) {
    EXPECT_EQ(found("CNIO, MH trust: no."), "combination:CNIO, MH trust");
    EXPECT_EQ(found("SW chief nurse: no."), "combination:SW chief nurse");
    EXPECT_EQ(found("CCIO, ambulance, said no."), "combination:CCIO, ambulance");
    EXPECT_EQ(found("A CCIO in the ambulance world."), "combination:CCIO in the ambulance");
    EXPECT_EQ(found("CNIO, just outside Oswestry."), "combination:CNIO, just outside Oswestry");
    EXPECT_EQ(found("CIO, King's Lynn"), "combination:CIO, King's Lynn");
    EXPECT_EQ(found("The CCIO said the ambulance was late."), "");
}

TEST(Combinations, OfFiveAndMoreAndOfOneTraitAreNone) {
    EXPECT_EQ(found("I am a CCIO in the Midlands."), "") << "five fit";
    EXPECT_EQ(found("I am a CCIO."), "");
    EXPECT_EQ(found("It was in London."), "");
    EXPECT_EQ(found("I am a CNIO in the Midlands."), "combination:CNIO in the Midlands");
    EXPECT_EQ(found("I am the only CCIO in the Midlands."),
              "combination:the only CCIO in the Midlands");
    EXPECT_EQ(found("I am a CCIO.\n\nIt was in London."), "") << "another paragraph";
}

TEST(Linting, OfAListThatIsShortOrEmptyFindsWhatNeedsNone) {
    const Linter empty({}, {});
    EXPECT_TRUE(empty.findings("").empty());
    const auto findings = empty.findings("Dr Underhay of UCLH, CCIO, London: a@b.uk");
    EXPECT_EQ(findings.size(), 3u);
}

TEST(Linting, OffsetsAreBytesOfTheFileAsItWasRead) {
    const std::string text = "é\r\n😀 Amara said";
    const auto findings = linter().findings(text);
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].from, text.find("Amara"));
    EXPECT_EQ(findings[0].to, text.find(" said"));
}

TEST(Lists, AreReadWhateverTheOrderOfTheirColumns) {
    const auto read = read_roll("Region,name\r\nLondon,\"Price, Hope\"\r\n\"x,y\r\n");
    ASSERT_TRUE(read.has_value());
    ASSERT_EQ(read->rows.size(), 1u);
    EXPECT_EQ(read->rows[0].name, "Price, Hope");
    EXPECT_EQ(read->rows[0].region, "London");
    EXPECT_EQ(read->refused, std::vector<int>{3});
    EXPECT_FALSE(read_roll("a,b\n1,2\n").has_value()) << "no column of names";
    EXPECT_FALSE(read_roll("").has_value());
    const auto known = read_organisations("code,name,aliases\nX1,A,b; c|d\n");
    ASSERT_TRUE(known.has_value());
    EXPECT_EQ(known->rows[0].aliases, (std::vector<std::string>{"b", "c", "d"}));
}

}  // namespace

}  // namespace linter
