// From a visitor to a member: asking, the letter's button, applying, vouching, the decision; and a
// refusal with its appeal.
import { check } from "./pages.mjs";
import { addPasskey, device, signOut } from "./signing.mjs";
import { widths } from "./site.mjs";
import { assert, heading, kind, searchOrganisation, seen } from "./steps.mjs";

const choose = (page, name) => page.locator("#found label", { hasText: name }).click();

async function letterTo(trip, email, subject) {
  for (let known = 0; known < 20; ++known) {
    const letter = await trip.mail.next(email, known);
    if (letter.subject === subject) return letter;
  }
  throw new Error(`no letter "${subject}" to ${email}`);
}

// A visitor asks to join, and presses the button of the letter that came.
async function account(trip, { name, email, width, js, network }) {
  const { site } = trip;
  const page = await trip.visitor({ width, js, bypassCSP: true });
  await page.goto(`${site.url}/networks`);
  await page.getByRole("link", { name: "CCIO Network" }).first().click();
  await page.getByRole("link", { name: "Apply to join" }).click();
  await page.getByRole("button", { name: "Send me the link" }).click();
  await seen(page.locator(".error-sum"));
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Email address").fill("not an address");
  await page.getByRole("button", { name: "Send me the link" }).click();
  assert.equal(await page.getByLabel("Your name").inputValue(), name, "what was typed stays");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send me the link" }).click();
  assert.equal(await kind(page), "join-sent");
  const letter = await letterTo(trip, email, "Go on with joining");
  await page.goto(letter.text.match(/http:[^\s"<>]*\/join\/link\/[\w-]+/)[0]);
  if (js) await check(page, "join link");
  await page.getByRole("button", { name: "This address is mine: go on" }).click();
  assert.equal(await kind(page), "application-new");
  assert.equal(await page.getByLabel("Network", { exact: true }).inputValue(), network);
  return page;
}

async function fill(page, { site, email, title, js }) {
  const words = "The board minutes of May name me.";
  await page.locator("label", { hasText: "Full member" }).click();
  await page.getByLabel("Title of your role").fill(title);
  await page.getByLabel("First day in this role").fill("last May");
  await page.getByLabel("A member who knows your work").fill(email);
  await page.getByLabel("Anything else that shows it").fill(words);
  await searchOrganisation(page, "harborn univercity", js);
  await choose(page, "Harbourne University Hospitals");
  await searchOrganisation(page, "querncomb", js);  // and looked further, without choosing
  assert.equal(await page.getByLabel("Network", { exact: true }).inputValue(), "ccio");
  assert.ok(await page.getByLabel("Full member").isChecked());
  assert.equal(await page.getByLabel("First day in this role").inputValue(), "last May");
  assert.equal(await page.getByLabel("A member who knows your work").inputValue(), email);
  assert.equal(await page.getByLabel("Anything else that shows it").inputValue(), words);
  await page.getByRole("button", { name: "Send the application" }).click();
  await seen(page.locator(".error-sum"));
  assert.equal(await page.getByLabel("Title of your role").inputValue(), title);
  assert.ok(await page.locator("#found input[type=radio]").first().isChecked(), "still chosen");
  await page.getByLabel("First day in this role").fill("2026-05-04");
  await page.getByRole("button", { name: "Send the application" }).click();
  await page.waitForURL(/\/applications\/\d+$/);
  const path = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Add a document" }).click();
  await page.getByLabel("Add a document").setInputFiles({ name: "Letter.txt",
    mimeType: "application/pdf", buffer: Buffer.from("not a PDF") });
  await page.getByRole("button", { name: "Add it" }).click();
  await seen(page.getByText("Choose a PDF").first());
  await page.getByLabel("Add a document").setInputFiles({ name: "Letter of appointment.pdf",
    mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 letter ".padEnd(1_200_000, "x")) });
  await page.getByRole("button", { name: "Add it" }).click();
  await seen(page.locator(".toast", { hasText: "The document is added." }));
  await page.goto(site.url + path);
  await seen(page.getByText("Waits for a decision").first());
  return new URL(page.url()).pathname;
}

async function join(trip, { width, js }) {
  const { site } = trip;
  const name = `Wilhelmina Öst-Ngata ${width}`;
  const email = `wilhelmina${width}@nhs.net`;
  const page = await account(trip, { name, email, width, js, network: "ccio" });
  const voucher = await trip.as("chair", { width, js, bypassCSP: true });
  const path = await fill(page, { site, email: site.people.chair.email,
    title: "Chief clinical information officer", js });

  await letterTo(trip, site.people.chair.email, "Somebody asks you to vouch for them");
  await voucher.goto(`${site.url}/`);
  await voucher.locator(".todo li", { hasText: name }).getByRole("link").click();
  assert.ok((await heading(voucher)).includes(name));
  if (js) await check(voucher, "vouch");
  await voucher.getByLabel("Do you vouch for them?").selectOption("yes");
  await voucher.getByRole("button", { name: "Send your answer" }).click();
  await seen(voucher.locator(".toast", { hasText: "Thank you" }));

  const officer = await trip.as("community manager", { width, js });
  await officer.goto(`${site.url}/applications/waiting`);
  const card = officer.locator(".card", { hasText: name });
  await seen(card.getByText("vouches for them"));
  await seen(card.getByText("is proved. It shows employment"));
  if (js) {
    await card.getByRole("link", { name, exact: true }).focus();
    await officer.keyboard.press("a");
  } else {
    await card.getByRole("button", { name: "Admit" }).click();
  }
  await seen(officer.locator(".toast", { hasText: `${name} is admitted.` }));

  await letterTo(trip, email, "Welcome to the CCIO network");
  await page.goto(site.url + path);
  await seen(page.getByText("Admitted").first());
  if (js) await check(page, "application, admitted");
  await page.getByRole("link", { name: "Go to the network" }).click();
  assert.equal(await kind(page), "rule-entering", "the Rule is asked at the door");
  await page.getByRole("button", { name: "I accept, and keep it" }).click();
  await page.waitForURL(/\/networks\/ccio$/);
  assert.equal(await kind(page), "network");
  if (!js) return;
  await device(page);
  await addPasskey(page, site.url);
  await signOut(page, site.url);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL(`${site.url}/`);
  assert.equal(await kind(page), "today", "a first sign-in with a passkey");
}

async function appeal(trip, { width, js }) {
  const { site } = trip;
  const name = `Ludo Brandt ${width}`;
  const email = `ludo${width}@brandt.example`;
  const page = await account(trip, { name, email, width, js, network: "ccio" });
  const path = await fill(page, { site, email: "", title: "Ward manager", js });
  const officer = await trip.as("community manager", { width, js });
  await officer.goto(`${site.url}/applications/waiting`);
  const waiting = officer.locator(".card", { hasText: name });
  if (js) {
    await waiting.getByRole("link", { name, exact: true }).focus();
    await officer.keyboard.press("x");
  } else {
    await waiting.getByRole("link", { name: /^Refuse/ }).click();
  }
  await officer.waitForURL(/\/refusal$/);
  await officer.getByLabel("Why not").fill("The minutes name somebody else.");
  await officer.getByRole("button", { name: "Refuse and tell them" }).click();
  await letterTo(trip, email, "Your application has been decided");
  await page.goto(site.url + path);
  await seen(page.getByText("The minutes name somebody else."));
  if (js) await check(page, "application, refused");
  await page.getByRole("link", { name: "Appeal" }).click();
  if (js) await check(page, "appeal");
  await page.getByRole("button", { name: "Send the appeal" }).click();
  await seen(page.locator(".error-sum"));
  await page.getByLabel("What was overlooked").fill("Page 4 of the second part names me.");
  await page.getByRole("button", { name: "Send the appeal" }).click();
  await seen(page.getByText("Appeal waits").first());
  await officer.goto(`${site.url}/applications/waiting`);
  assert.equal(await officer.locator(".card", { hasText: name }).count(), 0, "who refused it");
  const other = await trip.as("administrator", { width, js });
  await other.goto(`${site.url}/applications/waiting`);
  const card = other.locator(".card", { hasText: name });
  await seen(card.getByText("Page 4 of the second part names me."));
  await card.getByRole("button", { name: "Admit" }).click();
  await seen(other.locator(".toast", { hasText: `${name} is admitted.` }));
}

async function founded(trip) {
  const { site } = trip;
  const page = await trip.as("community manager");
  await page.goto(`${site.url}/networks`);
  await page.getByRole("link", { name: "Found a network" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Digital midwives");
  await page.getByLabel("Short name").fill("Midwives");
  await page.getByLabel("Colour").selectOption("plum");
  await page.getByLabel("What somebody needs to join").selectOption("work");
  await page.getByRole("button", { name: "Found it" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Birth records");
  await page.getByRole("button", { name: "Add it" }).click();
  await seen(page.locator(".toast", { hasText: "The area is there." }));
  const visitor = await trip.visitor();
  await visitor.goto(`${site.url}/networks?words=midwives`);
  await visitor.getByRole("link", { name: "Digital midwives" }).click();
  await seen(visitor.getByText("in any role."));
}

export const journeys = [
  ...widths.map((width) => ({
    name: `join, be vouched for and admitted, ${width}`,
    travel: (trip) => join(trip, { width, js: width === 1440 }),
  })),
  { name: "be refused, and appeal", travel: (trip) => appeal(trip, { width: 390, js: true }) },
  { name: "be refused, and appeal, without script",
    travel: (trip) => appeal(trip, { width: 1440, js: false }) },
  { name: "found a network and find it", travel: founded },
];
