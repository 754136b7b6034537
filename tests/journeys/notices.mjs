// A chair writes to the network: the look before it goes, the letter, the link that stops them.
import { assert, heading, kind, seen } from "./steps.mjs";

const board = "/networks/ccio/notices";

// Through the form to the page that shows the letter.
async function preview(page, base, subject, text) {
  await page.goto(base + board);
  await page.getByRole("link", { name: "Write a notice" }).click();
  await page.getByLabel("Subject").fill(subject);
  await page.getByRole("textbox", { name: "Text" }).fill(text);
  await page.getByRole("button", { name: "Look at it before it goes" }).click();
  assert.equal(await kind(page), "notice-preview");
}

async function send(page, base, subject) {
  await preview(page, base, subject, "Read the **statements** first.");
  await page.getByRole("button", { name: /^Send to \d+ members$/ }).click();
  assert.equal(await heading(page), subject);
}

// The page of what was sent, when the last letter is queued.
async function allQueued(page) {
  for (let tries = 0; tries < 100; ++tries) {
    if (await page.getByText(/^Sent to \d+ members\.$/).count()) return;
    await page.waitForTimeout(100);
    await page.reload();
  }
  throw new Error("the letters are not queued");
}

async function letterOf(trip, email, subject) {
  for (let tries = 0; tries < 200; ++tries) {
    const letter = trip.mail.to(email).find((one) => one.subject === subject);
    if (letter) return letter;
    await new Promise((done) => { setTimeout(done, 50); });
  }
  throw new Error(`no letter "${subject}" to ${email}`);
}

const stopLink = (letter) => letter.text.match(/http:\S*\/notices\/unsubscription\/[\w-]+/)[0];

async function stoppedByLink(trip, { width, js }) {
  const { site } = trip;
  const member = site.people.member.email;
  const chair = await trip.as("chair", { width, js });
  await chair.goto(`${site.url}${board}/new`);
  await chair.getByRole("textbox", { name: "Text" }).fill("Half a thought");
  await chair.getByRole("button", { name: "Look at it before it goes" }).click();
  await seen(chair.locator(".error-sum"));
  assert.equal(await chair.getByRole("textbox", { name: "Text" }).inputValue(), "Half a thought");

  await preview(chair, site.url, "The vote opens", "Read the **statements** first.");
  await seen(chair.getByText(/^It goes to \d+ members of the CCIO network\./));
  await seen(chair.locator(".body strong", { hasText: "statements" }));
  assert.ok(!trip.mail.to(member).some(({ subject }) => subject === "The vote opens"));
  await chair.getByRole("link", { name: "Change it" }).click();
  await chair.getByLabel("Subject").fill("The vote opens on Monday");
  await chair.getByRole("button", { name: "Look at it before it goes" }).click();
  await chair.getByRole("button", { name: /^Send to \d+ members$/ }).click();
  await allQueued(chair);

  const letter = await letterOf(trip, member, "The vote opens on Monday");
  assert.match(letter.html, /<strong>statements<\/strong>/);
  assert.equal(letter.headers.get("list").unsubscribe.url, stopLink(letter));
  const reader = await trip.as("member", { width, js });
  await reader.goto(site.url + board);
  await seen(reader.getByRole("link", { name: "The vote opens on Monday" }));

  const somebody = await trip.visitor({ width, js });
  await somebody.goto(stopLink(letter));
  assert.equal(await heading(somebody), "Stop these emails?");
  await somebody.reload();
  assert.equal(await heading(somebody), "Stop these emails?", "looking stops nothing");
  await somebody.getByRole("button", { name: "Stop these emails" }).click();
  assert.equal(await heading(somebody), "These emails are stopped");

  await send(chair, site.url, "The vote closes tonight");
  await allQueued(chair);
  await letterOf(trip, site.people.chair.email, "The vote closes tonight");
  await chair.waitForTimeout(500);
  const second = trip.mail.to(member).some(({ subject }) => subject === "The vote closes tonight");
  assert.ok(!second, "no second letter");
}

async function wantedAgain(trip, { width, js }) {
  const { site } = trip;
  const reader = await trip.as("member", { width, js });
  await reader.goto(`${site.url}/networks/ccio/about`);
  await reader.getByRole("link", { name: "See its notices" }).click();
  const again = reader.getByRole("button", { name: "Get them by email again" });
  if (await again.count()) await again.click();
  await seen(reader.getByText("You get the notices of this network by email."));

  const chair = await trip.as("chair", { width, js });
  await send(chair, site.url, "Who was elected");
  const letter = await letterOf(trip, site.people.member.email, "Who was elected");
  const pressed = await fetch(stopLink(letter), { method: "POST", redirect: "manual",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
  assert.equal(pressed.status, 200, "a mail program stops them with one press");
  await reader.goto(site.url + board);
  await seen(reader.getByText("You get no notices of this network by email."));
}

async function threeAWeek(trip, { width, js }) {
  const { site } = trip;
  const chair = await trip.as("chair", { width, js });
  for (let sent = 0; sent < 4; ++sent) {
    await preview(chair, site.url, `Number ${sent}`, "Words.");
    const button = chair.getByRole("button", { name: /^Send to \d+ members$/ });
    if (!(await button.count())) break;
    await button.click();
  }
  await seen(chair.getByText(/This network got three notices within seven days/));
}

export const journeys = [
  { name: "notices stopped by the link, 390",
    travel: (trip) => stoppedByLink(trip, { width: 390, js: false }) },
  { name: "notices wanted again, 1440",
    travel: (trip) => wantedAgain(trip, { width: 1440, js: true }) },
  { name: "notices, three a week", travel: (trip) => threeAWeek(trip, { width: 390, js: true }) },
];
