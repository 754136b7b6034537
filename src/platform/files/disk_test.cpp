#include "platform/files/disk.h"

#include "platform/base/result.h"
#include "platform/sql/test_database.h"

#include <array>
#include <chrono>
#include <fstream>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace files {

namespace {

namespace fs = std::filesystem;

class DiskTest : public ::testing::Test {
protected:
    std::string spooled(const std::string& bytes) {
        const std::string path = folder_.path() + "/upload-" + std::to_string(++uploads_);
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

    static std::string read_all(const FileStore& store, FileId id) {
        const auto file = store.open(id);
        std::string bytes;
        std::array<char, 1000> buffer{};
        while (const std::size_t count = file->read(buffer)) bytes.append(buffer.data(), count);
        EXPECT_EQ(file->size(), bytes.size());
        return bytes;
    }

    std::size_t files_kept() const {
        std::size_t count = 0;
        for (const auto& entry : fs::recursive_directory_iterator(kept())) {
            if (entry.is_regular_file()) ++count;
        }
        return count;
    }
    std::string kept() const { return folder_.path() + "/files"; }

    sql::testing::TestFolder folder_;
    int uploads_ = 0;
};

TEST_F(DiskTest, WhatIsPutIsThereAfterTheStoreIsGone) {
    std::string bytes(700'000, 'a');
    bytes[350'000] = '\0';
    const std::string upload = spooled(bytes);
    Disk(kept()).put({7}, upload);
    EXPECT_TRUE(fs::exists(upload));  // its spool removes it
    const Disk store(kept());
    EXPECT_EQ(read_all(store, {7}), bytes);
    EXPECT_EQ(fs::file_size(store.path_of({7})), bytes.size());
    EXPECT_EQ(fs::status(store.path_of({7})).permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(DiskTest, PuttingAgainReplacesTheFileWholeWhileItIsRead) {
    Disk store(kept());
    store.put({7}, spooled("first"));
    const auto reading = store.open({7});
    store.put({7}, spooled("second, and longer"));
    std::array<char, 100> buffer{};
    EXPECT_EQ(std::string(buffer.data(), reading->read(buffer)), "first");
    EXPECT_EQ(read_all(store, {7}), "second, and longer");
    EXPECT_EQ(files_kept(), 1U);
}

TEST_F(DiskTest, WhatIsNotThereIsNotFound) {
    Disk store(kept());
    EXPECT_THROW(store.open({8}), base::NotFound);
    EXPECT_THROW(store.path_of({8}), base::NotFound);
    EXPECT_NO_THROW(store.remove({8}));
    store.put({8}, spooled(""));
    EXPECT_EQ(read_all(store, {8}), "");
    store.remove({8});
    EXPECT_THROW(store.open({8}), base::NotFound);
}

TEST_F(DiskTest, AnUploadThatCannotBeReadLeavesNothing) {
    Disk store(kept());
    EXPECT_THROW(store.put({9}, folder_.path() + "/nowhere"), base::Unavailable);
    EXPECT_THROW(store.put({9}, folder_.path()), base::Unavailable);  // a folder
    EXPECT_EQ(files_kept(), 0U);
}

TEST_F(DiskTest, WhatACrashLeftIsRemovedAtTheNextStart) {
    Disk(kept()).put({7}, spooled("kept"));
    const std::string old = kept() + "/7/7.old.part";
    std::ofstream(old) << "half";
    fs::last_write_time(old, fs::last_write_time(old) - std::chrono::hours(25));
    std::ofstream(kept() + "/7/7.young.part") << "another process is writing this";
    const Disk store(kept());
    EXPECT_EQ(files_kept(), 2U);
    EXPECT_FALSE(fs::exists(old));
    EXPECT_EQ(read_all(store, {7}), "kept");
}

TEST_F(DiskTest, ManyPutsOfOneIdLeaveOneWholeFile) {
    Disk store(kept());
    const std::string first = spooled(std::string(300'000, 'a'));
    const std::string second = spooled(std::string(300'000, 'b'));
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&, i] { store.put({7}, i % 2 == 0 ? first : second); });
        }
    }
    const std::string bytes = read_all(store, {7});
    EXPECT_EQ(bytes, std::string(300'000, bytes[0]));
    EXPECT_EQ(files_kept(), 1U);
}

}  // namespace

}  // namespace files
