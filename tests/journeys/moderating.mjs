// A moderator closes a topic and hides a post, and members see what was done.
import { widths } from "./site.mjs";
import { assert, heading, kind, post, reply, seen, startTopic, title } from "./steps.mjs";

async function closeAndHide(trip, { width }) {
  const { site } = trip;
  const writer = await trip.as("chair", { width });
  const path = await startTopic(writer, site.url, title("Beside the point"), "Our start.");
  await reply(writer, "It was the hospital on the hill.");
  const moderator = await trip.as("moderator", { width });
  await moderator.goto(site.url + path);
  await post(moderator, 2).locator("summary").click();
  await moderator.getByRole("link", { name: "Hide" }).click();
  assert.equal(await heading(moderator), "Hide post 2");
  await moderator.getByRole("button", { name: "Hide post" }).click();
  await seen(moderator.locator(".error-sum", { hasText: "Say why" }));
  await moderator.getByLabel("Why").fill("It named an organisation.");
  await moderator.getByRole("button", { name: "Hide post" }).click();
  await seen(moderator.locator(".toast", { hasText: "The post is hidden." }));

  const member = await trip.as("member", { width });
  await member.goto(site.url + path);
  const line = post(member, 2).locator(".post.removed");
  await seen(line.getByText(/^Hidden by a moderator on .*: It named an organisation\.$/));
  assert.ok(!(await member.content()).includes("hospital on the hill"), "the words are gone");
  assert.equal(await member.getByRole("link", { name: "Moderate" }).count(), 0);
  const answer = await member.goto(`${site.url}${path}/moderation`);
  assert.equal(answer.status(), 404);
  assert.equal(await kind(member), "not-found");

  await moderator.getByRole("link", { name: "Moderate" }).click();
  await moderator.getByRole("button", { name: "Close" }).click();
  await seen(moderator.locator(".toast", { hasText: "The topic is closed." }));
  await member.goto(site.url + path);
  await seen(member.locator(".notice.warn", { hasText: "Closed." }));
  assert.equal(await member.locator("#reply textarea").count(), 0);

  await moderator.getByRole("link", { name: "Moderate" }).click();
  await moderator.getByRole("button", { name: "Reopen" }).click();
  await moderator.getByRole("link", { name: "Review this decision" }).click();
  await moderator.getByRole("button", { name: "Show again" }).click();
  await member.goto(site.url + path);
  await seen(post(member, 2).getByText("the hospital on the hill"));
  await seen(member.locator("#reply"));
}

async function hideATopic(trip) {
  const { site } = trip;
  const name = title("Not for here");
  const path = await startTopic(await trip.as("chair"), site.url, name, "Buy now.");
  const moderator = await trip.as("moderator");
  await moderator.goto(`${site.url}${path}/moderation`);
  await moderator.getByLabel("Why").fill("It sells something.");
  await moderator.getByRole("button", { name: "Hide topic" }).click();
  await seen(moderator.locator(".notice", { hasText: "It sells something." }));
  const member = await trip.as("member", { width: 390 });
  assert.equal((await member.goto(site.url + path)).status(), 404);
  await member.goto(`${site.url}/networks/ccio`);
  assert.equal(await member.locator(".row", { hasText: name }).count(), 0);
}

async function pin(trip) {
  const { site } = trip;
  const name = title("Read this first");
  const path = await startTopic(await trip.as("chair"), site.url, name, "How we meet.");
  const moderator = await trip.as("moderator");
  await moderator.goto(`${site.url}${path}/moderation`);
  await moderator.getByRole("button", { name: "Pin", exact: true }).click();
  await seen(moderator.locator(".toast", { hasText: "The topic is pinned." }));
  await startTopic(await trip.as("chair"), site.url, title("Newer"), "And yet below.");
  const member = await trip.as("member");
  await member.goto(`${site.url}/networks/ccio`);
  const first = member.locator(".row").first();
  assert.match(await first.locator("h3").textContent(), new RegExp(`Pinned: ${name}$`));
  await moderator.goto(`${site.url}${path}/moderation`);
  await moderator.getByRole("button", { name: "Unpin" }).click();
}

export const journeys = [
  ...widths.map((width) => ({
    name: `hide a post, close a topic, ${width}`, travel: (trip) => closeAndHide(trip, { width }) })),
  { name: "hide a topic", travel: hideATopic },
  { name: "pin a topic", travel: pin },
];
