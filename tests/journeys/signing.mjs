// The stronger ways to sign in: a passkey with the browser's own virtual authenticator, codes from an
// app, an office that opens to two factors, and a real OpenID Connect provider.
import { createHmac, generateKeyPairSync, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "./pages.mjs";
import { freePort, signIn, widths } from "./site.mjs";
import { assert, heading, kind, seen } from "./steps.mjs";

// A device with a lock of its own, that its owner opens at once.
export async function device(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", { options: {
    protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true } });
  return {
    verifies: (isUserVerified) =>
      session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    keys: async () =>
      (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  };
}

export async function addPasskey(page, url) {
  await page.goto(`${url}/settings/sign-in`);
  await page.getByRole("button", { name: /^Add (a|another) passkey$/ }).click();
  await seen(page.locator(".toast", { hasText: "The passkey is added." }));
}

export async function signOut(page, url) {
  await page.goto(`${url}/settings`);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(/\/sign-in$/);
}

// Asks for a link, and opens the letter's.
async function byMail(trip, page, email) {
  const { site, mail } = trip;
  const known = mail.to(email).length;
  await page.goto(`${site.url}/sign-in`);
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Email me a sign-in link" }).click();
  for (let read = known; ; ++read) {
    const letter = await mail.next(email, read);
    const link = letter.text.match(/http:[^\s"<>]*\/sign-in\/link\/[\w-]+/);
    if (!link) continue;
    await page.goto(link[0]);
    return page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  }
}

async function passkey(trip, width) {
  const { site } = trip;
  const page = await trip.visitor({ width });
  const { verifies, keys } = await device(page);
  await signIn(page, await site.link("organiser"));
  await addPasskey(page, site.url);
  assert.equal((await keys()).length, 1);
  await page.getByRole("button", { name: "Add another passkey" }).click();
  await seen(page.getByText("This device has a passkey for your account already."));
  await signOut(page, site.url);

  await verifies(false);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await seen(page.getByText("No passkey was used. Try again"));
  await verifies(true);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL(`${site.url}/`);
  assert.equal(await kind(page), "today");
  await page.goto(`${site.url}/settings`);
  await seen(page.getByText("By passkey, two factors").first());

  await page.goto(`${site.url}/settings/sign-in`);
  await page.getByRole("button", { name: /^Remove/ }).click();
  await seen(page.locator(".toast", { hasText: "The passkey is removed." }));
  await signOut(page, site.url);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await seen(page.locator(".error-sum", { hasText: "That passkey is not known here" }));
}

// RFC 6238, as an app computes it.
function codeOf(secret) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replace(/\s/g, "")]
    .map((c) => letters.indexOf(c).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(step).digest();
  const number = mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

async function codes(trip, { width, js }) {
  const { site } = trip;
  const role = js ? "wider member" : "member";
  const { email } = site.people[role];
  const page = await trip.visitor({ width, js, bypassCSP: true });
  await byMail(trip, page, email);
  await page.goto(`${site.url}/settings/sign-in`);
  await page.getByRole("button", { name: "Set up an app" }).click();
  assert.equal(await kind(page), "authenticator");
  await seen(page.getByRole("img", { name: "QR code" }));
  await page.locator("summary", { hasText: "Type it instead" }).click();
  const secret = await page.locator("code").first().innerText();
  await page.getByLabel("Code from your app").fill("12");
  await page.getByRole("button", { name: "Turn codes on" }).click();
  await seen(page.locator(".error-sum", { hasText: "That code does not fit" }));
  await page.getByLabel("Code from your app").fill(codeOf(secret));
  await page.getByRole("button", { name: "Turn codes on" }).click();
  assert.equal(await kind(page), "recovery-codes");
  const recovery = await page.locator("code").allInnerTexts();
  assert.equal(recovery.length, 10);
  if (js) await check(page, "recovery codes");
  await page.getByRole("button", { name: "I have them safe" }).click();
  await seen(page.getByText("10 recovery codes are left"));
  await trip.mail.next(email, 1);

  await signOut(page, site.url);
  await byMail(trip, page, email);
  assert.equal(await heading(page), "One more step");
  if (js) await check(page, "sign-in code");
  await page.getByLabel("Code from your app").fill("000000");
  await page.getByRole("button", { name: "Go on" }).click();
  await seen(page.locator(".error-sum"));
  await page.getByLabel("Code from your app").fill(recovery[4]);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.waitForURL(`${site.url}/`);
  await page.goto(`${site.url}/settings/sign-in`);
  await seen(page.getByText("9 recovery codes are left"));
  await page.getByRole("button", { name: "Turn codes off" }).click();
  await seen(page.locator(".toast", { hasText: "Codes are not asked for any more." }));
}

async function office(trip) {
  const { site } = trip;
  const page = await trip.visitor({ width: 390 });
  await device(page);
  await byMail(trip, page, site.people["community manager"].email);
  await page.waitForURL(`${site.url}/`);
  await seen(page.getByText("Your office is closed until you sign in with two factors").first());
  await page.goto(`${site.url}/organisations/new`);
  assert.equal(await heading(page), "Confirm that it is you");
  await page.getByRole("link", { name: "Set one up" }).click();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await seen(page.locator(".toast", { hasText: "The passkey is added." }));
  await page.goto(`${site.url}/organisations/new`);
  assert.equal(await kind(page), "organisation-new");
  await signOut(page, site.url);
  await byMail(trip, page, site.people["community manager"].email);
  await page.waitForURL(`${site.url}/`);
  await page.goto(`${site.url}/organisations/new`);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.waitForURL(/\/organisations\/new$/);
  assert.equal(await kind(page), "organisation-new");
  await page.goto(`${site.url}/settings/sign-in`);
  await page.getByRole("button", { name: /^Remove/ }).click();
  await seen(page.locator(".toast", { hasText: "The passkey is removed." }));
}

// A provider of Node's, over plain HTTP on this machine, with its own page to sign in.
async function openProvider(port, url) {
  console.info = console.warn = () => {};  // it warns that it is set up for tests, and it is
  const { Provider } = await import("oidc-provider");
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider = new Provider(`http://localhost:${port}`, {
    clients: [{ client_id: "moothall", client_secret: "a secret/of ours",
      redirect_uris: [`${url}/sign-in/with/nhsmail/return`] }],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig",
      alg: "RS256" }] },
    cookies: { keys: ["of this test"] },
    claims: { email: ["email"], profile: ["name"] },
    pkce: { required: () => true },
    findAccount: (context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@nhs.example`, name: id }),
    }),
  });
  const server = createServer(provider.callback()).listen(port, "127.0.0.1");
  await once(server, "listening");
  return { close: () => { server.closeAllConnections(); server.close(); } };
}

// Over there: any name and password will do, then the consent.
async function signInThere(page, name) {
  await page.locator("input[name=login]").fill(name);
  await page.locator("input[name=password]").fill("anything");
  await page.locator("button[type=submit]").click();
  await page.getByRole("button", { name: "Continue" }).click();
}

// Whether NHSmail signs somebody in; where it does not, the page says to begin again.
async function signInBy(trip, site, js) {
  const page = await trip.visitor({ js });
  await page.goto(`${site.url}/sign-in?next=%2Fsettings`);
  await page.getByRole("link", { name: "Sign in with NHSmail" }).click();
  await signInThere(page, "morgan");
  if (!js) await page.getByRole("button", { name: "Go on" }).click();
  await page.waitForURL((url) => url.href === `${site.url}/settings`
    || url.pathname.endsWith("/return"));
  const isIn = await kind(page) !== "sign-in-provider";
  await seen(page.getByText(isIn ? "By NHSmail" : "Begin again").first());
  await page.context().close();
  return isIn;
}

async function provider(trip) {
  const folder = await mkdtemp(join(tmpdir(), "moothall-providers."));
  const port = await freePort();
  const file = join(folder, "providers.json");
  await writeFile(file, JSON.stringify([{ key: "nhsmail", name: "NHSmail",
    issuer: `http://localhost:${port}`, client_id: "moothall", client_secret: "a secret/of ours" }]));
  const site = await trip.found({ size: [30, 5, 20],
    env: { MOOTHALL_SMTP_URL: trip.mail.url, MOOTHALL_PROVIDERS: file } });
  let there = await openProvider(port, site.url);
  try {
    const stranger = await trip.visitor();
    await stranger.goto(`${site.url}/sign-in`);
    await stranger.getByRole("link", { name: "Sign in with NHSmail" }).click();
    await signInThere(stranger, "nobody");
    await seen(stranger.getByText("connected to nobody here yet"));

    const page = await trip.visitor({ width: 390 });
    await signIn(page, await site.link("member"));
    await page.goto(`${site.url}/settings/sign-in`);
    await page.getByRole("link", { name: "Connect NHSmail" }).click();
    await signInThere(page, "morgan");
    await page.getByRole("button", { name: "Connect it" }).click();  // by a person, not the script
    await seen(page.locator(".toast", { hasText: "NHSmail is connected." }));
    await seen(page.getByText("morgan@nhs.example"));

    for (const js of [true, false]) assert.ok(await signInBy(trip, site, js), `script: ${js}`);
    there.close();  // and comes back with another key, as providers do: looked for once a minute
    there = await openProvider(port, site.url);
    const until = Date.now() + 75_000;
    while (!(await signInBy(trip, site, true))) {
      assert.ok(Date.now() < until, "the new key is found");
      await page.waitForTimeout(5_000);
    }
    const undecided = await trip.visitor();
    await undecided.goto(`${site.url}/sign-in/with/nhsmail`);
    await undecided.getByRole("link", { name: /Cancel/ }).click();
    await seen(undecided.getByText("NHSmail did not sign you in"));
    there.close();
    await page.goto(`${site.url}/sign-in/with/nowhere`);
    assert.equal(await heading(page), "We cannot find that page");
  } finally {
    there.close();
    await rm(folder, { recursive: true });
  }
}

// To another address: the old one is told, the new one confirms; and back.
async function address(trip, { width, js }) {
  const { site, mail } = trip;
  const role = "organiser";
  const { email } = site.people[role];
  const next = `moved${width}@new.example`;
  const page = await trip.visitor({ width, js, bypassCSP: true });
  await signIn(page, await site.link(role));
  await page.goto(`${site.url}/settings`);
  await page.getByRole("link", { name: "Change your address" }).click();
  await page.getByLabel("New email address").fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await seen(page.locator(".error-sum", { hasText: "That is your address already" }));
  await page.getByLabel("New email address").fill(next);
  await page.getByRole("button", { name: "Send the link" }).click();
  assert.equal(await kind(page), "address-sent");
  const linked = async (to, path) => {
    for (let known = 0; ; ++known) {
      const letter = await mail.next(to, known);
      const link = letter.text.match(new RegExp(`http:[^\\s"<>]*/settings/address/${path}/[\\w-]+`));
      if (link && letter.text.includes(next) | (path === "confirm")) return link[0];
    }
  };
  await page.goto(await linked(next, "confirm"));
  if (js) await check(page, "address, to be confirmed");
  await page.getByRole("button", { name: "This address is mine" }).click();
  await seen(page.locator(".toast", { hasText: "Your address is changed." }));
  await seen(page.getByText(next).first());
  const owner = await trip.visitor({ width, js, bypassCSP: true });
  await owner.goto(await linked(email, "undo"));
  if (js) await check(owner, "address, to be undone");
  await owner.getByRole("button", { name: "It was not me: keep this address" }).click();
  await seen(owner.locator(".toast", { hasText: "Your address is as it was." }));
  await page.goto(`${site.url}/settings`);
  assert.equal(await kind(page), "sign-in", "everybody is signed out");
}

// One person has two accounts: the one is given up by a letter, the other takes it in.
async function twoAccounts(trip, { width, js }) {
  const site = await trip.found({ size: [40, 5, 20] });
  const { mail } = trip;
  const going = site.people["wider member"], kept = site.people.member;
  const page = await trip.visitor({ width, js, bypassCSP: true });
  await byMail({ site, mail }, page, going.email);
  await page.waitForURL(`${site.url}/`);
  await page.goto(`${site.url}/settings`);
  await page.getByRole("link", { name: "I have two accounts" }).click();
  await seen(page.getByText(`You are signed in as ${going.email}.`));
  await page.getByRole("button", { name: "Give this account up" }).click();
  assert.equal(await kind(page), "merging-sent");
  let link;
  for (let known = 0; !link; ++known) {
    const { text } = await mail.next(going.email, known);
    [link] = text.match(/http:[^\s"<>]*\/settings\/merging\/[\w-]+/) || [];
  }
  await page.goto(link);
  assert.equal(await heading(page), "Now the other account");
  if (js) await check(page, "merging, still the one that goes");
  await page.getByRole("button", { name: "Sign in with the other" }).click();
  await page.waitForURL(/\/sign-in\?next=/);
  await signIn(page, await site.freshLink(kept.email));
  await page.goto(link);
  await seen(page.getByRole("definition").filter({ hasText: going.email }));
  if (js) await check(page, "merging, the two accounts");
  await page.getByRole("button", { name: "Make the two one" }).click();
  await seen(page.locator(".error-sum"));
  await page.getByLabel("Address of the account that goes").fill(going.email);
  await page.getByRole("button", { name: "Make the two one" }).click();
  await seen(page.locator(".toast", { hasText: "The two accounts are one now." }));
  for (const { email } of [going, kept]) {
    for (let known = 0; ; ++known) {
      if ((await mail.next(email, known)).subject === "Two accounts are one now") break;
    }
  }
  await page.goto(link);
  assert.equal(await heading(page), "That link does not work");
}

// A phone that is lost, with the codes: two officers vouch for a third.
async function lost(trip) {
  const site = await trip.found({ size: [40, 5, 20] });
  const { mail } = trip;
  const { email, name } = site.people.moderator;
  const page = await trip.visitor({ width: 390, bypassCSP: true });
  const { verifies } = await device(page);
  await signIn(page, await site.link("moderator"));
  await addPasskey(page, site.url);
  await verifies(false);
  await signOut(page, site.url);
  await byMail({ site, mail }, page, email);
  await page.waitForURL(`${site.url}/`);
  await page.goto(`${site.url}/sign-in/confirmation`);
  await page.getByRole("link", { name: "I have lost it" }).click();
  await check(page, "lost");
  await page.getByRole("button", { name: "Ask to be let in" }).click();
  await seen(page.locator(".error-sum"));
  await page.getByLabel("How can an officer reach you").fill("Ward 4 knows me: extension 2214.");
  await page.getByRole("button", { name: "Ask to be let in" }).click();
  await seen(page.getByText("Officers are asked").first());
  for (const [role, said] of [["community manager", "Another officer has to."],
    ["administrator", "They can sign in by email"]]) {
    const officer = await trip.visitor({ js: role === "administrator", bypassCSP: true });
    await signIn(officer, await site.link(role));
    await officer.goto(`${site.url}/lost-access`);
    await seen(officer.locator(".card", { hasText: name }).getByText("extension 2214"));
    if (role === "administrator") await check(officer, "lost access");
    await officer.getByRole("button", { name: "I have spoken with them" }).click();
    await seen(officer.locator(".toast", { hasText: said }));
  }
  for (let known = 0; ; ++known) {
    if ((await mail.next(email, known)).subject === "You can sign in by email again") break;
  }
  await page.goto(`${site.url}/settings`);
  assert.equal(await kind(page), "sign-in", "signed out everywhere");
}

export const journeys = [
  ...widths.map((width) => ({ name: `move to another address at ${width}`,
    travel: (trip) => address(trip, { width, js: width === 390 }) })),
  { name: "two accounts become one at 390 without script",
    travel: (trip) => twoAccounts(trip, { width: 390, js: false }) },
  { name: "two accounts become one at 1440",
    travel: (trip) => twoAccounts(trip, { width: 1440, js: true }) },
  { name: "a lost second factor", travel: lost },
  ...widths.map((width) => ({ name: `signing in with a passkey at ${width}`,
    travel: (trip) => passkey(trip, width) })),
  { name: "signing in with codes at 390", travel: (trip) => codes(trip, { width: 390, js: true }) },
  { name: "signing in with codes at 1440 without script",
    travel: (trip) => codes(trip, { width: 1440, js: false }) },
  { name: "an office opens to two factors", travel: office },
  { name: "signing in with a provider", travel: provider },
];
