// expects: forum::Post::Post()' is private within this context
// A post is had through a Forum, which asks who may see it.

#include "features/forum/forum.h"

void forge() { auto post = forum::Post(); }
