#include "features/forum/store.h"

namespace forum::store {

namespace {

const sql::Query<std::int64_t(List, List, AudienceId, base::Instant)> posts_counted_since{
    "posts_counted_since", R"(
    SELECT count(*)
      FROM topics t
      JOIN posts p ON p.topic_id = t.id
     WHERE t.audience_id IN ($1) AND (t.hidden_at IS NULL OR t.audience_id IN ($2))
       AND t.audience_id = $3 AND t.last_post_at >= $4
       AND p.written_at >= $4 AND p.hidden_at IS NULL)"};

}  // namespace

std::int64_t count_posts(sql::Tx& tx, const List& audiences, AudienceId audience,
                         base::Instant since) {
    const List of_nobody = {0};  // hidden topics count for nobody, moderators too
    return tx.one(posts_counted_since, audiences, of_nobody, audience, since);
}

}  // namespace forum::store
