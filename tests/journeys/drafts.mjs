// Nothing typed is lost: drafts save themselves, and outlive a server that dies.
import { widths } from "./site.mjs";
import { announced, assert, post, seen, startTopic, title } from "./steps.mjs";

const saved = (page) => seen(page.locator("[data-draft-status]", { hasText: /Draft saved at \d/ }));

async function draftOfAReply(trip, { width }) {
  const { site } = trip;
  const page = await trip.as("member", { width });
  await startTopic(page, site.url, title("Half a thought"), "Finish it later.");
  await page.locator("#reply textarea").fill("A reply that is not finished");
  await saved(page);
  await page.reload();
  assert.equal(await page.locator("#reply textarea").inputValue(), "A reply that is not finished");
  // Elsewhere, signed in as the same person: the draft is the server's.
  const other = await trip.as("member");
  await other.goto(page.url());
  assert.equal(await other.locator("#reply textarea").inputValue(), "A reply that is not finished");
  // Typed and left within a moment: kept too.
  await page.locator("#reply textarea").fill("A reply that is not finished, nearly");
  await page.goto(`${site.url}/forum`);
  await page.goBack();
  await page.reload();
  assert.equal(await page.locator("#reply textarea").inputValue(),
    "A reply that is not finished, nearly");
  await page.getByRole("button", { name: "Discard draft" }).click();
  await announced(page, "Draft discarded.");
  await page.reload();
  assert.equal(await page.locator("#reply textarea").inputValue(), "");
}

async function draftOfATopic(trip) {
  const { site } = trip;
  const page = await trip.as("chair", { width: 390 });
  await page.goto(`${site.url}/forum/new`);
  await page.getByLabel("Title").fill("A title to keep");
  await page.locator("#body").fill("Words to keep");
  await saved(page);
  await page.goto(`${site.url}/forum/new`);
  assert.equal(await page.getByLabel("Title").inputValue(), "A title to keep");
  assert.equal(await page.locator("#body").inputValue(), "Words to keep");
  await page.getByRole("button", { name: "Discard draft" }).click();
  await page.waitForURL(/\/forum$/);
  await page.goto(`${site.url}/forum/new`);
  assert.equal(await page.locator("#body").inputValue(), "");
}

async function serverDiesWhilePosting(trip, { width }) {
  const { site } = trip;
  const page = await trip.as("member", { width });
  await startTopic(page, site.url, title("The server dies"), "Right now.");
  await page.locator("#reply textarea").fill("My words outlive the server.");
  await site.kill();
  try {
    await page.getByRole("button", { name: "Post reply" }).click();
    const notice = page.locator("#reply .notice.bad");
    await seen(notice.getByText("That did not send."));
    await seen(notice.getByText("Your text is still here."));
    await announced(page, "That did not send. Your text is still here.");
    assert.equal(await page.locator("#reply textarea").inputValue(), "My words outlive the server.");
  } finally {
    await site.serve();
  }
  await page.getByRole("button", { name: "Post reply" }).click();
  await seen(post(page, 2).locator(".body", { hasText: "My words outlive the server." }));
  assert.equal(await page.locator(".notice.bad").count(), 0);
}

export const journeys = [
  ...widths.map((width) => ({
    name: `draft of a reply, ${width}`, travel: (trip) => draftOfAReply(trip, { width }) })),
  { name: "draft of a topic", travel: draftOfATopic },
  ...widths.map((width) => ({
    name: `the server dies while posting, ${width}`,
    travel: (trip) => serverDiesWhilePosting(trip, { width }),
  })),
];
