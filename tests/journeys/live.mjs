// What happens without a change of page: news of others, reactions, following.
import { widths } from "./site.mjs";
import {
  announced, assert, gone, heading, post, reply, seen, startTopic, stay, stayed, title, until,
} from "./steps.mjs";

async function newPostShows(trip, { width }) {
  const { site } = trip;
  const writer = await trip.as("moderator");
  const path = await startTopic(writer, site.url, title("Two of us here"), "Who else is reading?");
  const reader = await trip.as("member", { width });
  const listening = reader.waitForResponse((answer) => answer.url().includes("/live"));
  await reader.goto(site.url + path);
  await listening;
  await reader.locator("#reply textarea").fill("Half a sentence");
  await stay(reader);
  const places = () => reader.evaluate(() => [scrollY,
    ...[...document.querySelectorAll("#p1, #reply, #body")]
      .map((part) => part.getBoundingClientRect().top)]);
  const before = await places();

  await reply(writer, "I am.");
  const button = reader.getByRole("button", { name: "1 new post, show" });
  await seen(button);
  await announced(reader, "1 new post");
  assert.deepEqual(await places(), before, "nothing moves");
  assert.equal(await post(reader, 2).count(), 0, "nothing is put in under the reader");
  assert.equal(await reader.evaluate(() => document.activeElement.id), "body", "focus stays");
  assert.equal(await writer.locator("#news").isVisible(), false, "the writer knows already");

  await reply(writer, "And I am still here.");
  await seen(reader.getByRole("button", { name: "2 new posts, show" }));
  await reader.getByRole("button", { name: "2 new posts, show" }).click();
  await seen(post(reader, 3).locator(".body", { hasText: "still here" }));
  await gone(reader.locator("#news"));
  assert.equal(await reader.evaluate(() => document.activeElement.closest("li")?.id), "p2");
  assert.equal(await reader.locator("#reply textarea").inputValue(), "Half a sentence");
  assert.ok(await stayed(reader));
  await reader.locator("#reply textarea").fill("");
}

async function todayShowsNews(trip) {
  const { site } = trip;
  const reader = await trip.as("member", { width: 390 });
  const listening = reader.waitForResponse((answer) => answer.url().includes("/live"));
  await reader.goto(`${site.url}/`);
  await listening;
  await stay(reader);
  const name = title("News while you look");
  await startTopic(await trip.as("moderator"), site.url, name, "Look.");
  await seen(reader.getByRole("button", { name: "New posts, show" }));
  assert.equal(await reader.locator(".row", { hasText: name }).count(), 0);
  await reader.getByRole("button", { name: "New posts, show" }).click();
  await seen(reader.locator(".row.unread", { hasText: name }));
  assert.ok(await stayed(reader));
}

// What a script fetches beside the posts does not count as reading them.
async function countsFollow(trip) {
  const { site } = trip;
  const name = title("Counted, not read");
  const writer = await trip.as("moderator");
  const path = await startTopic(writer, site.url, name, "One.");
  const reader = await trip.as("member");
  await reader.goto(site.url + path);
  await reader.goto(`${site.url}/`);  // by now what was shown is read
  const listening = reader.waitForResponse((answer) => answer.url().includes("/live"));
  await reader.goto(site.url + path);
  await listening;
  const count = () => reader.locator("#side-nav .count").first().textContent().catch(() => "0");
  const before = parseInt(await count(), 10) || 0;
  await reply(writer, "Two.");
  await until(reader, (known) => (parseInt(document.querySelector("#side-nav .count")?.textContent,
    10) || 0) > known, before);
  const other = await trip.as("member");
  await other.goto(`${site.url}/`);
  await seen(other.locator(".row", { hasText: name }).getByText("1 new"));
}

async function reactAndFollow(trip, { width }) {
  const { site } = trip;
  const path = await startTopic(await trip.as("moderator"), site.url, title("Thank me"), "Useful?");
  const page = await trip.as("member", { width });
  await page.goto(site.url + path);
  await stay(page);
  const state = (id) => page.locator(`#${id}`).getAttribute("aria-pressed");
  const press = async (id, pressed, words) => {
    await page.locator(`#${id}`).focus();
    await page.keyboard.press("Enter");
    await until(page, ([button, wanted]) =>
      document.getElementById(button)?.getAttribute("aria-pressed") === wanted, [id, pressed]);
    await announced(page, words);
    assert.equal(await page.evaluate(() => document.activeElement.id), id, "focus stays");
    assert.ok(await stayed(page), "no change of page");
  };
  assert.equal(await state("thanks1"), "false");
  await press("thanks1", "true", "Your thanks is noted.");
  assert.equal(await page.locator("#thanks1 span").innerText(), "1");
  await press("useful1", "true", "Your “useful” is noted.");
  await press("thanks1", "false", "Your thanks is taken back.");
  assert.equal(await page.locator("#thanks1 span").innerText(), "0");
  await press("follow", "true", "You follow this topic.");
  assert.equal(await page.locator("#follow").innerText(), "Following");
  await page.reload();
  assert.equal(await state("useful1"), "true");
  assert.equal(await state("follow"), "true");
  await page.goto(`${site.url}/forum?view=followed`);
  await seen(page.locator(".row", { hasText: await title_of(page, site.url + path) }));
}

async function title_of(page, url) {
  const other = await page.context().newPage();
  await other.goto(url);
  const words = await heading(other);
  await other.close();
  return words;
}

async function reactWithoutScript(trip) {
  const { site } = trip;
  const path = await startTopic(await trip.as("moderator"), site.url, title("Plain thanks"), "Yes?");
  const page = await trip.as("member", { js: false, width: 390 });
  await page.goto(site.url + path);
  await page.locator("#thanks1").click();
  await seen(page.locator(".toast", { hasText: "Your thanks is noted." }));
  assert.equal(await page.locator("#thanks1").getAttribute("aria-pressed"), "true");
  await page.locator("#follow").click();
  await seen(page.locator(".toast", { hasText: "You follow this topic." }));
  await page.getByRole("link", { name: "Quote post 1" }).click();
  assert.match(await page.locator("#reply textarea").inputValue(), /^> #1\n> Yes\?/);
}

export const journeys = [
  ...widths.map((width) => ({
    name: `a new post, shown when asked, ${width}`,
    travel: (trip) => newPostShows(trip, { width }),
  })),
  { name: "Today offers what is new", travel: todayShowsNews },
  { name: "counts follow, and nothing is read by it", travel: countsFollow },
  ...widths.map((width) => ({
    name: `react and follow in place, ${width}`, travel: (trip) => reactAndFollow(trip, { width }) })),
  { name: "react and follow without script", travel: reactWithoutScript },
];
