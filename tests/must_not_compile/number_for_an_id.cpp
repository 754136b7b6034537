// expects: cannot convert 'int' to 'forum::TopicId'
// A naked number is no id.

#include "features/forum/forum.h"

void read(const forum::Forum& forum) { (void)forum.topic(12); }
