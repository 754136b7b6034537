// Every kind of page: nothing for axe to find, no sideways scrolling, valid HTML; and its weight.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { inEachState } from "./extracts.mjs";
import { root, widths } from "./site.mjs";
import { assert, reply, seen, startTopic, title, until } from "./steps.mjs";

const run = promisify(execFile);
const axe = await readFile(join(root, "node_modules", "axe-core", "axe.min.js"), "utf8");
const collected = new Map();  // kind of page: its HTML as it came

// A topic with all that a post can be; made once.
let sample;
async function aTopic(trip) {
  if (sample) return sample;
  const { site } = trip;
  const page = await trip.as("member");
  const path = await startTopic(page, site.url, title("All that a post can be"),
    "# Words\n\nA *few* **marks**, `code` and [a link](https://example.org).\n\n1. One\n2. Two\n\n"
    + "> Said before\n\n```\nretention: 30 days\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |");
  await page.locator("#p1 summary").click();
  const edit = await page.getByRole("link", { name: "Edit" }).getAttribute("href");
  await page.goto(site.url + edit);
  const area = page.locator("#body");
  await area.fill((await area.inputValue()).replace("Said before", "Said a while before"));
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.waitForURL(/#p1$/);
  const other = await trip.as("moderator");
  await other.goto(site.url + path);
  await reply(other, "> #1\n> Words\n\nA reply with a quotation.", "A reply with a quotation.");
  await reply(other, "A reply that goes too far.");
  const hiding = `/forum/posts/${Number(edit.match(/\d+/)[0]) + 2}/hiding`;
  await other.goto(site.url + hiding);
  await other.getByLabel("Why").fill("It went too far.");
  await other.getByRole("button", { name: "Hide post" }).click();
  await other.waitForURL(/#p3$/);
  sample = { path, edit, hiding, history: edit.replace("edit", "history") };
  return sample;
}

// A notice that was sent and one that was not; made once.
let written;
async function aNotice(trip) {
  if (written) return written;
  const { site, mail } = trip;
  const board = "/networks/cio/notices";
  const page = await trip.as("administrator");
  const paths = [];
  for (const subject of [title("A notice"), title("A notice not yet sent")]) {
    await page.goto(`${site.url}${board}/new`);
    await page.getByLabel("Subject").fill(subject);
    await page.getByRole("textbox", { name: "Text" }).fill("### Words\n\nA *few* **marks**, and "
      + "[a link](https://example.org).\n\n- One\n- Two\n\n| a | b |\n|---|---|\n| 1 | 2 |");
    await press("Look at it before it goes")(page);
    await page.waitForURL(/preview$/);
    paths.push(new URL(page.url()).pathname.replace("/preview", ""));
    if (paths.length === 1) {
      await press(/^Send to/)(page);
      await page.waitForURL(/notices\/\d+$/);
    }
  }
  const of = ({ text }) => text.match(/http:\S*(\/notices\/unsubscription\/[\w-]+)/)?.[1];
  for (let tries = 0; tries < 200 && !mail.letters.some(of); ++tries) await page.waitForTimeout(50);
  written = { board, path: paths[0], preview: `${paths[1]}/preview`, edit: `${paths[1]}/edit`,
    stop: of(mail.letters.findLast(of)) };
  return written;
}

// From the letter that the first night writes to members of the demo who are to be asked.
async function yearlyConfirmation({ mail }) {
  const of = ({ text }) => text.match(/http:\S*(\/memberships\/confirmation\/[\w-]+)/)?.[1];
  for (let tries = 0; tries < 600 && !mail.letters.some(of); ++tries) await sleep(50);
  const letter = mail.letters.find(of);
  assert.ok(letter, "the first night asks somebody");
  return of(letter);
}

// The longest of what a search finds, so that a whole stretch of posts is there.
async function longest(trip) {
  const page = await trip.as("chair");
  await page.goto(`${trip.site.url}/search?q=EPR`);
  const rows = page.locator(".row", { has: page.locator(".stat") });
  const counts = (await rows.locator(".num").allTextContents()).map(Number);
  const at = counts.indexOf(Math.max(...counts));
  await page.goto(trip.site.url + await rows.nth(at).locator("h3 a").getAttribute("href"));
  return `${new URL(page.url()).pathname}?from=1`;
}

async function first(trip, role, path, link) {
  const page = await trip.as(role);
  await page.goto(trip.site.url + path);
  return page.locator(link).first().getAttribute("href");
}
const officer = (trip) => first(trip, "administrator", "/admin/offices",
  "main a[href*='/admin/offices/people/']");
const anEnd = (trip) => first(trip, "administrator", "/admin/offices", "main a[href$='/end']");
const aSponsor = (trip) => first(trip, "community manager", "/memberships/sponsors",
  "main h3 a[href*='/memberships/sponsors/']");

const aCase = (trip, n) => first(trip, "moderator", "/breaches",
  `main li:nth-child(${n}) a[href*='/breaches/']`);
const reportOf = async (trip) => {
  const page = await trip.as("member");
  await page.goto(trip.site.url + (await aTopic(trip)).path);
  return page.locator("#p2 a[href*='/breaches/posts/']").getAttribute("href");
};

const extractOf = async (trip, state) => (await inEachState(trip))[state];

const press = (name) => (page) => page.getByRole("main").getByRole("button", { name }).click();

// name, who looks, where, and what to do there before looking.
const kinds = [
  ["sign-in", null, "/sign-in"],
  ["sign-in refused", null, "/sign-in", async (page) => {
    await press("Email me a sign-in link")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["sign-in sent", null, "/sign-in/sent"],
  ["sign-in by password", null, "/sign-in/password"],
  ["sign-in link", null, async (trip) => new URL(await trip.site.freshLink(
    trip.site.people.member.email)).pathname],
  ["sign-in link that fails", null, "/sign-in/link/nothing"],
  ["not found", null, "/nowhere"],
  ["today", "member", "/"],
  ["today of an applicant", "applicant", "/"],
  ["today of an administrator", "administrator", "/"],
  ["topics", "member", "/forum"],
  ["unread topics", "member", "/forum?view=unread"],
  ["followed topics", "member", "/forum?view=followed"],
  ["today of a sponsor contact", "sponsor contact", "/"],
  ["networks", "member", "/networks"],
  ["networks found", "member", "/networks?words=nursing"],
  ["networks, none", "applicant", "/networks?words=xylophone"],
  ["networks for outsiders", null, "/networks"],
  ["about a network", "member", "/networks/cio/about"],
  ["about a network for outsiders", null, "/networks/ccio/about"],
  ["about a network for its keepers", "community manager", "/networks/ccio/about"],
  ["network, new", "community manager", "/networks/new"],
  ["network refused", "community manager", "/networks/new", async (page) => {
    await press("Found it")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["network, changed", "community manager", "/networks/ccio/edit"],
  ["area, new", "community manager", "/networks/ccio/areas/new"],
  ["area, changed", "community manager", "/networks/ccio/areas/1/edit"],
  ["roll", "chair", "/memberships?network=ccio"],
  ["membership", "chair", "/memberships/1"],
  ["membership, end", "chair", "/memberships/1/end"],
  ["which networks suit", "applicant", "/join?as=patient"],
  ["join", null, "/join"],
  ["join, what suits", null, "/join?as=deputy&at=trust"],
  ["join refused", null, "/join", async (page) => {
    await press("Send me the link")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["join sent", null, "/join/sent"],
  ["join link that fails", null, "/join/link/nothing"],
  ["applications", "member", "/applications"],
  ["leaving a network", "member", async (trip) => {
    const page = await trip.as("member");
    await page.goto(`${trip.site.url}/applications`);
    return page.getByRole("link", { name: /^Leave the/ }).first().getAttribute("href");
  }],
  ["applications of an applicant", "applicant", "/applications"],
  ["application, new", "applicant", "/applications/new?network=cnio&name=harborne"],
  ["application refused", "applicant", "/applications/new", async (page) => {
    await press("Send the application")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["application", "applicant", "/applications/1"],
  ["documents of an application", "applicant", "/applications/1/documents"],
  ["application for those who decide", "chair", "/applications/2"],
  ["applications waiting", "chair", "/applications/waiting"],
  ["application, refusal", "chair", "/applications/2/refusal"],
  ["attention", "administrator", "/memberships/attention"],
  ["yearly confirmation", null, yearlyConfirmation, (page) => seen(page.getByRole("main")
    .getByRole("button", { name: "Yes, still so" }))],
  ["confirmation that fails", null, "/memberships/confirmation/nothing"],
  ["confirmed", null, "/memberships/confirmed"],
  ["invitation that fails", null, "/join/invitation/nothing"],
  ["invitation declined", null, "/join/declined"],
  ["mail domains", "administrator", "/applications/domains"],
  ["coverage", "member", "/coverage"],
  ["coverage of nurses by board", "member", "/coverage?network=cnio&by=board"],
  ["coverage for outsiders", null, "/coverage"],
  ["coverage consents", "administrator", "/coverage/consents"],
  ["people", "member", "/people"],
  ["people found", "member", "/people?words=virtual+wards"],
  ["people, none", "member", "/people?words=xylophone&network=norway&region=Y60"],
  ["person", "chair", async (trip) => {
    const page = await trip.as("chair");
    await page.goto(`${trip.site.url}/people?words=virtual+wards`);
    return page.locator(".person h3 a").first().getAttribute("href");
  }],
  ["introduction refused", "chair", async (trip) => {
    const page = await trip.as("chair");
    await page.goto(`${trip.site.url}/people?words=virtual+wards`);
    return page.locator(".person .act a").last().getAttribute("href");
  }, async (page) => {
    await press("Ask them")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["introductions", "chair", "/people/introductions"],
  ["profile", "member", "/people/profile"],
  ["notices", "member", "/notices"],
  ["notices of an applicant", "applicant", "/notices"],
  ["notices of a network", "member", "/networks/ccio/notices"],
  ["notices of a network, none", "member", "/networks/wider/notices"],
  ["notices of a network for its keepers", "administrator", async (trip) => (await aNotice(trip)).board],
  ["notice", "administrator", async (trip) => (await aNotice(trip)).path],
  ["notice, new", "chair", "/networks/ccio/notices/new"],
  ["notice refused", "chair", "/networks/ccio/notices/new", async (page) => {
    await press("Look at it before it goes")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["notice before it goes", "administrator", async (trip) => (await aNotice(trip)).preview,
    (page) => page.locator("main summary").click()],
  ["notice, changed", "administrator", async (trip) => (await aNotice(trip)).edit],
  ["link that stops notices", null, async (trip) => (await aNotice(trip)).stop],
  ["link that stops notices, pressed", null, async (trip) => (await aNotice(trip)).stop,
    async (page) => {
      const button = page.getByRole("button", { name: "Stop these emails" });
      if (await button.count()) await button.click();
    }],
  ["link that stops notices, old", null, "/notices/unsubscription/nothing"],
  ["positions", "member", "/positions"],
  ["position, new", "member", "/positions/new?name=harborne"],
  ["position refused", "member", "/positions/new?name=harborne", async (page) => {
    await press("Send it to be verified")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["position, searched within the form", "member", "/positions/new", async (page) => {
    await page.getByRole("searchbox", { name: "Search your organisation" }).fill("harborne");
    await page.getByRole("search", { name: "Search your organisation" }).getByRole("button").click();
    await seen(page.locator("#found label").first());
  }],
  ["positions of an applicant", "applicant", "/positions"],
  ["positions waiting", "administrator", "/positions/waiting"],
  ["organisations", "member", "/organisations"],
  ["organisations found", "member", "/organisations?name=harborne"],
  ["organisations, none", "member", "/organisations?name=zzzzzz"],
  ["organisation", "administrator", "/organisations/1"],
  ["organisation, new", "administrator", "/organisations/new"],
  ["organisation refused", "administrator", "/organisations/new", async (page) => {
    await press("Add it")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["organisation imports", "administrator", "/organisations/imports"],
  ["organisation import", "administrator", "/organisations/imports/1"],
  ["successions", "administrator", "/organisations/successions"],
  ["succession", "administrator", "/organisations/1/succession?name=hospitals"],
  ["network", "member", "/networks/ccio"],
  ["area", "member", "/networks/ccio/clinical-safety"],
  ["topic", "member", async (trip) => (await aTopic(trip)).path],
  ["topic for a moderator", "moderator", async (trip) => (await aTopic(trip)).path,
    (page) => page.locator("#p1 summary").click()],
  ["long topic", "chair", longest],
  ["topic previewed", "member", async (trip) => (await aTopic(trip)).path, async (page) => {
    await page.locator("#body").fill("A **preview**.");
    await page.getByRole("button", { name: "Preview" }).click();
    await seen(page.locator("#preview"));
  }],
  ["reply refused", "member", async (trip) => (await aTopic(trip)).path, async (page) => {
    await page.locator("#body").fill("");
    await page.getByRole("button", { name: "Post reply" }).click();
    await seen(page.locator(".error-sum"));
  }],
  ["new topic", "member", "/forum/new"],
  ["new topic refused", "member", "/forum/new", async (page) => {
    await press("Post topic")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["edit", "member", async (trip) => (await aTopic(trip)).edit],
  ["history", "member", async (trip) => (await aTopic(trip)).history],
  ["search", "member", "/search"],
  ["search results", "member", "/search?q=patient"],
  ["search without results", "member", "/search?q=xylophone"],
  ["mentions", "member", "/forum/mentions"],
  ["settings", "member", "/settings"],
  ["how you sign in", "member", "/settings/sign-in"],
  ["set up an app", "organiser", "/settings/sign-in", async (page) => {
    await press("Set up an app")(page);
    await page.locator("summary").click();
    await press("Turn codes on")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["change of address", "member", "/settings/address"],
  ["address link that fails", null, "/settings/address/confirm/nothing"],
  ["lost access, nobody", "administrator", "/lost-access"],
  ["lost, asked", null, "/sign-in/lost/asked"],
  ["confirmation of who you are", "member", "/sign-in/confirmation"],
  ["sign-in code that is too late", null, "/sign-in/code"],
  ["settings refused", "member", "/settings/sign-in", async (page) => {
    await page.getByLabel("New password").fill("short");
    await press("Save password")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["my data", "member", "/settings/data"],
  ["my data, refused", "chair", "/settings/data", async (page) => {
    await page.locator("input[name=version]").last().evaluate((input) => { input.value = "9"; });
    await page.getByRole("button", { name: "Consent" }).last().click();
    await seen(page.locator(".error-sum"));
  }],
  ["what is kept", "member", "/privacy/retention"],
  ["privacy notice", null, "/privacy"],
  ["consent text", "member", "/privacy/texts/letters-from-chairs/1"],
  ["two accounts", "member", "/settings/merging"],
  ["two accounts, an office", "chair", "/settings/merging"],
  ["two accounts, sent", "member", "/settings/merging/sent"],
  ["two accounts, dead link", "member", "/settings/merging/x"],
  ["erasure", "member", "/settings/erasure"],
  ["erased", null, "/erased"],
  ["help", "member", "/help"],
  ["keyboard help", "member", "/help", async (page) => {
    await press("Show all shortcuts")(page);
    await seen(page.locator("dialog"));
  }],
  ["the Rule", "member", "/help/rule"],
  ["the text of the Rule", "member", "/rule"],
  ["the text of the Rule, for outsiders", null, "/rule"],
  ["a version of the Rule", "member", "/rule/versions/1"],
  ["what a network adds to the Rule", "chair", "/rule/networks/ccio"],
  ["writing the Rule", "administrator", "/rule/edit"],
  ["writing the Rule, refused", "administrator", "/rule/edit", async (page) => {
    await page.getByLabel("The text").fill("");
    await press("Publish it")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["writing the Rule, preview", "administrator", "/rule/edit", async (page) => {
    await press("Preview")(page);
    await seen(page.locator("#preview"));
  }],
  ["accepting the Rule", "newcomer", "/rule/acceptance"],
  ["accepted the Rule", "member", "/rule/acceptance"],
  ["without accepting the Rule", "newcomer", "/rule/acceptance/declined"],
  ["entering a network", "newcomer", "/networks/ccio"],
  ["about a network that asks", "newcomer", "/networks/ccio/about"],
  ["breaches, for outsiders", null, "/rule/breaches"],
  ["openings of sealed names, for outsiders", null, "/rule/openings"],
  ["sealed names", "community manager", "/sealing"],
  ["a key to sealed names", "community manager", "/sealing/key"],
  ["when keys are lost", "community manager", "/sealing/recovery"],
  ["speak unattributed", "member", async (trip) =>
    `${(await aTopic(trip)).path.match(/\/forum\/\d+/)[0]}/unattributed`],
  ["breaches, none of one's own", "applicant", "/breaches"],
  ["breaches, to be handled", "moderator", "/breaches"],
  ["breach, reported", "member", reportOf],
  ["breach refused", "member", reportOf, async (page) => {
    await press("Send the report")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["case that waits", "moderator", (trip) => aCase(trip, 1)],
  ["case that waits, refused", "moderator", (trip) => aCase(trip, 1), async (page) => {
    await press("Decide it")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["case that was decided", "moderator", (trip) => aCase(trip, 2)],
  ["case of one's own", "organiser", async (trip) =>
    first(trip, "organiser", "/breaches", "main li a[href*='/breaches/']")],
  ["extract, choosing", "organiser", (trip) => extractOf(trip, "choosing")],
  ["extract, choosing refused", "organiser", (trip) => extractOf(trip, "choosing"),
    async (page) => {
      await press("Take the chosen posts")(page);
      await seen(page.locator(".error-sum"));
    }],
  ["extract, a draft", "organiser", (trip) => extractOf(trip, "draft")],
  ["extract, a draft refused", "organiser", (trip) => extractOf(trip, "draft"), async (page) => {
    await press("Save and hand it on")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["extract that waits", "organiser", (trip) => extractOf(trip, "waiting")],
  ["extract, an author is asked", "member", async (trip) =>
    `${await extractOf(trip, "waiting")}/consent`],
  ["extract that is ready", "moderator", (trip) => extractOf(trip, "ready")],
  ["extract that is published", "organiser", (trip) => extractOf(trip, "published")],
  ["extracts", "organiser", "/extracts"],
  ["moderate a topic", "moderator", async (trip) => `${(await aTopic(trip)).path}/moderation`],
  ["hide a post", "moderator", async (trip) => (await aTopic(trip)).hiding],
  ["rule of a topic", "moderator", async (trip) => `${(await aTopic(trip)).path}/rule`],
  ["rule of a topic refused", "moderator", async (trip) => `${(await aTopic(trip)).path}/rule`,
    async (page) => {
      await press("Ask the authors")(page);
      await seen(page.locator(".error-sum"));
    }],
  ["rule of a post", "member", async (trip) => (await aTopic(trip)).edit.replace("edit", "rule")],
  ["a wish to loosen", "moderator", async (trip) => `${(await aTopic(trip)).path}/rule`,
    async (page) => {
      await page.getByLabel("From post").fill("1");
      await page.getByLabel("To post").fill("2");
      await page.getByLabel("Rule that you would like").selectOption("record");
      await page.getByLabel("What for").fill("For our report.");
      await press("Ask the authors")(page);
      await page.waitForURL(/loosenings/);
      await page.goto(page.url());
    }],
  ["topic of two rules", "moderator", async (trip) => `${(await aTopic(trip)).path}/rule`,
    async (page) => {
      await page.locator("#state").selectOption("closed");
      await press("Set the rule")(page);
      await page.waitForURL(/forum.\d+-/);
      await page.goto(page.url());
      await seen(page.locator("#p1 .ruled"));
    }],
  ["rule of an area", "administrator", "/forum/areas/1/rule"],
  ["administration", "administrator", "/admin"],
  ["set-up", "administrator", "/admin/set-up"],
  ["offices", "administrator", "/admin/offices"],
  ["offices, somebody found", "community manager", "/admin/offices?words=jo"],
  ["offices, nobody found", "administrator", "/admin/offices?words=xylophone"],
  ["offices of somebody", "administrator", (trip) => officer(trip)],
  ["appointment", "administrator",
    async (trip) => `${await officer(trip)}/appointment?office=moderator`],
  ["appointment that cannot be", "administrator",
    async (trip) => `${await officer(trip)}/appointment?office=chair`],
  ["office, end", "administrator", anEnd],
  ["office, end refused", "administrator", anEnd, async (page) => {
    await press("End their office")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["your offices", "chair", "/offices"],
  ["your offices, none", "member", "/offices"],
  ["sponsor contacts", "community manager", "/memberships/sponsors"],
  ["sponsor contact refused", "community manager", "/memberships/sponsors", async (page) => {
    await press("Add them")(page);
    await seen(page.locator(".error-sum"));
  }],
  ["sponsor contact", "community manager", (trip) => aSponsor(trip)],
  ["sponsor contact, end", "community manager", async (trip) => `${await aSponsor(trip)}/end`],
  ["design", "member", "/design"],
];

export async function check(page, name) {
  // A bar that sticks to the bottom covers parts of a page that is higher than the window; what
  // axe says of hidden targets there is not true of a page that scrolls.
  const full = await page.evaluate(() => document.documentElement.scrollHeight);
  const size = page.viewportSize();
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, full) });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { rules: { "target-size": { enabled: true } } }));
  const said = violations.map(({ id, nodes }) =>
    `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  assert.deepEqual(said, [], `axe on ${name}, ${size.width} px`);
  await page.setViewportSize(size);
}

const overflow = (page) => page.evaluate(() =>
  document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function checkBones(page, name) {
  assert.equal(await page.locator("h1").count(), 1, `${name} has one h1`);
  assert.equal(await page.locator("main").count(), 1, `${name} has one main`);
  assert.equal(await page.locator("body > a.skip:first-child").count(), 1, `${name} has a skip link`);
  assert.ok(await page.locator("body").getAttribute("data-page"), `${name} says what it is`);
  const unnamed = await page.evaluate(() => [...document.querySelectorAll("[id]")]
    .map((part) => part.id).filter((id, i, all) => all.indexOf(id) !== i));
  assert.deepEqual(unnamed, [], `${name} uses each id once`);
}

async function look(trip, [name, role, where, act]) {
  const path = typeof where === "string" ? where : await where(trip);
  const open = (options) => role ? trip.as(role, options) : trip.visitor(options);
  for (const width of widths) {
    const page = await open({ width, bypassCSP: true });
    const answer = await page.goto(trip.site.url + path);
    collected.set(name, await answer.text());
    if (act) {
      await act(page);
      await page.waitForLoadState("load");
      if (!(await page.locator("dialog").count())) collected.set(`${name}, then`, await page.content());
    }
    await checkBones(page, name);
    for (const theme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: theme });
      await check(page, `${name}, ${theme}`);
    }
    if (width < 400) {
      await page.setViewportSize({ width: 320, height: 640 });
      assert.ok(await overflow(page) <= 0, `${name} does not scroll sideways at 320 px`);
      await page.addStyleTag({ content: "* { line-height: 1.5 !important; "
        + "letter-spacing: .12em !important; word-spacing: .16em !important }" });
      await page.setViewportSize({ width: 390, height: 844 });
      assert.ok(await overflow(page) <= 0, `${name} bears the spacing of WCAG 1.4.12`);
    }
    await page.context().close();
  }
  const large = await open({ width: 1280, large: true });
  await large.goto(trip.site.url + path);
  assert.equal(await large.evaluate(() => getComputedStyle(document.documentElement).fontSize),
    "32px");
  assert.ok(await overflow(large) <= 0, `${name} does not scroll sideways with text of 200 %`);
  await seen(large.locator("h1"));
  await large.context().close();
}

async function validHtml() {
  const jar = join(root, "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
  const java = await run("java", ["-version"]).catch(() => null);
  if (!java || !existsSync(jar)) {
    console.log("       HTML is not validated: that needs java and the npm package vnu-jar.");
    return;
  }
  assert.ok(collected.size > 0, "pages were collected");
  const folder = await mkdtemp(join(tmpdir(), "moothall-html."));
  try {
    const files = [];
    for (const [name, html] of collected) {
      const file = join(folder, `${name.replace(/\W+/g, "-")}.html`);
      files.push(file);
      await writeFile(file, html);
    }
    const { stderr } = await run("java", ["-Xmx256m", "-jar", jar, "--errors-only", ...files])
      .catch((refused) => refused);
    assert.equal(stderr.replaceAll(`file:${folder}/`, ""), "");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function weight(trip) {
  const page = await trip.as("chair");
  const sizes = {};
  for (const [name, path] of [["today", "/"], ["topic", await longest(trip)]]) {
    const answer = await page.goto(trip.site.url + path);
    if (name === "topic") assert.equal(await page.locator(".post").count(), 20, "a whole stretch");
    sizes[name] = gzipSync(await answer.text(), { level: 6 }).length;
  }
  const size = async (address) => {
    const answer = await fetch(trip.site.url + address, { headers: { "Accept-Encoding": "gzip" } });
    assert.equal(answer.headers.get("content-encoding"), "gzip");
    assert.match(answer.headers.get("cache-control"), /immutable/);
    return gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).length;
  };
  const style = await size(await page.locator("link[rel=stylesheet]").getAttribute("href"));
  const script = await size(await page.locator("script[src]").getAttribute("src"));
  console.log(`       compressed: style ${style}, script ${script}, today ${sizes.today}, `
    + `topic ${sizes.topic} bytes`);
  assert.ok(style + script <= 26_000, "style and script are 26 kB at most");
  assert.ok(sizes.today <= 20_000 && sizes.topic <= 20_000, "a page is 20 kB at most");
}

// Colours forced by the system, and paper: what must be there is there.
async function forcedColoursAndPaper(trip) {
  const page = await trip.as("member");
  await page.goto(trip.site.url + (await aTopic(trip)).path);
  await page.emulateMedia({ forcedColors: "active" });
  const outline = await page.locator(".nav a[aria-current]").first()
    .evaluate((link) => getComputedStyle(link).outlineStyle);
  assert.equal(outline, "solid", "the current place shows without colours");
  await page.emulateMedia({ forcedColors: "none", media: "print" });
  for (const part of [".side", ".top", ".tabbar", "#reply", ".acts"]) {
    assert.equal(await page.locator(part).first().isVisible(), false, `${part} is not printed`);
  }
  await seen(page.locator(".notice.rule"));
  await seen(page.locator("#p1 .body"));
  for (const part of [".who", ".role", ".when", ".avatar"]) {
    assert.equal(await page.locator(`#p1 ${part}`).isVisible(), false, `${part} is not printed`);
  }
  assert.match(await page.locator(".print-only").first().innerText(), /Never say who said it/);
  assert.equal(await page.locator("#p2 .body cite").first()
    .evaluate((name) => getComputedStyle(name).fontSize), "0px", "whom somebody quotes");
  await until(page, () => getComputedStyle(document.body).color === "rgb(0, 0, 0)");
}

export const journeys = [
  ...kinds.map((kind) => ({ name: `page: ${kind[0]}`, travel: (trip) => look(trip, kind) })),
  { name: "page: forced colours and paper", travel: forcedColoursAndPaper },
  { name: "page: weight", travel: weight },
  { name: "page: valid HTML", travel: validHtml },
];
