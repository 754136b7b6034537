#pragma once
// Topics and posts for the policy's tests, which need no database.

#include "features/forum/forum.h"

namespace forum {

struct Sample {
    static Topic topic(AudienceId audience) {
        Topic topic;
        topic.id = {1};
        topic.audience = audience;
        topic.title = "A topic";
        topic.last_number = 3;
        return topic;
    }

    static Post post(AudienceId audience, PersonId author, base::Instant written) {
        Post post;
        post.id = {7};
        post.topic = {1};
        post.audience = audience;
        post.number = 2;
        post.author.id = author;
        post.written = written;
        return post;
    }
};

}  // namespace forum
