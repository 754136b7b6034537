// The Rule is accepted: on entering a network, at joining (with joining.mjs), and after a change.
import { widths } from "./site.mjs";
import { assert, heading, kind, seen, startTopic, title } from "./steps.mjs";

// The demo's newcomer belongs to a network and has not been in it.
async function enter(trip, { width, js = true }) {
  const { site } = trip;
  const options = { width, js };
  const writer = await trip.as("member", options);
  const path = await startTopic(writer, site.url, title("What is inside"), "Only for us.");

  const page = await trip.as("newcomer", options);
  await page.goto(`${site.url}/`);
  await seen(page.locator(".asking", { hasText: "You are asked to accept the Rule" }));
  await page.goto(site.url + path);
  assert.equal(await heading(page), "Enter the CCIO network");
  await seen(page.getByText("neither the identity nor the affiliation of the speaker"));
  assert.equal(await page.getByText("What is inside").count(), 0);

  // Not now: what stays open is said, and the way back.
  await page.getByRole("link", { name: "Not now" }).click();
  assert.equal(await kind(page), "rule-declined");
  await page.locator("main .rows a", { hasText: "CCIO Network" }).click();
  assert.equal(await heading(page), "Enter the CCIO network");

  await page.goto(site.url + path);
  await page.getByRole("button", { name: "I accept, and keep it" }).click();
  await page.waitForURL(/\/forum\/\d+-/);
  await seen(page.locator(".post .body", { hasText: "Only for us." }));
  assert.equal(await page.locator(".asking").count(), 0);

  // Withdrawn, it is closed again.
  await page.goto(`${site.url}/rule/acceptance`);
  await page.locator("main .rows a", { hasText: "CCIO Network" }).click();
  await page.getByRole("button", { name: "Withdraw" }).click();
  assert.equal(await heading(page), "Without accepting the Rule");
  await page.goto(site.url + path);
  assert.equal(await heading(page), "Enter the CCIO network");
}

// Its chair adds to the text of a network, from a day on; a member reads of it and accepts before.
async function change(trip, { width, js = true }) {
  const { site } = trip;
  const options = { width, js };
  const chair = await trip.as("chair", options);
  await chair.goto(`${site.url}/rule/networks/ccio`);
  await chair.getByRole("link", { name: "Write the next version" }).click();
  const words = `We name no supplier. ${width} ${js}`;
  await chair.getByLabel("The text").fill(words);
  await chair.getByLabel("From which day").fill("tomorrow");
  await chair.getByRole("button", { name: "Publish it" }).click();
  await seen(chair.locator(".error-sum", { hasText: "Enter a day like 2027-03-31" }));
  const day = new Date(Date.now() + 5 * 86400000).toISOString().slice(0, 10);
  await chair.getByLabel("From which day").fill(day);
  await chair.getByRole("button", { name: "Preview" }).click();
  await seen(chair.locator("#preview ins").first());
  await seen(chair.locator("#preview", { hasText: "asked to accept it" }));
  await chair.getByRole("button", { name: "Publish it" }).click();
  await seen(chair.locator(".toast", { hasText: "is published." }));
  assert.equal(await chair.locator(".asking").count(), 0, "whoever publishes it accepts it");

  const member = await trip.as("member", options);
  await member.goto(`${site.url}/forum`);
  await seen(member.locator(".asking", { hasText: "The text of the Rule has changed." }));
  await member.locator(".asking a").click();
  await member.locator("main .rows a", { hasText: "CCIO Network" }).click();
  await seen(member.getByText(words));
  await member.getByRole("button", { name: "I accept, and keep it" }).click();
  await seen(member.locator(".toast", { hasText: "You accepted the Rule." }));
  assert.equal(await member.locator(".asking").count(), 0);
  await member.goto(`${site.url}/rule/networks/ccio`);
  await member.getByRole("link", { name: /^Version/ }).first().click();
  await seen(member.getByText(words).first());
}

export const journeys = [
  ...widths.map((width) => ({
    name: `the Rule is accepted on entering, ${width}`, travel: (trip) => enter(trip, { width }) })),
  { name: "the Rule is accepted on entering without script",
    travel: (trip) => enter(trip, { width: 390, js: false }) },
  ...widths.map((width) => ({
    name: `the Rule changes and is accepted, ${width}`, travel: (trip) => change(trip, { width }) })),
  { name: "the Rule changes without script",
    travel: (trip) => change(trip, { width: 390, js: false }) },
];
