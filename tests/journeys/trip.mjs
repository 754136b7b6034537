// What a journey travels with: the site, a mail server that keeps what it gets, and pages opened as
// this or that person, in this or that browser.
import assert from "node:assert/strict";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { Site, browser, signIn } from "./site.mjs";

class Mailbox {
  letters = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, session, done) => {
      simpleParser(stream).then((letter) => { this.letters.push(letter); done(); }, done);
    },
  });

  async open() {
    const listener = this.server.listen(0, "127.0.0.1");
    await once(listener, "listening");
    this.url = `smtp+plain://127.0.0.1:${listener.address().port}`;
  }

  to(email) {
    return this.letters.filter((letter) => letter.to.text.includes(email));
  }

  // The newest letter to this address that came after the first `known`.
  async next(email, known = 0) {
    for (let tries = 0; tries < 200; ++tries) {
      const letters = this.to(email);
      if (letters.length > known) return letters.at(-1);
      await sleep(50);
    }
    throw new Error(`no letter to ${email}`);
  }

  close() {
    return new Promise((done) => { this.server.close(done); });
  }
}

export class Trip {
  mail = new Mailbox();
  contexts = [];
  complaints = [];
  sites = [];
  cookies = {};  // of a person, so that not every journey signs in

  async begin() {
    await this.mail.open();
    this.browser = await browser();
    this.site = await this.found();
  }

  // Another site, that ends with the trip.
  async found(options = {}) {
    const site = await Site.start({ env: { MOOTHALL_SMTP_URL: this.mail.url }, ...options });
    this.sites.push(site);
    return site;
  }

  // A page in a browser of its own; nobody is signed in.
  async visitor({ width = 1440, theme = "light", js = true, large = false, ...more } = {}) {
    // Somebody who has set text twice as large as usual.
    if (large) this.large ||= await browser("--blink-settings=defaultFontSize=32");
    const context = await (large ? this.large : this.browser).newContext({
      viewport: { width, height: width < 600 ? 844 : 1000 }, colorScheme: theme,
      javaScriptEnabled: js, reducedMotion: "reduce", ...more });
    context.setDefaultTimeout(15000);
    this.contexts.push(context);
    return this.page(context);
  }

  // Another tab of the same browser. What a page complains of fails the journey; answers that are
  // meant to be refusals are no complaint.
  async page(context) {
    const page = await context.newPage();
    page.on("pageerror", (error) => this.complaints.push(error.message));
    page.on("console", (message) => {
      const isAnswer = /Failed to load resource|ERR_CONNECTION|ERR_INCOMPLETE/.test(message.text());
      if (message.type() === "error" && !isAnswer) this.complaints.push(message.text());
    });
    return page;
  }

  async as(role, options = {}) {
    if (!(await this.isSignedIn(role))) {
      const page = await this.visitor();
      await signIn(page, await this.site.link(role));
      this.cookies[role] = await page.context().storageState();
    }
    return this.visitor({ storageState: this.cookies[role], ...options });
  }

  // Another journey may have ended all sessions of who plays the part.
  async isSignedIn(role) {
    const state = this.cookies[role];
    if (!state) return false;
    const cookie = state.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const answer = await fetch(`${this.site.url}/settings`, { headers: { cookie }, redirect: "manual" });
    return answer.status === 200;
  }

  checkConsole() {
    assert.deepEqual(this.complaints, [], "the browser's console is quiet");
  }

  async photograph(name) {
    const pages = this.contexts.flatMap((context) => context.pages());
    for (const [i, page] of pages.entries()) {
      await page.screenshot({ path: `${name}-${i + 1}.png`, timeout: 5000 }).catch(() => {});
    }
  }

  whereabouts() {
    return this.contexts.flatMap((context) => context.pages().map((page) => page.url())).join(" ")
      || "no page";
  }

  // In the place of one that hangs: that one is left to the end of the program.
  async anotherBrowser() {
    this.complaints = [];
    this.contexts = [];
    this.browser.close().catch(() => {});
    this.large?.close().catch(() => {});
    this.large = null;
    this.browser = await browser();
  }

  async leave() {
    this.complaints = [];
    const contexts = this.contexts.splice(0);
    await Promise.all(contexts.map((context) => context.close().catch(() => {})));
  }

  async end() {
    await this.browser?.close().catch(() => {});
    await this.large?.close().catch(() => {});
    await Promise.all(this.sites.splice(0).map((site) => site.close()));
    await this.mail.close();
  }
}
