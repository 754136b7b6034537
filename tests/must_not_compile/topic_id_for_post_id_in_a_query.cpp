// expects: cannot convert 'forum::TopicId' {aka 'base::Id<forum::TopicTag>'} to 'std::type_identity_t<base::Id<forum::PostTag>
// The id of one table is never bound where another's is asked for.

#include "features/forum/forum.h"

const sql::Query<std::int64_t(forum::PostId)> note_by_post{"note_by_post", "…"};

void read(sql::Tx& tx, forum::TopicId topic) { (void)tx.find(note_by_post, topic); }
