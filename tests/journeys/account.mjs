// Password, sessions, and the look.
import { signIn, widths } from "./site.mjs";
import { assert, kind, seen } from "./steps.mjs";

const secret = "correct horse battery staple";

async function password(trip, { width, js }) {
  const { site } = trip;
  const role = "organiser";
  const page = await trip.visitor({ width, js });
  await signIn(page, await site.link(role));
  const elsewhere = await trip.visitor();
  await signIn(elsewhere, await site.link(role));
  await page.goto(`${site.url}/settings`);
  await page.getByRole("link", { name: "How you sign in" }).click();
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Save password" }).click();
  await seen(page.locator(".error-sum"));
  assert.equal(await page.getByLabel("New password").inputValue(), "", "a secret does not come back");
  await page.getByLabel("New password").fill(secret);
  await page.getByRole("button", { name: "Save password" }).click();
  await seen(page.locator(".toast", { hasText: "Your password is saved." }));
  await elsewhere.goto(`${site.url}/settings`);
  assert.equal(await kind(elsewhere), "sign-in", "other devices are signed out");

  await page.goto(`${site.url}/settings`);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(/\/sign-in$/);
  await page.goBack();
  await page.goto(`${site.url}/`);
  assert.equal(await kind(page), "sign-in");
  await page.getByRole("link", { name: "Sign in with a password" }).click();
  const fill = async (words) => {
    await page.getByLabel("Email address").fill(site.people[role].email);
    await page.getByLabel("Password", { exact: true }).fill(words);
    await page.getByRole("button", { name: "Sign in" }).click();
  };
  await fill("something else entirely");
  await seen(page.locator(".error-sum", { hasText: "do not match" }));
  assert.equal(await page.getByLabel("Email address").inputValue(), site.people[role].email);
  await fill(secret);
  await page.waitForURL(`${site.url}/`);
  assert.equal(await kind(page), "today");
}

async function sessions(trip) {
  const { site } = trip;
  const role = "organiser";
  const here = await trip.visitor({ width: 390 });
  const there = await trip.visitor();
  for (const page of [here, there]) await signIn(page, await site.link(role));
  await here.goto(`${site.url}/settings`);
  const rows = here.locator("tbody tr");
  assert.ok(await rows.count() >= 2);
  assert.equal(await rows.filter({ hasText: "This device" }).count(), 1);
  await here.getByRole("button", { name: "Sign out everywhere else" }).click();
  await seen(here.locator(".toast", { hasText: "You are signed out everywhere else." }));
  assert.equal(await rows.count(), 1);
  await there.goto(`${site.url}/settings`);
  assert.equal(await kind(there), "sign-in");
  await signIn(there, await site.link(role));
  await here.reload();
  await here.locator("tbody").getByRole("button", { name: /^Sign out/ }).click();
  await seen(here.locator(".toast", { hasText: "That device is signed out." }));
  await there.reload();
  assert.equal(await kind(there), "sign-in");
}

async function dark(trip) {
  const { site } = trip;
  const page = await trip.visitor();
  await signIn(page, await site.link("organiser"));
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto(`${site.url}/settings`);
  const light = await ground();
  await page.locator("label", { hasText: "Dark" }).click();
  await page.getByRole("button", { name: "Save look" }).click();
  await seen(page.locator(".toast", { hasText: "The look is saved." }));
  const theme = () => page.locator("html").getAttribute("data-theme");
  assert.equal(await theme(), "dark");
  assert.notEqual(await ground(), light);
  await page.goto(`${site.url}/`);
  assert.equal(await theme(), "dark", "on every page");
  await page.goto(`${site.url}/settings`);
  await page.locator("label", { hasText: "As your device says" }).click();
  await page.getByRole("button", { name: "Save look" }).click();
  await seen(page.locator("html:not([data-theme])"));
}

export const journeys = [
  ...widths.map((width) => ({
    name: `set a password, sign in with it, ${width}`,
    travel: (trip) => password(trip, { width, js: width === 1440 }),
  })),
  { name: "sessions, and signing out elsewhere", travel: sessions },
  { name: "the dark look is kept", travel: dark },
];
