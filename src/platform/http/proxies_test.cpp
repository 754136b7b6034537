#include "platform/http/proxies.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace http {
namespace {

Request forwarded(std::vector<Header> headers) {
    Request request;
    request.peer = "10.0.0.1";
    request.headers = std::move(headers);
    return request;
}

std::string peer_by(const TrustedProxies& proxies, std::string hops) {
    Request request = forwarded({{"X-Forwarded-For", std::move(hops)}});
    proxies.apply(request);
    return request.peer;
}

TEST(Proxies, AnAddressHasOneFormWhateverItsSpelling) {
    EXPECT_EQ(read_address("127.0.0.1"), read_address("::ffff:127.0.0.1"));
    EXPECT_EQ(read_address("[::1]"), read_address("0:0:0:0:0:0:0:1"));
    EXPECT_EQ(text_of(*read_address("::ffff:10.1.2.3")), "10.1.2.3");
    EXPECT_EQ(text_of(*read_address("2001:DB8::1")), "2001:db8::1");
    for (const char* bad : {"", "localhost", "1.2.3", "1.2.3.4.5", "::g", "[::1", "1.2.3.4 "})
        EXPECT_FALSE(read_address(bad)) << bad;
}

TEST(Proxies, AreNamedByAddressOrNetwork) {
    const TrustedProxies proxies({"127.0.0.1", "10.1.0.0/16", "fd00::/8", "192.168.3.4/31"});
    for (const char* good : {"127.0.0.1", "10.1.255.7", "fd12::9", "192.168.3.5"})
        EXPECT_TRUE(proxies.trusts(*read_address(good))) << good;
    for (const char* bad : {"127.0.0.2", "10.2.0.1", "fe80::1", "::1", "192.168.3.6"})
        EXPECT_FALSE(proxies.trusts(*read_address(bad))) << bad;
    EXPECT_FALSE(TrustedProxies({}).trusts(*read_address("127.0.0.1")));
    for (const char* bad : {"nginx", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/", "::/129", ""})
        EXPECT_THROW(TrustedProxies({bad}), std::runtime_error) << bad;
}

TEST(Proxies, TheLastHopThatIsNotTrustedIsThePeer) {
    const TrustedProxies proxies({"10.0.0.0/8"});
    EXPECT_EQ(peer_by(proxies, "203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(peer_by(proxies, "198.51.100.1, 203.0.113.9"), "203.0.113.9") << "a claim";
    EXPECT_EQ(peer_by(proxies, "203.0.113.9, 10.0.0.2"), "203.0.113.9");
    EXPECT_EQ(peer_by(proxies, "10.0.0.3,10.0.0.2"), "10.0.0.3");
    EXPECT_EQ(peer_by(proxies, "203.0.113.9, unknown, 10.0.0.2"), "10.0.0.2");
    EXPECT_EQ(peer_by(proxies, "nonsense"), "10.0.0.1");
    EXPECT_EQ(peer_by(proxies, "[2001:db8::7]:443"), "2001:db8::7");
    EXPECT_EQ(peer_by(proxies, "203.0.113.9:1234"), "203.0.113.9");
}

TEST(Proxies, SeveralFieldsAreOneList) {
    const TrustedProxies proxies({"10.0.0.0/8"});
    Request request = forwarded({{"X-Forwarded-For", "1.1.1.1"}, {"x-forwarded-for", "2.2.2.2"},
                                 {"X-Forwarded-Proto", "http"}, {"X-Forwarded-Proto", "https"}});
    proxies.apply(request);
    EXPECT_EQ(request.peer, "2.2.2.2");
    EXPECT_TRUE(request.secure);
}

TEST(Proxies, ForgedHopsCannotPushOutTheRealOne) {
    const TrustedProxies proxies({"10.0.0.0/8"});
    std::string hops;
    for (int count = 0; count < 1'000; ++count) hops += "10.0.0.9, ";
    EXPECT_EQ(peer_by(proxies, hops + "203.0.113.9"), "203.0.113.9");
}

TEST(Proxies, ASubscriberIsAnAddressOrTheNetworkOfOneLine) {
    for (const char* peer : {"2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff",
                             "2001:DB8:1:2:3::"}) {
        EXPECT_EQ(subscriber_of(peer), "2001:db8:1:2::") << peer;
    }
    EXPECT_EQ(subscriber_of("2001:db8:1:3::1"), "2001:db8:1:3::");
    EXPECT_EQ(subscriber_of("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(subscriber_of("::ffff:192.0.2.7"), "192.0.2.7") << "IPv4, written otherwise";
    EXPECT_NE(subscriber_of("192.0.2.7"), subscriber_of("192.0.2.8"));
    EXPECT_EQ(subscriber_of("who knows"), "who knows");
    EXPECT_EQ(subscriber_of(""), "");
}

}  // namespace
}  // namespace http
