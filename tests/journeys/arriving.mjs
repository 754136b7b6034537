// Coming in by the printed link or by mail, seeing what is new, replying, and finding it again.
import { signIn, widths } from "./site.mjs";
import { announced, assert, heading, kind, post, reply, seen, startTopic, title } from "./steps.mjs";

async function replyAndFindItAgain(trip, { width, js }) {
  const { site } = trip;
  const name = title("What the new ward round looks like");
  const path = await startTopic(await trip.as("moderator"), site.url, name, "Who has **measured** it?");

  const page = await trip.visitor({ width, js });
  await page.goto(await site.link("member"));
  assert.equal(await kind(page), "sign-in-link");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${site.url}/`);
  assert.equal(await kind(page), "today");
  const row = page.locator(".row.unread", { hasText: name });
  await seen(row.getByText("New topic"));
  await row.getByRole("link", { name: `Unread: ${name}` }).click();
  await page.waitForURL((url) => url.pathname === path);
  assert.equal(await heading(page), name);
  await seen(page.locator(".notice.rule", { hasText: "Never say who said it" }));
  assert.equal(await post(page, 1).locator("strong").innerText(), "measured");

  const words = `We have, at ${width} pixels, ${js ? "with" : "without"} script.`;
  await reply(page, words);
  if (js) {
    await announced(page, "Your reply is posted.");
    assert.equal(await page.evaluate(() => document.activeElement.closest("li")?.id), "p2");
    assert.equal(new URL(page.url()).hash, "#p2");
  } else {
    await seen(page.locator(".toast", { hasText: "Your reply is posted." }));
  }
  assert.equal(await page.locator("#reply textarea").inputValue(), "");

  await site.crash();
  await page.reload();
  await seen(post(page, 2).locator(".body", { hasText: words }));
  assert.equal(await page.locator(".thread > li").count(), 2, "posted once");
  await page.goto(`${site.url}/`);
  assert.equal(await page.locator(".row.unread", { hasText: name }).count(), 0, "own words are read");
}

async function linkByMail(trip) {
  const { site, mail } = trip;
  const { email } = site.people.chair;
  const ask = async (address) => {
    const page = await trip.visitor();
    await page.goto(`${site.url}/sign-in`);
    await page.getByLabel("Email address").fill(address);
    await page.getByRole("button", { name: "Email me a sign-in link" }).click();
    await page.waitForURL(`${site.url}/sign-in/sent`);
    return page;
  };
  const stranger = await ask("nobody.we.know@elsewhere.example");
  const page = await ask(email);
  const said = (one) => one.locator("main").innerText();
  assert.equal(await said(page), await said(stranger), "the same answer for an unknown address");

  const letter = await mail.next(email);
  assert.equal(mail.to("nobody.we.know@elsewhere.example").length, 0);
  assert.match(letter.subject, /sign/i);
  assert.ok(letter.text && letter.html, "plain text and HTML");
  const link = letter.text.match(/http:\/\/\S+\/sign-in\/link\/\S+/)[0];
  assert.ok(letter.html.includes(link.split("/").at(-1)), "the same link in both");
  await signIn(page, link);
  assert.equal(await kind(page), "today");

  const again = await trip.visitor();
  await again.goto(link);
  assert.equal(await heading(again), "That link does not work");
  await seen(again.getByText("This link was used already."));
}

// The link in the letter leads where the reader wanted to go.
async function backToWhereOneWas(trip) {
  const { site, mail } = trip;
  const { email } = site.people.organiser;
  const page = await trip.visitor({ width: 390 });
  await page.goto(`${site.url}/positions`);
  assert.equal(await kind(page), "sign-in");
  await page.getByLabel("Email address").fill("not an address");
  await page.getByRole("button", { name: "Email me a sign-in link" }).click();
  await seen(page.locator(".error-sum"));
  assert.match(await page.title(), /^Error: /);
  assert.equal(await page.getByLabel("Email address").inputValue(), "not an address");
  await page.getByLabel("Email address").fill(email);
  const known = mail.to(email).length;
  await page.getByRole("button", { name: "Email me a sign-in link" }).click();
  const letter = await mail.next(email, known);
  await signIn(page, letter.text.match(/http:\/\/\S+\/sign-in\/link\/\S+/)[0]);
  assert.equal(await kind(page), "positions");
}

export const journeys = [
  ...widths.flatMap((width) => [true, false].map((js) => ({
    name: `arrive, reply, crash, ${width}${js ? "" : " without script"}`,
    travel: (trip) => replyAndFindItAgain(trip, { width, js }),
  }))),
  { name: "link by mail", travel: linkByMail },
  { name: "link by mail back to a page", travel: backToWhereOneWas },
];
