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

const area = (page) => page.locator("#reply textarea");
const text = (page) => area(page).inputValue();

// Types and waits until the server has it.
async function write(page, words) {
  const arrived = page.waitForResponse((answer) =>
    answer.url().endsWith("/forum/drafts") && answer.ok());
  await area(page).fill(words);
  await arrived;
}

// Leaves the page while the network is away, and comes back when it is there again.
async function leaveOffline(page, work) {
  const context = page.context();
  await context.setOffline(true);
  await work();
  const url = page.url();
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(url);
  return again;
}

async function correctedOffline(trip) {
  const { site } = trip;
  let page = await trip.as("member");
  await startTopic(page, site.url, title("In the train"), "Write between two tunnels.");
  await area(page).fill("The first words, in the midle.");
  await saved(page);
  const better = "The first words, in the middle, and more.";
  page = await leaveOffline(page, async () => {
    await area(page).fill(better);
    await seen(page.locator("[data-draft-status]", { hasText: "kept on this device" }));
    await area(page).press("End");
    await page.keyboard.type(" And on.");
  });
  assert.equal(await text(page), `${better} And on.`, "a correction comes back by itself");
  await saved(page);
  const other = await trip.as("member");
  await other.goto(page.url());
  assert.equal(await text(other), `${better} And on.`, "and reaches the server");
  await other.getByRole("button", { name: "Discard draft" }).click();
}

async function titleOffline(trip) {
  const { site } = trip;
  let page = await trip.as("moderator");
  await page.goto(`${site.url}/forum/new`);
  await page.getByLabel("Title").fill("A titel");
  await page.locator("#body").fill("Some words");
  await saved(page);
  page = await leaveOffline(page, () => page.getByLabel("Title").fill("A title"));
  assert.equal(await page.getByLabel("Title").inputValue(), "A title");
  assert.equal(await page.locator("#body").inputValue(), "Some words");
  await page.getByRole("button", { name: "Discard draft" }).click();
  await page.waitForURL(/\/forum$/);
}

async function twoTextsOfOneReply(trip) {
  const { site } = trip;
  let page = await trip.as("member");
  await startTopic(page, site.url, title("On two devices"), "Which is newer?");
  const [here, elsewhere] = ["Typed here, in the train.", "Typed elsewhere, at the desk."];
  await area(page).fill("Begun.");
  await saved(page);
  page = await leaveOffline(page, async () => {
    await area(page).fill(here);
    const desk = await trip.as("member");
    await desk.goto(page.url());
    await write(desk, elsewhere);
  });
  const offer = page.locator("[data-kept]");
  const use = page.getByRole("button", { name: "Use the text kept on this device" });
  assert.equal(await text(page), elsewhere);
  await announced(page, "Another text is kept on this device.");
  await seen(offer.getByText(here));
  // The first key does not take it away, nor does another visit.
  await write(page, `${elsewhere} More.`);
  await page.reload();
  assert.equal(await text(page), `${elsewhere} More.`);
  // By keyboard, there and back: whatever leaves the field is kept.
  await use.focus();
  await page.keyboard.press("Enter");
  await announced(page, "The text kept on this device is in the field.");
  assert.equal(await text(page), here);
  assert.equal(await page.evaluate(() => document.activeElement.id), "body");
  await seen(offer.getByText(`${elsewhere} More.`));
  await page.reload();
  assert.equal(await text(page), here);
  await use.click();
  assert.equal(await text(page), `${elsewhere} More.`);
  await page.getByRole("button", { name: "Post reply" }).click();
  await seen(post(page, 2).locator(".body", { hasText: "at the desk. More." }));
  await seen(offer.getByText(here));
  await page.getByRole("button", { name: "Drop it" }).click();
  assert.equal(await offer.count(), 0);
  await page.reload();
  assert.equal(await text(page), "");
  assert.equal(await offer.count(), 0);
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
  { name: "draft corrected without network", travel: correctedOffline },
  { name: "draft of a title without network", travel: titleOffline },
  { name: "draft with two texts of one reply", travel: twoTextsOfOneReply },
  ...widths.map((width) => ({
    name: `the server dies while posting, ${width}`,
    travel: (trip) => serverDiesWhilePosting(trip, { width }),
  })),
];
