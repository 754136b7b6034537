// Somebody takes what is held of them: one press, one file, a page to read and the same for
// machines; consents and withdraws; and reads what is kept for how long.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root, widths } from "./site.mjs";
import { assert, heading, reply, seen, startTopic, title } from "./steps.mjs";

const run = promisify(execFile);
const axe = await readFile(join(root, "node_modules", "axe-core", "axe.min.js"), "utf8");

// The same for every visit; the words of the post look like markup.
const words = "My own words, with <b>signs</b> & an umlaut: ü.";
let topic;
async function ownTopic(trip) {
  if (topic) return topic;
  const page = await trip.as("member");
  topic = title("What I wrote");
  const path = await startTopic(page, trip.site.url, topic, words);
  const chair = await trip.as("chair");
  await chair.goto(trip.site.url + path);
  await reply(chair, "An answer that is not the member's to take away.");
  return topic;
}

async function unpacked(download, folder) {
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  await run("python3", ["-m", "zipfile", "-e", file, folder]);
  return { html: await readFile(join(folder, "index.html"), "utf8"),
    json: JSON.parse(await readFile(join(folder, "data.json"), "utf8")) };
}

// The page of the archive, opened from the disk: whole in itself, and for axe nothing to find.
async function checkPage(trip, folder, width, theme) {
  const page = await trip.visitor({ width, theme, bypassCSP: true });
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`file://${folder}/index.html`);
  assert.match(await heading(page), /^What is held of /);
  await seen(page.getByText(words));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`), [],
    `axe on the page of the archive, ${width} px, ${theme}`);
  const sideways = await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(sideways <= 0, `the page of the archive does not scroll sideways at ${width} px`);
  assert.deepEqual(asked.filter((url) => !url.startsWith("file:")), [], "it asks nothing outside");
}

async function taken(trip, width, js) {
  const { site } = trip;
  const folder = await mkdtemp(join(tmpdir(), "moothall-archive."));
  try {
    const page = await trip.as("member", { width, js });
    await page.goto(`${site.url}/settings`);
    await page.getByRole("link", { name: "My data" }).click();
    assert.equal(await heading(page), "My data");
    await seen(page.getByRole("rowheader", { name: "Posts you wrote" }));
    const [download] = await Promise.all([page.waitForEvent("download"),
      page.getByRole("link", { name: "Download my archive" }).click()]);
    assert.match(download.suggestedFilename(), /^archive-\d{4}-\d\d-\d\d\.zip$/);
    const { html, json } = await unpacked(download, folder);
    const held = Object.fromEntries(json.held.map((one) => [one.name, one.rows]));
    assert.equal(held.account[0]["Email address"], site.people.member.email);
    assert.ok(html.includes(held.account[0].Name), "the own name stands on the page");
    assert.ok(held.posts.some((post) => post.Text === words), "the own post is in data.json");
    assert.ok(held.topics.some((one) => one.Title === topic), "the own topic is in data.json");
    assert.ok(html.includes("with &lt;b&gt;signs&lt;/b&gt; &amp; an umlaut: ü."), "and on the page");
    for (const text of [html, JSON.stringify(json)]) {
      for (const [role, { email }] of Object.entries(site.people)) {
        assert.ok(role === "member" || !text.includes(email), `no address of the ${role}`);
      }
      assert.ok(!text.includes("not the member's to take away"), "no post of somebody else");
      assert.ok(!text.includes("not the member&#39;s to take away"), "nor escaped");
    }
    assert.deepEqual((await readdir(folder)).filter((name) => !name.endsWith(".zip")).sort(),
      ["data.json", "index.html"]);
    for (const theme of ["light", "dark"]) await checkPage(trip, folder, width, theme);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function exported(trip) {
  await ownTopic(trip);
  for (const width of widths) {
    for (const js of [true, false]) await taken(trip, width, js);
  }
}

async function consented(trip) {
  const { site } = trip;
  for (const width of widths) {
    const page = await trip.as("member", { width, js: width > 600 });
    await page.goto(`${site.url}/settings/data`);
    const letters = page.locator("li.row", { hasText: "Letters from those who chair" });
    await letters.getByRole("button", { name: "Consent" }).click();
    await seen(page.getByText("Your consent is noted.").last());
    await seen(letters.getByText("You consented:"));
    await letters.getByRole("link").click();
    await seen(page.getByText("may write to me through this site"));
    await page.goBack();
    await letters.getByRole("button", { name: "Withdraw" }).click();
    await seen(page.getByText("Your consent is withdrawn.").last());
    await seen(letters.getByText("You withdrew it:"));
  }
}

async function kept(trip) {
  const { site } = trip;
  for (const js of [true, false]) {
    const page = await trip.as("member", { width: 390, js });
    await page.goto(`${site.url}/settings/data`);
    await page.getByRole("link", { name: "What is kept for how long" }).click();
    assert.equal(await heading(page), "What is kept for how long");
    await seen(page.getByRole("cell", { name: "30 days after the decision" }));
  }
}

export const journeys = [{ name: "export my data", travel: exported },
  { name: "consent and withdraw", travel: consented },
  { name: "read what is kept", travel: kept }];
