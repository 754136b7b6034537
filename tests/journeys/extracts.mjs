// Something is taken outside: posts picked, findings resolved, the authors asked, a second person
// lets it go out, and members take copies.
import { readFile } from "node:fs/promises";
import { widths } from "./site.mjs";
import { assert, heading, reply, seen, startTopic, title } from "./steps.mjs";

const toast = (page, words) => seen(page.locator(".toast", { hasText: words }));
const press = (page, name) => page.getByRole("main").getByRole("button", { name }).first().click();

// A topic by the returning officer with a reply by the member.
async function talked(trip, view = {}) {
  const { site } = trip;
  const writer = await trip.as("returning officer", view);
  const path = await startTopic(writer, site.url, title("How hazards are logged"),
    "Ours is a spreadsheet. Ask log@example.org, as we said at 14:32.");
  const member = await trip.as("member", view);
  await member.goto(site.url + path);
  await reply(member, "We bought a tool for it, and nobody used it.");
  return { writer, member, path };
}

// Taken by the organiser; ends on the page of the draft.
async function taken(trip, path, view = {}) {
  const taker = await trip.as("organiser", view);
  await taker.goto(trip.site.url + path);
  await taker.getByRole("link", { name: "Take it outside" }).click();
  assert.equal(await heading(taker), "Take it outside");
  await taker.getByLabel("Post 1", { exact: true }).check();
  await taker.getByLabel("Post 2", { exact: true }).check();
  await press(taker, "Take the chosen posts");
  await taker.waitForURL(/\/extracts\/\d+$/);
  return taker;
}

async function handedOn(taker) {
  await press(taker, "Write all otherwise that can be");
  await toast(taker, "Nothing is marked any more");
  await press(taker, "Save and hand it on");
  await toast(taker, "It is handed on");
}

async function agreed(trip, role, address, view = {}) {
  const author = await trip.as(role, view);
  await author.goto(`${address}/consent`);
  await press(author, "Yes, in these words");
  await toast(author, "You said yes");
}

async function published(trip, address, view = {}) {
  const second = await trip.as("moderator", view);
  await second.goto(address);
  await press(second, "Let it go out");
  await toast(second, "It is published");
  return second;
}

async function outside(trip, { width, js }) {
  const { site, mail } = trip;
  const view = { width, js };
  const { writer, member, path } = await talked(trip, view);

  const taker = await trip.as("organiser", view);
  await taker.goto(site.url + path);
  await taker.getByRole("link", { name: "Take it outside" }).click();
  await press(taker, "Take the chosen posts");
  await seen(taker.locator(".error-sum", { hasText: "Choose at least one post" }));
  await taken(trip, path, view).then((page) => page.close());
  await taker.goto(site.url + path);
  await taker.getByRole("link", { name: "Take it outside" }).click();
  await press(taker, "Take the whole topic");
  await taker.waitForURL(/\/extracts\/\d+$/);
  const address = taker.url();

  // Two findings: one is written otherwise, one stays with a reason.
  await seen(taker.getByText("2 findings are open."));
  await press(taker, "Save and hand it on");
  await seen(taker.locator(".error-sum", { hasText: "2 findings are still open" }));
  await press(taker, "Write “an address”");
  await toast(taker, "1 finding is open");
  await taker.locator("summary", { hasText: "It tells of nobody" }).first().click();
  await press(taker, "Keep it, with this reason");
  await seen(taker.locator(".error-sum", { hasText: "Say why it tells of nobody" }));
  await taker.getByLabel("Why it tells of nobody").fill("It is the name of a form.");
  await press(taker, "Keep it, with this reason");
  await toast(taker, "Nothing is marked any more");
  const first = taker.getByLabel("Text of passage 1");
  assert.ok(!(await first.inputValue()).includes("@"));
  const known = mail.to(site.people["returning officer"].email).length;
  await press(taker, "Save and hand it on");
  await toast(taker, "It is handed on");
  await seen(taker.getByText("It waits."));

  // The authors are asked, each about their own words.
  const letter = await mail.next(site.people["returning officer"].email, known);
  assert.ok(!/hazard|spreadsheet|organiser/i.test(letter.text), "no letter carries it");
  const asked = new URL(letter.text.match(/http:\S*\/extracts\/\d+\/consent/)[0]).pathname;
  await writer.goto(site.url + asked);
  assert.equal(await heading(writer), "May your words be taken outside?");
  assert.ok(!(await writer.content()).includes("nobody used it"), "and nobody else's");
  await writer.getByLabel("Your words, as they would go out").fill(
    "Ours is a spreadsheet that everybody can read.");
  await press(writer, "Yes, in these words");
  await toast(writer, "You said yes");
  await agreed(trip, "member", address, view);
  await member.goto(`${address}/consent`);
  await press(member, "Take my yes back");
  await toast(member, "You said no");
  await taker.goto(address);
  await seen(taker.getByText("It waits."));
  await agreed(trip, "member", address, view);

  // A second person.
  const second = await trip.as("moderator", view);
  await second.goto(`${site.url}/`);
  await seen(second.getByText(/extracts? (is|are) handed on/).first());
  await second.goto(address);
  await seen(second.getByText("everybody can read"));
  await press(second, "Send it back");
  await seen(second.locator(".error-sum", { hasText: "Say what is to be changed" }));
  await press(second, "Let it go out");
  await toast(second, "It is published");

  // Copies, and who took one.
  await taker.goto(address);
  for (const [name, ending] of copies) {
    const [download] = await Promise.all([taker.waitForEvent("download"), press(taker, name)]);
    assert.ok(download.suggestedFilename().endsWith(ending));
    const bytes = await readFile(await download.path(), "latin1");
    assert.ok(!bytes.includes(site.url) && !bytes.includes("/forum/"));
    if (ending !== ".pdf") assert.match(bytes, /When a meeting, or part thereof/);
    else assert.match(bytes, /^%PDF-/);
  }
  await taker.goto(address);
  await seen(taker.getByText(/took it as Markdown/).first());
  const outsider = await trip.as("applicant", view);
  assert.equal((await outsider.goto(address)).status(), 404);
}

const copies = [["Markdown", ".md"], ["Web page (HTML)", ".html"], ["PDF", ".pdf"]];

// The addresses of extracts in each state, made once: for whoever looks at the pages.
let made;
export function inEachState(trip) {
  made ??= (async () => {
    const { path } = await talked(trip);
    const of = async (steps) => {
      const taker = await taken(trip, path);
      const address = taker.url();
      await steps(taker, address);
      return new URL(address).pathname;
    };
    return {
      choosing: `/extracts/topics/${path.match(/\d+/)[0]}`,
      draft: await of(async () => {}),
      waiting: await of(handedOn),
      ready: await of(async (taker, address) => {
        await handedOn(taker);
        await agreed(trip, "returning officer", address);
        await agreed(trip, "member", address);
      }),
      published: await of(async (taker, address) => {
        await handedOn(taker);
        await agreed(trip, "returning officer", address);
        await agreed(trip, "member", address);
        await published(trip, address);
      }),
    };
  })();
  return made;
}

export const journeys = widths.map((width) => ({
  name: `something is taken outside, ${width}`,
  travel: (trip) => outside(trip, { width, js: width === 1440 }),
}));
