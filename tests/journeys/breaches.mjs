// A breach is reported from a post, whom it is said of gives their word, it is decided, appealed,
// and decided by another officer.
import { widths } from "./site.mjs";
import { assert, heading, post, reply, seen, startTopic, title } from "./steps.mjs";

async function handled(trip, { width, js }) {
  const { site, mail } = trip;
  const writer = await trip.as("returning officer", { width, js });
  const path = await startTopic(writer, site.url, title("What the supplier knew"), "Our start.");
  const member = await trip.as("member", { width, js });
  await member.goto(site.url + path);
  await reply(member, "The trust with the blue roof has none.");

  // From the post's menu; what was typed stays when something is missing.
  await writer.goto(site.url + path);
  await post(writer, 2).locator("summary").click();
  await writer.getByRole("link", { name: "Report a breach" }).and(
    writer.locator("a[href*='/breaches/posts/']:visible")).click();
  assert.equal(await heading(writer), "Report a breach of the Rule");
  await seen(writer.getByText("blue roof"));
  await writer.getByLabel("In your words").fill("It stood in a mail of theirs.");
  await writer.getByRole("button", { name: "Send the report" }).click();
  await seen(writer.locator(".error-sum", { hasText: "Choose what happened" }));
  assert.equal(await writer.getByLabel("In your words").inputValue(),
    "It stood in a mail of theirs.");
  await writer.getByLabel("What happened").selectOption("forwarded");
  await writer.getByLabel("When and where it came out").fill("Last Tuesday");
  await writer.getByLabel("Who you think it was").selectOption("author");
  await writer.getByRole("button", { name: "Send the report" }).click();
  await writer.waitForURL(/\/breaches\/\d+$/);
  const address = writer.url();
  assert.equal((await member.goto(address)).status(), 404, "not asked yet");

  const officer = await trip.as("moderator", { width, js });
  await officer.goto(`${site.url}/`);
  await seen(officer.getByText(/cases? of the Rule waits?/).first());
  await officer.goto(address);
  await seen(officer.getByText("It stood in a mail of theirs."));
  await officer.getByLabel("A note").fill("The mail is at hand.");
  await officer.getByRole("button", { name: "Add the note" }).click();
  await seen(officer.locator(".toast", { hasText: "The note is there." }));
  await officer.getByLabel("What you ask them").fill("Did you pass your post on?");
  const known = mail.to(site.people.member.email).length;
  await officer.getByRole("button", { name: "Ask for their word" }).click();
  await seen(officer.locator(".toast", { hasText: "They are asked." }));

  const letter = await mail.next(site.people.member.email, known);
  assert.ok(!/blue roof|supplier|pass your post/.test(letter.text), "no letter carries it");
  await member.goto(site.url + new URL(letter.text.match(/http:\S*\/breaches\/\d+/)[0]).pathname);
  await seen(member.getByText("Did you pass your post on?"));
  assert.ok(!(await member.content()).includes("in a mail of theirs"), "nor who reported");
  await member.getByLabel("Your word").fill("To our supplier, in a hurry.");
  await member.getByRole("button", { name: "Send my word" }).click();
  await seen(member.locator(".toast", { hasText: "Your word is there." }));

  await officer.goto(address);
  await seen(officer.getByText("To our supplier, in a hurry."));
  await officer.getByLabel("What is decided").selectOption("suspended");
  await officer.getByLabel("Why").fill("It was passed on with names.");
  await officer.getByRole("button", { name: "Decide it" }).click();
  await seen(officer.locator(".error-sum", { hasText: "Enter a day" }));
  const day = new Date(Date.now() + 20 * 86400e3).toISOString().slice(0, 10);
  await officer.getByLabel("Suspended until").fill(day);
  await officer.getByRole("button", { name: "Decide it" }).click();
  await seen(officer.locator(".toast", { hasText: "It is decided." }));

  assert.equal((await member.goto(site.url + path)).status(), 404, "the forum is closed to them");
  await member.goto(`${site.url}/`);
  await seen(member.getByText(/forum of the CCIO network is closed to you/).first());
  await member.goto(address);
  await member.getByLabel("What was overlooked").fill("I told everybody at once.");
  await member.getByRole("button", { name: "Appeal" }).click();
  await seen(member.locator(".toast", { hasText: "You have appealed." }));
  await officer.goto(address);
  await seen(officer.getByText("Another officer decides the appeal."));
  const other = await trip.as("chair", { width, js });
  await other.goto(address);
  await seen(other.getByText("I told everybody at once."));
  await other.getByLabel("What is decided").selectOption("reminder");
  await other.getByLabel("Why").fill("They put it right themselves.");
  await other.getByRole("button", { name: "Decide the appeal" }).click();
  await seen(other.locator(".toast", { hasText: "The appeal is decided." }));

  assert.equal((await member.goto(site.url + path)).status(), 200);
  await member.goto(address);
  await seen(member.getByText("On appeal, and this holds: A reminder."));
  await writer.goto(address);
  await seen(writer.getByText("They put it right themselves."));
  const anybody = await trip.visitor({ width, js });
  await anybody.goto(`${site.url}/rule/breaches`);
  await seen(anybody.getByText("fewer than five").first());
}

export const journeys = widths.map((width) => ({
  name: `a breach is reported, decided and appealed, ${width}`,
  travel: (trip) => handled(trip, { width, js: width === 1440 }),
}));
