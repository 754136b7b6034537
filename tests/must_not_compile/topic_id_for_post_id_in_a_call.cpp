// expects: cannot convert 'Id<forum::TopicTag>' to 'Id<forum::PostTag>'
// The id of one table never finds a row of another.

#include "features/forum/forum.h"

void read(const forum::Forum& forum, forum::TopicId topic) { (void)forum.post(topic); }
