// A site of our own for the journeys: the real program with its own demo community on a free port,
// people who sign in with printed links, and Debian's chromium. Everything ends with close().
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const binary = process.env.MOOTHALL_BINARY || join(root, "build", "release", "moothall");
export const widths = [390, 1440];

// Nothing of the caller's own Moothall leaks in.
const clean = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith("MOOTHALL_")));

export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

// Says in one sentence what is missing, or returns the playwright library.
export async function tools() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) {
    throw new Error(`The journeys need Node 20 or newer (this is ${process.version}), because `
      + "playwright-core 1.65 does.");
  }
  if (!existsSync(binary)) throw new Error(`There is no program at ${binary}: build it first.`);
  const { chromium } = await import("playwright-core").catch(() => {
    throw new Error("The npm packages are missing: run npm ci first.");
  });
  const executablePath = process.env.CHROMIUM || "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error("There is no chromium: apt install chromium.");
  return { chromium, executablePath };
}

export async function browser(...more) {
  const { chromium, executablePath } = await tools();
  return chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu",
    "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", ...more] });
}

export class Site {
  // { empty: true } for a community without anyone; env for the server's own settings.
  static async start({ empty = false, env = {}, size = [300, 150, 1500] } = {}) {
    const site = new Site();
    site.env = { ...clean, ...env };
    site.data = await mkdtemp(join(tmpdir(), "moothall-journey."));
    site.port = await freePort();
    site.url = `http://localhost:${site.port}`;
    site.people = {};
    if (!empty) {
      const [members, topics, posts] = size.map(String);
      const out = await site.command("demo", "--format", "json", "--members", members,
        "--topics", topics, "--posts", posts);
      for (const person of JSON.parse(out).people) site.people[person.role] = person;
      const kept = JSON.parse(await readFile(join(site.data, "demo-people.json"), "utf8"));
      for (const { role, email } of kept) site.people[role].email = email;
    }
    await site.serve();
    return site;
  }

  async command(...words) {
    const { stdout } = await run(binary, [...words, "--data", this.data, "--base-url", this.url],
      { env: this.env, maxBuffer: 1 << 26, timeout: 100_000 });
    return stdout;
  }

  async serve() {
    this.process = spawn(binary, ["serve", "--data", this.data, "--listen",
      `127.0.0.1:${this.port}`, "--base-url", this.url, "--log-level", "warning"],
    { env: this.env, stdio: ["ignore", "ignore", "pipe"] });
    this.log = "";
    this.process.stderr.on("data", (part) => { this.log = (this.log + part).slice(-20000); });
    for (let tries = 0; tries < 200; ++tries) {
      if (this.process.exitCode !== null) throw new Error(`the server ended: ${this.log}`);
      if (await this.health()) return;
      await sleep(50);
    }
    throw new Error("the server does not answer /health");
  }

  async health() {
    const signal = AbortSignal.timeout(5000);
    const answer = await fetch(`http://127.0.0.1:${this.port}/health`, { signal }).catch(() => null);
    return answer?.ok;
  }

  async kill(signal = "SIGKILL") {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode) return;
    const ended = once(this.process, "exit");
    this.process.kill(signal);
    await ended;
  }

  async crash() {
    await this.kill("SIGKILL");
    await this.serve();
  }

  // A one-time link for whoever plays the part: the one that the demo printed, then fresh ones.
  async link(role) {
    const person = this.people[role];
    const printed = person.sign_in;
    delete person.sign_in;
    return printed || this.freshLink(person.email);
  }

  async freshLink(email) {
    return (await this.command("sign-in", email)).match(/https?:\S+/)[0];
  }

  async close() {
    await this.kill("SIGTERM");
    await rm(this.data, { recursive: true, force: true });
  }
}

// Opens a one-time link and presses its button, as a person does.
export async function signIn(page, link) {
  await page.goto(link);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}
