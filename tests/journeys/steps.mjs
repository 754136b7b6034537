// What several journeys do and check.
import assert from "node:assert/strict";

export { assert };

export const seen = (locator) => locator.waitFor({ state: "visible" });
export const gone = (locator) => locator.waitFor({ state: "hidden" });
export const heading = (page) => page.locator("h1").innerText();
export const kind = (page) => page.locator("body").getAttribute("data-page");

// Waits until the page says so, for what comes by and by; true is what ends the wait.
export const until = (page, check, argument) =>
  page.waitForFunction(check, argument, { timeout: 15000 });

export const announced = (page, words) =>
  until(page, (said) => document.getElementById("announce").textContent.includes(said), words);

// A mark that a change of page would wipe out.
export const stay = (page) => page.evaluate(() => { window.stayed = true; });
export const stayed = (page) => page.evaluate(() => window.stayed === true);

let topics = 0;
export const title = (about) => `${about}, number ${++topics}`;

// Starts a topic through the form and ends on its page.
export async function startTopic(page, base, name, body, network = "CCIO network") {
  await page.goto(`${base}/forum/new`);
  await page.getByLabel("Title").fill(name);
  const area = page.locator(`#area optgroup[label="${network}"] option`).first();
  await page.locator("#area").selectOption(await area.getAttribute("value"));
  await page.locator("#body").fill(body);
  await page.getByRole("button", { name: "Post topic" }).click();
  await page.waitForURL(/\/forum\/\d+-/);
  assert.equal(await heading(page), name);
  return new URL(page.url()).pathname;
}

export async function reply(page, text, shown = text) {
  await page.locator("#reply textarea").fill(text);
  await page.getByRole("button", { name: "Post reply" }).click();
  await seen(page.locator(".post .body", { hasText: shown }));
}

export const post = (page, number) => page.locator(`#p${number}`);

// Within a form: what was found follows typing, or is drawn when the button is pressed.
export async function searchOrganisation(page, words, js) {
  const search = page.getByRole("searchbox", { name: "Search your organisation" });
  if (js) {
    await search.fill("");
    await search.pressSequentially(words);
    await page.locator(`#found input[name=searched][value="${words}"]`)
      .waitFor({ state: "attached" });
  } else {
    await search.fill(words);
    await page.getByRole("search", { name: "Search your organisation" })
      .getByRole("button").click();
    assert.equal(await page.locator(".error-sum").count(), 0, "a search refuses nothing");
  }
}
