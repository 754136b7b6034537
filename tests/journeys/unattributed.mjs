// Somebody speaks unattributed; two officers open the sealed name, and its author is told.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root, widths } from "./site.mjs";
import { assert, heading, post, reply, seen, startTopic, title } from "./steps.mjs";

const officers = ["administrator", "community manager"];
const phrases = {};  // of the officers of this trip, once they have keys

const axe = await readFile(join(root, "node_modules", "axe-core", "axe.min.js"), "utf8");
// Where there is script: without it the browser waits for axe for ever.
async function clean(page, name, js) {
  if (!js) return;
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [],
    `axe, ${name}`);
}

async function makeKey(page, site, role) {
  await page.goto(`${site.url}/sealing/key`);
  const phrase = await page.locator("p.phrase").innerText();
  await page.getByLabel("The phrase, from your paper").fill("not what stands there");
  await page.getByRole("button", { name: "Make this my key" }).click();
  await seen(page.locator(".error-sum", { hasText: "That is not the phrase above" }));
  assert.equal(await page.locator("p.phrase").innerText(), phrase, "the same still stands there");
  await page.getByLabel("The phrase, from your paper").fill(phrase);
  await page.getByRole("button", { name: "Make this my key" }).click();
  await seen(page.getByRole("heading", { name: "Sealed names", level: 1 }));
  phrases[role] = phrase;
}

async function prepare(trip, options) {
  for (const role of officers) {
    if (phrases[role]) continue;
    await makeKey(await trip.as(role, options), trip.site, role);
  }
  const page = await trip.as(officers[0], options);
  await page.goto(`${trip.site.url}/sealing`);
  if (await page.getByRole("link", { name: "Decide this" }).count() === 0) return;
  await page.getByRole("link", { name: "Decide this" }).click();
  await page.getByLabel("When keys are lost").selectOption("nothing");
  await page.getByRole("button", { name: "Decide this" }).click();
  await seen(page.getByText("Members can speak unattributed."));
}

// In good order: what waits appears, all together.
async function anHourLater(trip) {
  await trip.site.kill("SIGTERM");
  await trip.site.serve();
}

async function spoken(trip, options) {
  const { site } = trip;
  const starter = await trip.as("chair", options);
  const path = await startTopic(starter, site.url, title("What nobody says"), "Say it here.");
  const member = await trip.as("member", options);
  await member.goto(site.url + path);
  await member.getByRole("link", { name: "Speak unattributed" }).click();
  assert.equal(await heading(member), "Speak unattributed");
  // The browser of the journeys shows no noscript, even where it runs none.
  assert.ok((await member.content()).includes("Without script this browser keeps nothing."));
  const phrase = await member.getByLabel("Your phrase in this topic").inputValue();
  await member.getByRole("button", { name: "Say this" }).click();
  await seen(member.locator(".error-sum", { hasText: "Write something first." }));
  await member.getByLabel("What you say").fill("Ours was wrong for a year.");
  await member.getByRole("button", { name: "Say this" }).click();
  await seen(member.getByText(/It appears soon after \d\d:\d\d, as “/).first());
  if (options.js) {
    await seen(member.getByText("Sent from here, and not seen to have appeared"));
    assert.equal(await member.getByLabel("Your phrase in this topic").inputValue(), phrase,
      "this browser keeps it");
    await member.evaluate(() => {
      const [, id] = location.pathname.match(/^\/forum\/(\d+)/);
      localStorage.setItem(`voice:another:${id}`, "whoever was here before");
    });
    await member.reload();
    assert.equal(await member.getByLabel("Your phrase in this topic").inputValue(), phrase);
    assert.equal(await member.evaluate(() => Object.keys(localStorage)
      .filter((key) => key.includes("another")).length), 0, "another’s is neither read nor kept");
  }
  await starter.goto(site.url + path);
  assert.equal(await starter.getByText("Ours was wrong for a year.").count(), 0, "not yet");
  await anHourLater(trip);
  await starter.goto(site.url + path);
  await seen(post(starter, 2).getByText("Ours was wrong for a year."));
  await seen(post(starter, 2).getByText("Unattributed", { exact: true }));
  await reply(starter, "> #2\n> wrong\n\nHow did you find out?", "How did you find out?");
  return { path, member, phrase, starter };
}

async function fetched({ member, phrase }, site, path, js) {
  await member.goto(`${site.url}${path.match(/\/forum\/\d+/)[0]}/unattributed`);
  if (!js) await member.getByLabel("Your phrase in this topic").fill(phrase);
  await member.getByRole("button", { name: "See what waits for me" }).click();
  await seen(member.getByRole("heading", { name: /^You are “.+” here$/ }));
  await seen(member.getByRole("heading", { name: "Answers to you" }));
  await clean(member, "what waits for a voice", js);
  if (js) {
    assert.equal(await member.getByText("not seen to have appeared").count(), 0, "it has appeared");
  }
  await member.getByLabel("Its text").fill("Ours was wrong for two years.");
  await member.getByRole("button", { name: "Change post 2" }).click();
  await seen(member.getByText(/It appears soon after/).first());
}

async function opened(trip, options, path) {
  const { site, mail } = trip;
  const [first, second] = [await trip.as(officers[0], options), await trip.as(officers[1], options)];
  await first.goto(site.url + path);
  await post(first, 2).locator("summary").click();
  await first.locator("a[href*='/sealing/names/']:visible").click();
  assert.equal(await heading(first), "Open a sealed name");
  await clean(first, "asking to open a name", options.js);
  await first.getByLabel("The ground").selectOption("breach");
  await first.getByLabel("Why").fill("It named a supplier.");
  await first.getByLabel("The phrase of your key").fill(phrases[officers[0]]);
  await first.getByRole("button", { name: "Ask to open this name" }).click();
  await first.waitForURL(/\/sealing\/openings\/\d+$/);
  const address = first.url();
  assert.equal(await first.getByRole("button", { name: "Open this name" }).count(), 0);
  await second.goto(address);
  await seen(second.getByText("It named a supplier."));
  await clean(second, "an opening that waits", options.js);
  const known = mail.to(site.people.member.email).length;
  await second.getByLabel("The phrase of your key").fill(phrases[officers[1]]);
  await second.getByRole("button", { name: "Open this name" }).click();
  await seen(second.getByText(/\(@.+\)/));
  await clean(second, "an opening", options.js);
  const letter = await mail.next(site.people.member.email, known);
  assert.ok(!/supplier|nobody says|sealed/i.test(letter.text), "no letter says what or where");
  return address;
}

async function travelled(trip, options) {
  const { site } = trip;
  await prepare(trip, options);
  const spoke = await spoken(trip, options);
  await fetched(spoke, site, spoke.path, options.js);
  const address = await opened(trip, options, spoke.path);
  await spoke.member.goto(`${site.url}/`);
  await seen(spoke.member.getByText("A sealed name of yours was opened").first());
  await spoke.member.goto(address);
  assert.equal(await heading(spoke.member), "Your sealed name was opened");
  await seen(spoke.member.getByText("It named a supplier."));
  await clean(spoke.member, "one’s own name, opened", options.js);
  assert.equal((await spoke.starter.goto(address)).status(), 404, "nobody else");
  const anybody = await trip.visitor(options);
  await anybody.goto(`${site.url}/rule/openings`);
  await seen(anybody.getByText("Openings by ground and year"));
}

export const journeys = widths.map((width) => ({
  name: `somebody speaks unattributed, and two officers open the name, ${width}`,
  travel: (trip) => travelled(trip, { width, js: width === 1440, bypassCSP: true }),
}));
