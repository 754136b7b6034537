// The journeys in a real browser against the real program: node tests/journeys/run.mjs [NAME…]
// One line a journey; what fails leaves pictures in build/journeys; the last line counts.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { root, tools } from "./site.mjs";

const { Trip } = await tools().then(() => import("./trip.mjs"), (missing) => {
  console.log(missing.message);
  console.log("0 passed, 0 failed");
  process.exit(1);
});

const parts = ["arriving", "writing", "drafts", "live", "keys", "moderating", "ruling", "breaches",
  "extracts", "unattributed", "accepting", "account", "signing", "roll", "joining", "people",
  "notices", "founding", "offices", "pages", "exporting", "erasing"];
const journeys = (await Promise.all(parts.map((part) => import(`./${part}.mjs`))))
  .flatMap((part) => part.journeys);
const wished = process.argv.slice(2);
const chosen = journeys.filter(({ name }) =>
  !wished.length || wished.some((wish) => name.includes(wish)));
const pictures = join(root, "build", "journeys");

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);
const report = (mark, name, since, more = "") =>
  console.log(`  ${mark.padEnd(4)} ${name.padEnd(48)} ${seconds(since).padStart(5)} s ${more}`);

// A browser may hang without a word, and Playwright waits for some of its answers for ever. A journey
// that is stuck while the site answers is travelled once more, in a new browser.
const deadline = 240_000;
const stuck = Symbol("stuck");
const inTime = (walk, ms) => {
  walk.catch(() => {});  // it may yet end, long after anybody waits for it
  return Promise.race([walk, new Promise((done) => { setTimeout(done, ms, stuck).unref(); })]);
};

async function once(travel) {
  if (await inTime(travel(trip), deadline) === stuck) return stuck;
  trip.checkConsole();
  return "there";
}

async function leave() {
  if (await inTime(trip.leave(), 20_000) === stuck) await trip.anotherBrowser();
}

async function walk(name, travel) {
  if (await once(travel) !== stuck) return;
  const where = trip.whereabouts();
  const health = await trip.site.health();
  if (!health) throw new Error(`stuck, and the site does not answer: ${where}\n${trip.site.log}`);
  console.log(`  ${"slow".padEnd(4)} ${name}: nothing for ${deadline / 1000} s at ${where}; once more`);
  await trip.anotherBrowser();
  if (await once(travel) === stuck) throw new Error(`stuck twice: ${trip.whereabouts()}`);
}

const trip = new Trip();
let failed = 0;
const end = () => trip.end().finally(() => process.exit(130));
process.once("SIGINT", end);
process.once("SIGTERM", end);
try {
  await rm(pictures, { recursive: true, force: true });
  await trip.begin();
  for (const { name, travel } of chosen) {
    const since = performance.now();
    try {
      await walk(name, travel);
      report("ok", name, since);
    } catch (problem) {
      ++failed;
      report("FAIL", name, since, problem.stack || problem.message);
      await mkdir(pictures, { recursive: true });
      await inTime(trip.photograph(join(pictures, name.replace(/\W+/g, "-"))), 20_000);
    }
    await leave();
  }
} finally {
  await inTime(trip.end(), 30_000);
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed || !chosen.length ? 1 : 0);
