// An empty community: the first administrator, the set-up page, the first topic.
import { signIn } from "./site.mjs";
import { assert, heading, kind, seen, startTopic } from "./steps.mjs";

async function found(trip) {
  const site = await trip.found({ empty: true });
  const printed = await site.command("administrator", "ada@example.org");
  const page = await trip.visitor({ width: 390 });
  await signIn(page, printed.match(/https?:\S+/)[0]);
  if (await kind(page) !== "set-up") {
    assert.equal(await kind(page), "today");
    await page.getByRole("link", { name: "Set up" }).click();
  }
  assert.equal(await heading(page), "Set up your community");
  await page.getByLabel("Name of the community").fill("Harbour Health Circle");
  await page.getByLabel("Time zone").fill("Europe/Atlantis");
  await page.getByLabel("Sender of mails").fill("hall@example.org");
  await page.getByLabel("First network").fill("Everyone");
  await page.getByRole("button", { name: "Save and begin" }).click();
  await seen(page.locator(".error-sum"));
  assert.equal(await page.getByLabel("First network").inputValue(), "Everyone");
  await page.getByLabel("Time zone").fill("Europe/London");
  await page.getByRole("button", { name: "Save and begin" }).click();
  await seen(page.locator(".toast", { hasText: "Your community is set up." }));
  assert.match(await page.title(), /Harbour Health Circle$/);
  const letter = await trip.mail.next("ada@example.org");
  assert.equal(letter.from.value[0].address, "hall@example.org");

  await page.goto(`${site.url}/networks/everyone`);
  await page.getByRole("button", { name: "I accept, and keep it" }).click();
  const path = await startTopic(page, site.url, "Welcome", "Say hello.", "Everyone network");
  await page.goto(`${site.url}/`);
  await seen(page.getByRole("link", { name: "Welcome" }).first());
  await site.crash();
  await page.goto(site.url + path);
  await seen(page.locator("#p1 .body", { hasText: "Say hello." }));
  await assert.rejects(site.command("administrator", "eve@example.org"), "only while it is empty");
}

export const journeys = [{ name: "found a community", travel: found }];
