// Which rule holds: set for a part of a topic, loosened when the author agrees, and a name allowed.
import { widths } from "./site.mjs";
import { assert, heading, kind, post, reply, seen, startTopic, title } from "./steps.mjs";

const rule = async (page) => (await page.locator(".notice.rule").first().innerText()).trim();

async function loosen(trip, { width, js = true }) {
  const { site } = trip;
  const options = { width, js };
  const writer = await trip.as("member", options);
  const path = await startTopic(writer, site.url, title("What we log"), "We log every hazard.");
  assert.match(await rule(writer), /^Chatham House Rule\./);

  // A part of it is closed: what is said from then on says so.
  const moderator = await trip.as("moderator", options);
  await moderator.goto(site.url + path);
  await moderator.getByRole("link", { name: "Rule", exact: true }).click();
  assert.equal(await heading(moderator), "The rule of this topic");
  await moderator.locator("form[action$='/rule/next'] button").click();
  await seen(moderator.locator(".error-sum", { hasText: "Choose a rule" }));
  await moderator.locator("#state").selectOption("closed");
  await moderator.locator("form[action$='/rule/next'] button").click();
  await seen(moderator.locator(".toast", { hasText: "The rule of what is said next is set." }));
  assert.match(await rule(moderator), /^Closed\./);
  await seen(post(moderator, 1).getByText("Chatham House Rule: it may be used"));
  await reply(moderator, "Ours had a name in it.");

  // The author is asked, finds it on their first page, and agrees.
  await moderator.getByRole("link", { name: "Rule", exact: true }).click();
  await moderator.getByLabel("From post").fill("1");
  await moderator.getByLabel("To post").fill("1");
  await moderator.getByLabel("Rule that you would like").selectOption("record");
  await moderator.getByLabel("What for").fill("For our report to the board.");
  await moderator.getByRole("button", { name: "Ask the authors" }).click();
  assert.equal(await kind(moderator), "loosening");
  await seen(moderator.getByText("It waits until 1 author has agreed."));

  await writer.goto(`${site.url}/`);
  const wish = writer.locator("li", { hasText: "May what you said be used more freely?" }).last();
  await wish.getByRole("link", { name: "Read and answer" }).click();
  await seen(writer.getByText("We log every hazard."));
  await seen(writer.getByText("For our report to the board."));
  await writer.getByRole("button", { name: "I agree" }).click();
  await seen(writer.getByText("All agreed: the rule is looser now."));
  await writer.goto(site.url + path);
  await seen(post(writer, 1).getByText("On the record: it may be used, and who said it"));
}

async function beNamed(trip) {
  const { site } = trip;
  const writer = await trip.as("member");
  const path = await startTopic(writer, site.url, title("Quote me"), "Ask your pharmacists.");
  await writer.locator("#p1 summary").click();
  await writer.getByRole("link", { name: "Rule and naming" }).click();
  assert.equal(await heading(writer), "The rule of post 1");
  await writer.getByRole("button", { name: "I may be named with this post" }).click();
  await seen(writer.locator(".toast", { hasText: "You may be named with this post." }));
  const other = await trip.as("chair");
  await other.goto(site.url + path);
  await seen(post(other, 1).getByText("May be named"));
  await writer.goto(site.url + path);
  await writer.locator("#p1 summary").click();
  await writer.getByRole("link", { name: "Rule and naming" }).click();
  await writer.getByRole("button", { name: "Take it back" }).click();
  await other.goto(site.url + path);
  assert.equal(await post(other, 1).getByText("May be named").count(), 0);
}

export const journeys = [
  ...widths.map((width) => ({
    name: `a rule is loosened by its author, ${width}`, travel: (trip) => loosen(trip, { width }) })),
  { name: "a rule is loosened without script",
    travel: (trip) => loosen(trip, { width: 390, js: false }) },
  { name: "an author may be named", travel: beNamed },
];
