// Starting a topic, errors first; two tabs on one post; a session that ends while writing; mentions.
import { signIn, widths } from "./site.mjs";
import {
  assert, heading, kind, post, reply, seen, startTopic, stay, stayed, title, until,
} from "./steps.mjs";

async function startWithErrors(trip, { width, js }) {
  const { site } = trip;
  const page = await trip.as("member", { width, js });
  await page.goto(`${site.url}/`);
  const start = width < 600 ? page.locator(".tabbar").getByRole("link", { name: "Start a topic" })
    : page.locator(".top").getByRole("link", { name: "Start a topic" });
  await start.click();
  await page.waitForURL(`${site.url}/forum/new`);
  const text = "First line.\n\nThen a **bold** one, with <b>no</b> markup & \"quotes\".";
  await page.locator("#body").fill(text);
  const answer = page.waitForResponse((one) => one.request().method() === "POST"
    && one.url().endsWith("/forum/new"));
  await page.getByRole("button", { name: "Post topic" }).click();
  assert.equal((await answer).status(), 422);
  const summary = page.locator(".error-sum");
  await seen(summary);
  await until(page, () => document.activeElement.classList.contains("error-sum"));
  assert.match(await page.title(), /^Error: /);
  assert.equal(await page.locator("#body").inputValue(), text);
  const field = page.getByLabel("Title");
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  const described = (await field.getAttribute("aria-describedby")).split(" ");
  const error = page.locator(`#${described.at(-1)}`);
  assert.equal(await error.textContent(), "Error: Enter a title for your topic");
  await summary.getByRole("link", { name: "Enter a title for your topic" }).click();
  await until(page, () => document.activeElement.id === "title");

  const name = title("What would you ask a supplier first?");
  await page.keyboard.type(name);
  const options = page.locator("#area optgroup option");
  const area = await options.nth(1).getAttribute("value");
  await page.locator("#area").selectOption(area);
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.locator("#preview");
  await seen(preview);
  assert.equal(await preview.locator("strong").innerText(), "bold");
  assert.equal(await preview.locator("b").count(), 0, "markup is text");
  assert.equal(await page.locator("#body").inputValue(), text, "the preview keeps the text");
  assert.equal(await page.getByLabel("Title").inputValue(), name, "and the title");
  assert.equal(await page.locator("#area").inputValue(), area, "and the area");
  assert.equal(await page.locator(".error-sum").count(), 0);

  await page.getByRole("button", { name: "Post topic" }).click();
  await page.waitForURL(/\/forum\/\d+-/);
  assert.equal(await heading(page), name);
  await seen(page.locator(".toast", { hasText: "Your topic is posted." }));
  assert.equal(await post(page, 1).locator("strong").innerText(), "bold");
  await page.goto(`${site.url}/forum/new`);
  assert.equal(await page.locator("#body").inputValue(), "", "no draft is left");
}

async function editInTwoTabs(trip) {
  const { site } = trip;
  const page = await trip.as("member");
  await startTopic(page, site.url, title("Edited twice"), "The first text.");
  await page.locator("#p1 summary").click();
  const edit = await page.getByRole("link", { name: "Edit" }).getAttribute("href");
  const tabs = [await trip.page(page.context()), await trip.page(page.context())];
  for (const tab of tabs) await tab.goto(site.url + edit);
  await tabs[0].locator("#body").fill("The second text.");
  await tabs[0].getByRole("button", { name: "Preview" }).click();
  await seen(tabs[0].locator("#preview", { hasText: "The second text." }));
  await tabs[0].getByRole("button", { name: "Save changes" }).click();
  await seen(post(tabs[0], 1).locator(".body", { hasText: "The second text." }));

  await tabs[1].locator("#body").fill("The third text.");
  await tabs[1].getByRole("button", { name: "Save changes" }).click();
  await seen(tabs[1].locator(".error-sum"));
  assert.equal(await tabs[1].locator("#body").inputValue(), "The third text.", "nothing is lost");
  assert.equal(await tabs[1].getByLabel("The text as it is now").inputValue(), "The second text.");
  await tabs[1].getByRole("button", { name: "Save changes" }).click();
  await seen(post(tabs[1], 1).locator(".body", { hasText: "The third text." }));
  await tabs[1].getByRole("link", { name: /^edited/ }).click();
  assert.equal(await kind(tabs[1]), "history");
  assert.equal(await tabs[1].locator(".revision").count(), 3);
  assert.equal(await tabs[1].locator(".revision").first().locator("ins").textContent(), "third ");
}

async function sessionEnds(trip, { js }) {
  const { site } = trip;
  const role = "returning officer";
  const page = await trip.visitor({ width: 390, js });
  await signIn(page, await site.link(role));
  await page.goto(`${site.url}/forum?view=latest`);
  await page.locator(".rows h3 a").first().click();
  await page.waitForURL(/\/forum\/\d+-/);
  const words = `Written ${js ? "with" : "without"} script while the session ended, `
    + "and long enough to be worth keeping.";
  await page.locator("#reply textarea").fill(words);

  const elsewhere = await trip.visitor();
  await signIn(elsewhere, await site.link(role));
  await elsewhere.goto(`${site.url}/settings`);
  await elsewhere.getByRole("button", { name: "Sign out everywhere else" }).click();
  await seen(elsewhere.locator(".toast", { hasText: "signed out everywhere else" }));

  await page.getByRole("button", { name: "Post reply" }).click();
  if (js) {
    const notice = page.locator("#reply .notice.bad");
    await seen(notice.getByText("You were signed out."));
    await seen(notice.getByText("Your text is still here."));
    assert.equal(await page.locator("#reply textarea").inputValue(), words);
    const [tab] = await Promise.all([page.context().waitForEvent("page"),
      notice.getByRole("link", { name: /Sign in/ }).click()]);
    await signIn(tab, await site.link(role));
    await page.getByRole("button", { name: "Post reply" }).click();
  } else {
    await until(page, () => document.body.dataset.page === "send-again");
    assert.equal(await heading(page), "You were signed out");
    assert.equal(await page.getByLabel("Your text").inputValue(), words);
    const tab = await trip.page(page.context());
    await signIn(tab, await site.link(role));
    await page.getByRole("button", { name: "Send again" }).click();
    await seen(page.getByRole("heading", { name: "That form was too old" }));
    assert.equal(await page.getByLabel("Your text").inputValue(), words);
    await page.getByRole("button", { name: "Send again" }).click();
  }
  await seen(page.locator(".post.yours .body", { hasText: words }));
}

async function mentionSomebody(trip, { width }) {
  const { site, mail } = trip;
  const who = site.people.chair;
  const page = await trip.as("member", { width });
  const path = await startTopic(page, site.url, title("Whom would you ask?"), "I know one.");
  const area = page.locator("#reply textarea");
  await area.click();
  await page.keyboard.type(`Ask @${who.name.split(" ")[0].toLowerCase()}`, { delay: 20 });
  const list = page.getByRole("listbox", { name: "People" });
  await seen(list);
  assert.equal(await area.getAttribute("aria-controls"), "people-found");
  const option = list.getByRole("option", { name: who.name });
  await seen(option);
  for (let i = 0; i < 8 && await option.getAttribute("aria-selected") !== "true"; ++i) {
    await page.keyboard.press("ArrowDown");
  }
  assert.equal(await area.getAttribute("aria-activedescendant"), await option.getAttribute("id"));
  await page.keyboard.press("Enter");
  await list.waitFor({ state: "detached" });
  await page.keyboard.type("about it.");
  assert.match(await area.inputValue(), /^Ask @\S+ about it\.$/);
  const known = mail.to(who.email).length;
  await page.keyboard.press("Control+Enter");
  await seen(post(page, 2).locator(".mention", { hasText: who.name }));

  const letter = await mail.next(who.email, known);
  assert.ok(!letter.text.includes("about it"), "a letter carries no words of a post");
  const chair = await trip.as("chair");
  await chair.goto(letter.text.match(/http:\/\/\S+\/forum\/posts\/\d+/)[0]);
  assert.equal(new URL(chair.url()).pathname, path, "but the way there");
  assert.equal(new URL(chair.url()).hash, "#p2");
  await seen(post(chair, 2).locator(".mention", { hasText: who.name }));
}

async function postTwiceByTwoPresses(trip) {
  const { site } = trip;
  const page = await trip.as("member", { js: false });
  await startTopic(page, site.url, title("Pressed twice"), "Once is enough.");
  await page.locator("#reply textarea").fill("Only once.");
  const button = page.getByRole("button", { name: "Post reply" });
  await button.dblclick();
  await seen(page.locator(".post .body", { hasText: "Only once." }));
  await page.goBack();
  await page.locator("#reply textarea").fill("Only once.");
  await button.click();
  await seen(page.locator(".toast", { hasText: "That was sent already." }));
  assert.equal(await page.locator(".post .body", { hasText: "Only once." }).count(), 1);
}

// Back brings the form with the number it had; what is written there then is another text.
async function goBackAndWriteOn(trip) {
  const { site } = trip;
  const page = await trip.as("member", { js: false });
  await startTopic(page, site.url, title("Second thoughts"), "Take your time.");
  await page.locator("#reply textarea").fill("Half a thought.");
  await page.getByRole("button", { name: "Preview" }).click();
  await seen(page.locator("#preview", { hasText: "Half a thought." }));
  await page.goBack();
  await reply(page, "A whole thought.");
  await page.goBack();
  await reply(page, "And another.");
  assert.equal(await page.locator(".thread > li").count(), 3);
  assert.equal(await page.locator(".post .body", { hasText: "Half" }).count(), 0);
}

async function closedWhileWriting(trip, { js }) {
  const { site } = trip;
  const page = await trip.as("member", { js, width: 390 });
  const path = await startTopic(page, site.url, title("Closed meanwhile"), "Who was faster?");
  const words = "Written while somebody closed the topic.";
  await page.locator("#reply textarea").fill(words);
  const moderator = await trip.as("moderator");
  await moderator.goto(`${site.url}${path}/moderation`);
  await moderator.getByRole("button", { name: "Close" }).click();
  await seen(moderator.locator(".toast", { hasText: "The topic is closed." }));
  await page.getByRole("button", { name: "Post reply" }).click();
  await seen(page.locator("#reply .error-sum", { hasText: "This topic is closed." }));
  await until(page, () => document.activeElement.classList.contains("error-sum"));
  const text = page.getByRole("textbox", { name: "Your text" });
  assert.equal(await text.inputValue(), words);
  assert.equal(await text.getAttribute("readonly"), "", "to be copied from");
  await page.getByRole("link", { name: "Quote post 1" }).click();
  await page.waitForURL(/\?quote=1#reply$/);
  assert.equal(await kind(page), "topic", "links lead on from where the refusal stands");
}

// What is not there any more, and answers that have no place on this page, leave it as it is.
async function answersThatDoNotFit(trip) {
  const { site } = trip;
  const page = await trip.as("member");
  const path = await startTopic(page, site.url, title("Hidden meanwhile"), "Where did it go?");
  const words = "Written while somebody hid the topic.";
  await page.locator("#reply textarea").fill(words);
  await stay(page);
  const refusedWith = async (sentence) => {
    await page.getByRole("button", { name: "Post reply" }).click();
    await seen(page.locator("#reply .notice.bad", { hasText: sentence }));
    await seen(page.locator("#reply .notice.bad", { hasText: "Your text is still here." }));
    assert.equal(await page.locator("#reply textarea").inputValue(), words);
    assert.ok(await stayed(page), "no change of page");
  };
  await page.route("**/replies", (route) => route.fulfill({ status: 422, contentType: "text/html",
    body: "<main><div class=error-sum><ul><li>Not now.</ul></div></main>" }));
  await refusedWith("Not now.");
  await page.unroute("**/replies");
  const moderator = await trip.as("moderator");
  await moderator.goto(`${site.url}${path}/moderation`);
  await moderator.getByLabel("Why").fill("It was too much.");
  await moderator.getByRole("button", { name: "Hide topic" }).click();
  await seen(moderator.locator(".toast", { hasText: "The topic is hidden." }));
  await refusedWith("This is not here any more.");
}

async function quoteAndTools(trip) {
  const { site } = trip;
  const page = await trip.as("member");
  await startTopic(page, site.url, title("Said and quoted"), "These words are worth quoting.");
  await page.getByRole("link", { name: "Quote post 1" }).click();
  const area = page.locator("#reply textarea");
  await until(page, () => document.activeElement.id === "body");
  assert.equal(await area.inputValue(), "> #1\n> These words are worth quoting.\n\n");
  await page.keyboard.type("So ");
  await page.getByRole("button", { name: "Bold" }).click();
  await page.keyboard.type("true");
  await page.keyboard.press("Control+Enter");
  await seen(post(page, 2).locator("blockquote", { hasText: "worth quoting" }));
  await seen(post(page, 2).locator("cite", { hasText: "Amira Haddad wrote" }));
  assert.equal(await post(page, 2).locator("strong").innerText(), "true");
}

export const journeys = [
  ...widths.flatMap((width) => [true, false].map((js) => ({
    name: `start a topic, errors first, ${width}${js ? "" : " without script"}`,
    travel: (trip) => startWithErrors(trip, { width, js }),
  }))),
  { name: "edit one post in two tabs", travel: editInTwoTabs },
  { name: "the session ends while writing", travel: (trip) => sessionEnds(trip, { js: true }) },
  { name: "the session ends, without script", travel: (trip) => sessionEnds(trip, { js: false }) },
  ...widths.map((width) => ({
    name: `mention somebody, ${width}`, travel: (trip) => mentionSomebody(trip, { width }) })),
  { name: "pressed twice, posted once", travel: postTwiceByTwoPresses },
  { name: "preview, back, and write on", travel: goBackAndWriteOn },
  { name: "closed while writing", travel: (trip) => closedWhileWriting(trip, { js: true }) },
  { name: "closed while writing, without script",
    travel: (trip) => closedWhileWriting(trip, { js: false }) },
  { name: "answers that do not fit leave the text", travel: answersThatDoNotFit },
  { name: "quote, and bold from the toolbar", travel: quoteAndTools },
];
