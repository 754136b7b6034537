// textarea[data-draft]: what is typed goes to the server every 5 seconds, and into this browser
// between two saves. A copy in the browser therefore always means "not yet saved".
(() => {
  "use strict";
  const EVERY = 5000;
  const dirty = new Set();
  const areas = () => document.querySelectorAll("textarea[data-draft]");
  const field = (area, name) => area.form?.elements[name]?.value || "";
  const key = (area) => "draft:" + (field(area, "place") || location.pathname);
  const store = (work) => { try { return work(localStorage); } catch { return null; } };
  const forget = (area) => { dirty.delete(area); store((s) => s.removeItem(key(area))); };
  const say = (area, text) => {
    const line = area.form?.querySelector("[data-draft-status]");
    if (line) line.textContent = text;
  };
  const body = (area) => new URLSearchParams({ token: field(area, "token"),
    place: field(area, "place"), title: field(area, "title"), body: area.value });

  const save = async (area) => {
    dirty.delete(area);
    const sent = area.value;
    try {
      const answer = await fetch(area.dataset.draft, { method: "POST", body: body(area),
        headers: { Accept: "text/plain" } });
      if (!answer.ok) throw new Error(answer.status);
      if (area.value === sent) store((s) => s.removeItem(key(area)));
      const now = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      say(area, `Draft saved at ${now}.`);
    } catch {
      if (area.isConnected) dirty.add(area);
      say(area, "Draft kept on this device. We will try again.");
    }
  };
  setInterval(() => {
    for (const area of [...dirty]) {
      if (!area.isConnected) dirty.delete(area);
      else if (!("sending" in area.form.dataset)) save(area);
    }
  }, EVERY);

  document.addEventListener("input", (event) => {
    const area = event.target.form?.querySelector("textarea[data-draft]");
    if (!area || (event.target !== area && event.target.name !== "title")) return;
    dirty.add(area);
    store((s) => s.setItem(key(area), area.value));
  });

  const flush = () => {
    for (const area of dirty) {
      if (area.isConnected) navigator.sendBeacon(area.dataset.draft, body(area));
    }
    dirty.clear();
  };
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", () => document.hidden && flush());

  // A form without data-swap leaves the page: its text counts as saved unless it comes back.
  document.addEventListener("submit", (event) => {
    const area = event.target.querySelector("textarea[data-draft]");
    if (area) dirty.delete(area);
  });
  document.addEventListener("moothall:answer", ({ detail }) => {
    const area = detail.form.querySelector("textarea[data-draft]");
    if (!area) return;
    if (detail.accepted) forget(area);
    else dirty.add(area);
  });

  for (const area of areas()) {
    const kept = store((s) => s.getItem(key(area)));
    if (!kept || kept === area.value || !kept.startsWith(area.value)) continue;
    area.value = kept;
    dirty.add(area);
    say(area, "Restored from this device.");
  }
})();
