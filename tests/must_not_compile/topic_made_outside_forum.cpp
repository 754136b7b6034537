// expects: forum::Topic::Topic()' is private within this context
// A topic is had through a Forum, which asks who may see it.

#include "features/forum/forum.h"

forum::Topic forged() {
    forum::Topic topic;
    topic.id = forum::TopicId{12};
    return topic;
}
