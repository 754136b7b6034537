// Where one works: said by its person, found in spite of mistakes, verified by a chair, and counted.
import { widths } from "./site.mjs";
import { announced, assert, kind, seen } from "./steps.mjs";

const choose = (page, name) => page.locator("#found label", { hasText: name }).click();

async function position(trip, { width, js }) {
  const { site } = trip;
  const title = `Chief AHP information officer ${width}`;
  const page = await trip.as("returning officer", { width, js });
  await page.goto(`${site.url}/positions`);
  await page.getByRole("link", { name: /Say where you work|Add another position/ }).click();
  const search = page.getByRole("searchbox", { name: "Search your organisation" });
  if (js) {
    await page.getByLabel("Title of your role").fill(title);
    await search.pressSequentially("harborn univercity");
    await announced(page, "like that");
    assert.equal(await page.getByLabel("Title of your role").inputValue(), title,
      "what was typed elsewhere stays");
  } else {
    await search.fill("harborn univercity");
    await page.getByRole("search", { name: "Search your organisation" })
      .getByRole("button").click();
    await page.getByLabel("Title of your role").fill(title);
  }
  await choose(page, "Harbourne University Hospitals");
  await page.getByLabel("Network", { exact: true }).selectOption("cnio");
  await page.getByLabel("First day").fill("May 2024");
  await page.getByRole("button", { name: "Send it to be verified" }).click();
  await seen(page.locator(".error-sum"));
  assert.equal(await page.getByLabel("Title of your role").inputValue(), title);
  assert.ok(await page.locator("#found input[type=radio]").first().isChecked(), "still chosen");
  await page.getByLabel("First day").fill("2024-05-01");
  await page.getByRole("button", { name: "Send it to be verified" }).click();
  const row = page.locator(".row", { hasText: title });
  await seen(row.getByText("Waits to be verified"));

  const officer = await trip.as("administrator", { width, js });
  await officer.goto(`${site.url}/positions/waiting`);
  const asked = officer.locator(".row", { hasText: title });
  await asked.getByRole("button", { name: "Verify" }).click();
  await seen(officer.locator(".toast", { hasText: "is verified." }));
  await page.reload();
  await seen(row.getByText("Verified"));
  await row.getByRole("link", { name: "I have left this role" }).click();
  await page.getByLabel("Last day").fill("2024-06-30");
  await page.getByRole("button", { name: "Save the last day" }).click();
  await seen(row.getByText("to 30 June 2024"));
}

async function coverage(trip) {
  const { site } = trip;
  const visitor = await trip.visitor();
  await visitor.goto(`${site.url}/coverage?network=cnio`);
  assert.equal(await kind(visitor), "coverage");
  await seen(visitor.getByRole("img", { name: /by region/ }));
  assert.equal(await visitor.getByText("Which trusts").count(), 0);
  await visitor.getByRole("link", { name: "Integrated care board" }).click();
  await seen(visitor.getByText("hidden").first());
  const member = await trip.as("member");
  await member.goto(`${site.url}/coverage?network=cnio`);
  await member.getByText(/^Without a CNIO/).click();
  await seen(member.locator("details[open] li").first());
  const [file] = await Promise.all([member.waitForEvent("download"),
    member.getByRole("link", { name: "This table as CSV" }).click()]);
  assert.match(file.suggestedFilename(), /^coverage-cnio-\d{4}-\d\d-\d\d\.csv$/);
}

export const journeys = [
  ...widths.map((width) => ({
    name: `say where you work, ${width}`,
    travel: (trip) => position(trip, { width, js: width === 1440 }),
  })),
  { name: "coverage, as outsiders and as members", travel: coverage },
];
