// textarea[data-draft]: what is typed goes to the server every 5 seconds, and into this browser
// between two saves. A copy in the browser therefore always means "not yet saved". It knows which
// texts the server may have from here: where the server shows one of them, the copy is newer and
// comes back. Where it shows another (from another device, say), both are kept and the person
// chooses.
(() => {
  "use strict";
  const { announce, icon, make } = window.moothall;
  const EVERY = 5000;
  const KEPT_MAX = 5;
  const dirty = new Set();
  const known = new Map();  // by key: what the server has, and what may have reached it since
  const areas = () => document.querySelectorAll("textarea[data-draft]");
  const field = (area, name) => area.form?.elements[name];
  const value = (area, name) => field(area, name)?.value || "";
  const place = (area) => value(area, "place") || location.pathname;
  const key = (area) => "draft:" + place(area);
  const store = (work) => { try { return work(localStorage); } catch { return null; } };
  const parsed = (text) => { try { return JSON.parse(text); } catch { return null; } };
  const say = (area, text) => {
    const line = area.form?.querySelector("[data-draft-status]");
    if (line) line.textContent = text;
  };

  // A text is its title and body, in one string that compares.
  const typed = (area) => JSON.stringify([value(area, "title"), area.value]);
  const drawn = (area) => JSON.stringify([field(area, "title")?.defaultValue || "",
    area.defaultValue]);
  const isEmpty = (text) => text === '["",""]';
  const put = (area, text) => {
    const [title, body] = parsed(text);
    if (field(area, "title")) field(area, "title").value = title;
    area.value = body;
  };

  const copy = (area) => {
    const raw = store((s) => s.getItem(key(area)));
    const read = parsed(raw);
    return !raw || read?.known ? read : { text: JSON.stringify(["", raw]), known: [] };
  };
  const knownOf = (area) => known.get(key(area)) || [drawn(area)];
  const keep = (area) => store((s) => s.setItem(key(area),
    JSON.stringify({ text: typed(area), known: knownOf(area) })));
  const forget = (area) => { dirty.delete(area); store((s) => s.removeItem(key(area))); };
  // It may arrive though we never hear of it.
  const sending = (area) => {
    const [had, ...maybe] = knownOf(area);
    known.set(key(area), [had, ...maybe.slice(-1), typed(area)]);
    keep(area);
  };
  const body = (area) => new URLSearchParams({ token: value(area, "token"),
    place: value(area, "place"), title: value(area, "title"), body: area.value });

  const save = async (area) => {
    dirty.delete(area);
    sending(area);
    const sent = typed(area);
    try {
      const answer = await fetch(area.dataset.draft, { method: "POST", body: body(area),
        headers: { Accept: "text/plain" } });
      if (!answer.ok) throw new Error(answer.status);
      if (!area.isConnected) return;  // posted meanwhile
      known.set(key(area), [sent]);
      if (typed(area) === sent) store((s) => s.removeItem(key(area)));
      else keep(area);
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
    keep(area);
  });

  const flush = () => {
    for (const area of [...dirty]) {
      if (!area.isConnected || "sending" in area.form.dataset) continue;
      sending(area);
      if (navigator.sendBeacon(area.dataset.draft, body(area))) dirty.delete(area);
    }
  };
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", () => document.hidden && flush());

  // ---- another text than the server's ----

  const asideKey = (area) => "kept:" + place(area);
  const aside = (area) => parsed(store((s) => s.getItem(asideKey(area)))) || [];
  const setAside = (area, texts) => store((s) => {
    if (texts.length) s.setItem(asideKey(area), JSON.stringify(texts.slice(-KEPT_MAX)));
    else s.removeItem(asideKey(area));
    return true;
  });
  const button = (classes, words, press) => {
    const made = make("button", classes, words);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  };
  const beginning = (text) => {
    const words = parsed(text).join(" ").trim();
    return words.length > 80 ? words.slice(0, 80) + "…" : words;
  };
  const offer = (area) => {
    area.form.querySelector("[data-kept]")?.remove();
    const texts = aside(area);
    const last = texts.pop();
    if (!last) return null;
    const done = (left, said) => {
      setAside(area, left);
      offer(area);
      area.focus();
      announce(said);
    };
    const use = button("btn second small", "Use the text kept on this device", () => {
      const left = isEmpty(typed(area)) ? texts : [typed(area), ...texts];
      put(area, last);
      area.dispatchEvent(new Event("input", { bubbles: true }));
      done(left, "The text kept on this device is in the field.");
    });
    const drop = button("btn quiet small", "Drop it", () => done(texts, "It is dropped."));
    const notice = make("div", "notice info mt3", icon("info"), make("div", "",
      make("p", "", `Another text, kept on this device: “${beginning(last)}”`),
      make("p", "flex mt3", use, drop)));
    notice.dataset.kept = "";
    (area.closest(".composer") || area).before(notice);
    return notice;
  };

  // A form without data-swap leaves the page: its text counts as saved unless it comes back.
  document.addEventListener("submit", (event) => {
    const area = event.target.querySelector("textarea[data-draft]");
    if (area) dirty.delete(area);
  });
  document.addEventListener("moothall:answer", ({ detail }) => {
    const area = detail.form.querySelector("textarea[data-draft]");
    if (!area) return;
    if (detail.accepted) {
      forget(area);
      known.delete(key(area));
    } else dirty.add(area);
    setTimeout(() => areas().forEach(offer));  // once the new form stands there
  });

  const restore = (area) => {
    const kept = copy(area);
    if (!kept) return;
    if (!isEmpty(kept.text) && kept.text !== typed(area)) {
      if (kept.known.includes(drawn(area))) {
        put(area, kept.text);
        say(area, "Restored from this device.");
      } else if (!setAside(area, [...aside(area).filter((text) => text !== kept.text), kept.text])) {
        return;
      }
    }
    if (typed(area) === drawn(area)) return forget(area);
    known.set(key(area), [drawn(area), ...kept.known.slice(-1)]);
    dirty.add(area);
    keep(area);
  };
  for (const area of areas()) {
    restore(area);
    if (offer(area)) announce("Another text is kept on this device.");
  }
})();
