// By keyboard alone, and with the single keys turned off.
import { announced, assert, heading, kind, post, seen, startTopic, title, until } from "./steps.mjs";

const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim());

async function keyboardOnly(trip) {
  const { site } = trip;
  const name = title("Reached by keys");
  await startTopic(await trip.as("moderator"), site.url, name, "Press R.");
  const page = await trip.as("member");
  await page.goto(`${site.url}/`);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to main content");
  await page.keyboard.press("Enter");
  await until(page, () => document.activeElement.id === "main");

  const rows = await page.locator(".rows h3 a").allTextContents();
  await page.keyboard.press("j");
  assert.equal(await focused(page), rows[0]);
  await page.keyboard.press("j");
  assert.equal(await focused(page), rows[1]);
  await page.keyboard.press("k");
  assert.equal(await focused(page), rows[0]);
  assert.equal(rows[0], `Unread: ${name}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/forum\/\d+-/);
  assert.equal(await heading(page), name);
  await page.keyboard.press("j");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".post[data-post='1']")));
  // "Reply" leads to where one writes, so that words do not press shortcuts.
  await page.locator(".acts a", { hasText: "Reply" }).first().focus();
  await page.keyboard.press("Enter");
  await until(page, () => document.activeElement.id === "body");
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("r");
  await until(page, () => document.activeElement.id === "body");
  await page.keyboard.type("Just keys: j k ? /");
  await page.keyboard.press("Control+Enter");
  await seen(post(page, 2).locator(".body", { hasText: "Just keys: j k ? /" }));
  await announced(page, "Your reply is posted.");

  const followed = await page.locator("#follow").getAttribute("aria-pressed");
  await page.keyboard.press("f");
  await until(page, (before) => document.getElementById("follow").ariaPressed !== before, followed);
  await page.keyboard.press("k");
  await page.keyboard.press("q");
  await until(page, () => document.activeElement.id === "body");
  assert.match(await page.locator("#body").inputValue(), /^> #1/);
  await page.locator("#body").fill("");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("u");
  await page.waitForURL(/\/networks\/ccio\//);
  await page.keyboard.press("c");
  await page.waitForURL(/\/forum\/new/);
  await page.keyboard.press("g");
  await page.keyboard.press("f");
  await page.waitForURL(/\/forum$/);
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.waitForURL(`${site.url}/`);
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  await page.keyboard.type("electronic");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?q=electronic/);
}

async function turnOff(trip) {
  const { site } = trip;
  const page = await trip.as("member");
  await page.goto(`${site.url}/forum`);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await seen(dialog);
  await dialog.getByRole("button", { name: "Turn shortcuts off" }).click();
  await seen(dialog.getByRole("button", { name: "Turn shortcuts on" }));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await page.keyboard.press("?");
  await page.reload();
  await page.keyboard.press("j");
  assert.equal(await kind(page), "topics");
  assert.ok(await page.evaluate(() => document.activeElement === document.body));

  await page.goto(`${site.url}/help`);
  await page.getByRole("button", { name: "Show all shortcuts" }).click();
  await dialog.getByRole("button", { name: "Turn shortcuts on" }).click();
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.goto(`${site.url}/forum`);
  await page.keyboard.press("j");
  assert.ok(await page.evaluate(() => document.activeElement.matches(".rows h3 a")));
}

async function nextUnread(trip) {
  const { site } = trip;
  const name = title("Next, please");
  await startTopic(await trip.as("moderator"), site.url, name, "N.");
  const page = await trip.as("member");
  await page.goto(`${site.url}/forum`);
  await page.keyboard.press("n");
  assert.equal(await focused(page), `Unread: ${name}`);
}

export const journeys = [
  { name: "by keyboard alone", travel: keyboardOnly },
  { name: "shortcuts turned off and on", travel: turnOff },
  { name: "N goes to what is unread", travel: nextUnread },
];
