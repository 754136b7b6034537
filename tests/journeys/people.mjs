// Finding somebody who has done it, and being introduced without an address shown.
import { widths } from "./site.mjs";
import { assert, heading, kind, seen } from "./steps.mjs";

async function introduced(trip, { width, js }) {
  const { site } = trip;
  const topic = `Sleepless telemetry ${width}`;
  const other = await trip.as("administrator", { width, js });
  await other.goto(`${site.url}/people/profile`);
  const said = other.getByLabel("What you have done, or are interested in");
  await said.fill(`${topic}\nOther things`);
  await other.getByLabel("Your role, organisation and region").selectOption("me");
  await other.getByRole("button", { name: "Save" }).click();
  await seen(other.locator(".toast", { hasText: "Saved." }));

  const page = await trip.as("chair", { width, js });
  await page.goto(`${site.url}/people`);
  await page.getByLabel("Name, organisation or topic").fill("slepless telemetri " + width);
  await page.getByRole("button", { name: "Search", exact: true }).last().click();
  const found = page.locator(".person", { hasText: topic });
  await found.getByRole("heading").getByRole("link").click();
  assert.equal(await kind(page), "person");
  const name = await heading(page);
  await page.getByRole("link", { name: "Ask for an introduction" }).click();
  await page.getByRole("button", { name: "Ask them" }).click();
  await seen(page.locator(".error-sum"));
  await page.getByLabel("What is it about?").fill(`How did ${topic} go?`);
  await page.getByRole("button", { name: "Ask them" }).click();
  await seen(page.locator(".row", { hasText: `You asked ${name}` }).getByText("Waits").first());

  await other.goto(`${site.url}/people/introductions`);
  const row = other.locator(".row", { hasText: topic });
  await row.getByRole("button", { name: "Yes, share my address" }).click();
  await seen(other.locator(".toast", { hasText: "You see each other" }));
  await page.reload();
  await seen(page.locator(".row", { hasText: topic })
    .getByRole("link", { name: site.people.administrator.email }));

  const sponsor = await trip.as("sponsor contact", { width, js });
  await sponsor.goto(`${site.url}/people`);
  assert.equal(await kind(sponsor), "not-found");
}

export const journeys = widths.map((width) => ({
  name: `find somebody and be introduced, ${width}`,
  travel: (trip) => introduced(trip, { width, js: width === 1440 }),
}));
