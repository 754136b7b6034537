// A network is founded, gets a chair while the program runs, and the chair decides who belongs.
import { widths } from "./site.mjs";
import { assert, heading, kind, seen } from "./steps.mjs";

// Found by name: whoever plays the part belongs to the network first.
async function founded(page, { site, name, slug }) {
  await page.goto(`${site.url}/networks/new`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Short name").fill(slug.toUpperCase());
  await page.getByLabel("Address").fill(slug);
  await page.getByLabel("What somebody needs to join").selectOption("interest");
  await page.getByLabel("Where somebody has to work").selectOption("anywhere");
  await page.getByRole("button", { name: "Found it" }).click();
  await seen(page.locator(".toast", { hasText: "The network is there." }));
}

async function appointed(trip, { width, js }) {
  const { site, mail } = trip;
  const slug = `robots${width}`;
  const chosen = site.people[width === 390 ? "organiser" : "returning officer"];
  const part = width === 390 ? "organiser" : "returning officer";
  const page = await trip.as("administrator", { width, js });
  await founded(page, { site, name: `Robotic surgery ${width}`, slug });
  await page.goto(`${site.url}/memberships?network=${slug}`);
  await page.getByLabel("Email address").fill(chosen.email);
  await page.getByLabel("What they are").selectOption("full");
  await page.getByRole("button", { name: "Add them" }).click();
  await seen(page.locator(".toast", { hasText: "They belong to the network now." }));

  await page.goto(`${site.url}/admin/offices`);
  await page.getByRole("searchbox", { name: "Name or email address" }).fill(chosen.email);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("main").getByRole("link", { name: chosen.name }).first().click();
  assert.equal(await heading(page), chosen.name);
  await page.getByLabel("Office").selectOption("chair");
  await page.getByRole("button", { name: "Go on" }).click();
  await seen(page.getByText("Choose the network that they are to lead"));
  await page.getByRole("link", { name: "Choose again" }).click();
  await page.getByLabel("Office").selectOption("chair");
  await page.getByLabel("Network", { exact: true }).selectOption(slug);
  await page.getByRole("button", { name: "Go on" }).click();
  await seen(page.getByText("They decide on who belongs to the network"));
  await page.getByRole("button", { name: "Appoint them" }).click();
  await seen(page.locator(".toast", { hasText: "They hold the office." }));
  for (let known = 0; ; ++known) {
    const letter = await mail.next(chosen.email, known);
    if (letter.subject.startsWith("You are chair of the ROBOTS")) break;
  }

  const applicant = await trip.as("member", { width, js });
  const title = `Robotics lead ${width}`;
  await applicant.goto(`${site.url}/applications/new?network=${slug}&name=harborne`);
  await applicant.locator("#found label").first().click();
  await applicant.locator("label", { hasText: "Full member" }).click();
  await applicant.getByLabel("Title of your role").fill(title);
  await applicant.getByLabel("First day in this role").fill("2026-05-04");
  await applicant.getByRole("button", { name: "Send the application" }).click();
  await applicant.waitForURL(/\/applications\/\d+$/);

  const chair = await trip.as(part, { width, js });
  await chair.goto(`${site.url}/`);
  await seen(chair.getByText(`Chair of the ${slug.toUpperCase()} network`).first());
  await chair.goto(`${site.url}/applications/waiting`);
  await chair.locator(".card", { hasText: title }).getByRole("button", { name: "Admit" }).click();
  await seen(chair.locator(".toast", { hasText: "is admitted." }));
  await applicant.goto(`${site.url}/networks/${slug}/about`);
  await seen(applicant.getByRole("main").getByText(chosen.name));
  await applicant.getByRole("main").locator(".btn", { hasText: "Read and accept" }).click();
  await applicant.getByRole("button", { name: "I accept, and keep it" }).click();
  await applicant.goto(`${site.url}/networks/${slug}/about`);
  await seen(applicant.getByText("in its forum in the last 30 days"));

  await page.goto(`${site.url}/admin/offices`);
  await page.getByRole("link", {
    name: `End that ${chosen.name} is Chair of the ${slug.toUpperCase()} network` }).click();
  await page.getByLabel("Why it ends").fill("The term is over.");
  await page.getByRole("button", { name: "End their office" }).click();
  await seen(page.locator(".toast", { hasText: "The office has ended." }));
  await chair.goto(`${site.url}/offices`);
  assert.equal(await kind(chair), "own-offices");
  await seen(chair.getByText("The term is over."));
}

async function sponsor(trip) {
  const { site } = trip;
  const contact = await trip.as("sponsor contact", { width: 390 });
  const manager = await trip.as("community manager", { width: 390 });
  for (const path of ["/forum", "/people"]) {
    assert.equal((await contact.goto(site.url + path)).status(), 404, path);
  }
  await manager.goto(`${site.url}/memberships/sponsors`);
  await manager.getByLabel("Email address").fill(site.people.member.email);
  await manager.getByRole("button", { name: "Add them" }).click();
  await seen(manager.getByText("They belong to a network").first());
  await manager.getByRole("link", { name: site.people["sponsor contact"].name }).click();
  await manager.getByLabel("Last day").fill("2099-12-31");
  await manager.getByRole("button", { name: "Save changes" }).click();
  await seen(manager.locator(".toast", { hasText: "Saved." }));
  await manager.goto(`${site.url}/memberships/sponsors`);
  await seen(manager.getByText("until 31 December 2099"));
}

export const journeys = [
  ...widths.map((width) => ({
    name: `a chair is appointed and decides, ${width}`,
    travel: (trip) => appointed(trip, { width, js: width === 1440 }),
  })),
  { name: "a sponsor contact is dated", travel: sponsor },
];
