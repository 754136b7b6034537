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

const parts = ["arriving", "writing", "drafts", "live", "keys", "moderating", "account", "signing",
  "roll", "joining", "people", "notices", "founding", "pages", "exporting",
  "erasing"];
const journeys = (await Promise.all(parts.map((part) => import(`./${part}.mjs`))))
  .flatMap((part) => part.journeys);
const wished = process.argv.slice(2);
const chosen = journeys.filter(({ name }) =>
  !wished.length || wished.some((wish) => name.includes(wish)));
const pictures = join(root, "build", "journeys");

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);
const report = (mark, name, since, more = "") =>
  console.log(`  ${mark.padEnd(4)} ${name.padEnd(48)} ${seconds(since).padStart(5)} s ${more}`);

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
      await travel(trip);
      trip.checkConsole();
      report("ok", name, since);
    } catch (problem) {
      ++failed;
      report("FAIL", name, since, problem.stack || problem.message);
      await mkdir(pictures, { recursive: true });
      await trip.photograph(join(pictures, name.replace(/\W+/g, "-")));
    }
    await trip.leave();
  }
} finally {
  await trip.end();
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed || !chosen.length ? 1 : 0);
