// Where one works: said by its person, found in spite of mistakes, verified by a chair, and counted.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { check } from "./pages.mjs";
import { signIn, widths } from "./site.mjs";
import { announced, assert, kind, searchOrganisation, seen } from "./steps.mjs";

const choose = (page, name) => page.locator("#found label", { hasText: name }).click();

async function position(trip, { width, js }) {
  const { site } = trip;
  const title = `Chief AHP information officer ${width}`;
  const page = await trip.as("returning officer", { width, js, bypassCSP: true });
  await page.goto(`${site.url}/positions`);
  await page.getByRole("link", { name: /Say where you work|Add another position/ }).click();
  await page.getByLabel("Network", { exact: true }).selectOption("cnio");
  await page.getByLabel("Title of your role").fill(title);
  await page.getByLabel("First day").fill("May 2024");
  await page.getByLabel("What shows it").fill("Our board page.");
  await searchOrganisation(page, "harborn univercity", js);
  if (js) await announced(page, "like that");
  await choose(page, "Harbourne University Hospitals");
  assert.equal(await page.getByLabel("Network", { exact: true }).inputValue(), "cnio");
  assert.equal(await page.getByLabel("Title of your role").inputValue(), title,
    "what was typed elsewhere stays");
  assert.equal(await page.getByLabel("What shows it").inputValue(), "Our board page.");
  await page.getByRole("button", { name: "Send it to be verified" }).click();
  await seen(page.locator(".error-sum"));
  assert.equal(await page.getByLabel("Title of your role").inputValue(), title);
  assert.ok(await page.locator("#found input[type=radio]").first().isChecked(), "still chosen");
  await page.getByLabel("First day").fill("2024-05-01");
  await page.getByLabel("First day").press("Enter");  // sends, and does not search
  const row = page.locator(".row", { hasText: title });
  await seen(row.getByText("Waits to be verified"));

  const officer = await trip.as("administrator", { width, js, bypassCSP: true });
  await officer.goto(`${site.url}/positions/waiting`);
  const asked = officer.locator(".cards > li", { hasText: title });
  await seen(asked.getByText("Our board page."));
  if (js) {
    await asked.getByRole("link", { name: /^Refuse/ }).click();
    await check(officer, "position, refusal");
    await officer.goBack();
  }
  await asked.getByRole("button", { name: "Verify" }).click();
  await seen(officer.locator(".toast", { hasText: "is verified." }));
  await page.reload();
  await seen(row.getByText("Verified"));
  await row.getByRole("link", { name: "I have left this role" }).click();
  if (js) await check(page, "position, end");
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

// Where one works now is another trust: the old position ends, the new one is verified, and the
// directory of people follows.
async function employer(trip, { width, js }) {
  const site = js ? trip.site : await trip.found();  // one person cannot move twice
  const as = async (role) => {
    const page = await trip.visitor({ width, js });
    await signIn(page, await site.freshLink(site.people[role].email));
    return page;
  };
  const title = `Lead ${width} at`;
  const page = await as("returning officer");
  const claim = async (search, name, since) => {
    await page.goto(`${site.url}/positions`);
    await page.getByRole("link", { name: /Say where you work|Add another position/ }).click();
    await page.getByLabel("Title of your role").fill(`${title} ${name}`);
    await page.getByLabel("Network", { exact: true }).selectOption("cnio");
    await page.getByLabel("First day").fill(since);
    await searchOrganisation(page, search, js);
    await choose(page, name);
    await page.getByRole("button", { name: "Send it to be verified" }).click();
    const officer = await as("administrator");
    await officer.goto(`${site.url}/positions/waiting`);
    await officer.locator(".cards > li", { hasText: `${title} ${name}` })
      .getByRole("button", { name: "Verify" }).click();
    await seen(officer.locator(".toast", { hasText: "is verified." }));
    await officer.context().close();
    await page.goto(`${site.url}/positions`);
  };
  const found = async () => {
    const other = await as("member");
    await other.goto(`${site.url}/people?words=${encodeURIComponent(
      site.people["returning officer"].name)}`);
    const words = await other.getByRole("main").innerText();
    await other.context().close();
    return words;
  };
  await claim("harborn univercity", "Harbourne University Hospitals", "2023-05-01");
  const row = page.locator(".row", { hasText: `${title} Harbourne` });
  await row.getByRole("link", { name: "I have left this role" }).click();
  await page.getByLabel("Last day").fill("2025-03-31");
  await page.getByRole("button", { name: "Save the last day" }).click();
  await seen(row.getByText("to 31 March 2025"));
  await claim("querncomb mental", "Querncombe Mental Health", "2025-04-01");
  await seen(page.locator(".row", { hasText: `${title} Querncombe` }).getByText("Verified"));
  for (let tries = 0; !(await found()).includes("Querncombe"); ++tries) {
    assert.ok(tries < 20, "the directory follows");
    await page.waitForTimeout(200);
  }
}

// From a spreadsheet to a member: tried, brought, written to, in with one press.
async function brought(trip) {
  const site = await trip.found({ size: [30, 5, 20] });
  const file = join(site.data, "roll.csv");
  await writeFile(file, "name,email,network,organisation,role\n"
    + "Marguerite Oyelaran,marguerite@nhs.example,CCIO;cnio,harbourne university hospitals,CCIO\n");
  assert.match(await site.command("members", "import", file, "--dry-run"),
    /1 people would be invited/);
  assert.match(await site.command("members", "import", file), /1 people will be invited/);
  const letter = await trip.mail.next("marguerite@nhs.example");
  for (const width of widths) {
    const page = await trip.visitor({ width, js: width === 390, bypassCSP: true });
    await page.goto(letter.text.match(/http:[^\s"<>]*\/join\/invitation\/[\w-]+/)[0]);
    if (width === 390) {
      await check(page, "invitation");
      continue;
    }
    await page.getByRole("button", { name: "This is me: come in" }).click();
    await seen(page.locator(".toast", { hasText: "Welcome. You are in." }));
    await page.goto(`${site.url}/applications`);
    await seen(page.getByRole("main").getByText("CCIO").first());
  }
  const manager = await trip.visitor();
  await signIn(manager, await site.link("administrator"));
  await manager.goto(`${site.url}/memberships/attention`);
  assert.equal(await manager.getByText("Invitations").count(), 0, "all have come in");
}

export const journeys = [
  { name: "change employer", travel: (trip) => employer(trip, { width: 390, js: true }) },
  { name: "change employer, without script",
    travel: (trip) => employer(trip, { width: 1440, js: false }) },
  { name: "a roll is brought", travel: brought },
  ...widths.map((width) => ({
    name: `say where you work, ${width}`,
    travel: (trip) => position(trip, { width, js: width === 1440 }),
  })),
  { name: "coverage, as outsiders and as members", travel: coverage },
];
