// Takes the pictures of docs/screens: node tests/journeys/screens.mjs. A demo community of the usual
// size; today, a topic, signing in, an error and an empty page, on a phone and a desk, light and dark.
import { execFileSync } from "node:child_process";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Site, browser, root, signIn, widths } from "./site.mjs";

const folder = join(root, "docs", "screens");
const largest = 150_000;

// Among the unread topics one of middling length: it shows the line above what is new.
async function topic(page, site) {
  await page.goto(`${site.url}/forum?view=unread`);
  const rows = page.locator(".row", { has: page.locator(".stat") });
  const replies = (await rows.locator(".num").allTextContents()).map(Number);
  const nearest = replies.map((count, i) => [Math.abs(count - 5), i]).sort(([a], [b]) => a - b)[0][1];
  return rows.nth(nearest).locator("h3 a").getAttribute("href");
}

// A palette instead of full colour: a third of the size. Either tool will do.
function squeeze(file) {
  const ways = [["pngquant", ["--force", "--strip", "--quality", "40-88", "--output", file, file]],
    ["convert", [file, "-strip", "-dither", "None", "-colors", "200", `PNG8:${file}`]]];
  for (const [tool, words] of ways) {
    try { return execFileSync(tool, words, { stdio: "ignore" }); } catch { /* the next one */ }
  }
}

await mkdir(folder, { recursive: true });
const site = await Site.start({ size: [3500, 2000, 20000] });
const chromium = await browser();
try {
  const states = {};
  for (const role of ["member", "applicant"]) {
    const context = await chromium.newContext();
    const page = await context.newPage();
    await signIn(page, await site.link(role));
    states[role] = await context.storageState();
    if (role === "member") states.topic = await topic(page, site);
    await context.close();
  }
  const kinds = [["today", "member", "/"], ["sign-in", null, "/sign-in"],
    ["error", null, "/nowhere"], ["empty", "applicant", "/"], ["topic", "member", states.topic]];
  for (const [name, role, path] of kinds) {
    for (const width of widths) {
      for (const theme of ["light", "dark"]) {
        // The header keeps what is new as new: whoever takes a part of a page does not read it.
        const context = await chromium.newContext({ colorScheme: theme, reducedMotion: "reduce",
          extraHTTPHeaders: { "X-Fragment": "picture" },
          viewport: { width, height: width < 600 ? 844 : 1000 }, storageState: states[role] });
        const page = await context.newPage();
        await page.goto(site.url + path);
        await page.evaluate(() => document.fonts.ready);
        // The bar at the foot stands where a hand would find it: at the end of the picture.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        const shown = Math.min(height, width < 600 ? 1900 : 1500);
        await page.setViewportSize({ width, height: Math.max(shown, page.viewportSize().height) });
        const file = join(folder, `${name}-${width}-${theme}.png`);
        await page.screenshot({ path: file });
        squeeze(file);
        const { size } = await stat(file);
        console.log(`${name}-${width}-${theme}.png  ${Math.round(size / 1000)} kB`);
        if (size > largest) throw new Error(`${file} is larger than 150 kB: is pngquant there?`);
        await context.close();
      }
    }
  }
  const picture = (name, width, theme, words) =>
    `![${words}](${name}-${width}-${theme}.png)`;
  const titles = { today: "Today", topic: "A topic", "sign-in": "Signing in", error: "An error",
    empty: "Empty" };
  const parts = Object.entries(titles).map(([name, words]) => [`## ${words}`, "",
    "| | Light | Dark |", "|---|---|---|",
    ...widths.map((width) => `| ${width} px | ${picture(name, width, "light",
      `${words}, ${width} pixels wide, light`)} | ${picture(name, width, "dark",
      `${words}, ${width} pixels wide, dark`)} |`), ""].join("\n"));
  await writeFile(join(folder, "README.md"), ["# What it looks like", "",
    "Pages of the demo community as Chromium shows them, on a phone (390 pixels) and a desk (1440), "
    + "light and dark.", "`node tests/journeys/screens.mjs` takes these pictures anew and writes this "
    + "file.", "", ...parts].join("\n"));
} finally {
  await chromium.close();
  await site.close();
}
