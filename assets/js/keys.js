// Single-key shortcuts, never inside fields, with a list of them and a switch to turn them off.
// Most are data-key="c" on the link or button that does the same, so nothing is keyboard-only.
(() => {
  "use strict";
  const off = () => {
    try { return localStorage.getItem("keys") === "off"; } catch { return false; }
  };
  let first = "";

  const items = () => [...document.querySelectorAll(".rows h3 a, .cards h3 a, .thread .post")]
    .filter((item) => item.checkVisibility?.() ?? true);
  const here = () => {
    const held = document.activeElement;
    return items().findIndex((item) => item === held || item.contains(held)
      || (item.matches("a") && item.closest("li").contains(held)));
  };
  const visit = (item) => {
    if (!item) return;
    const post = item.matches(".post");
    if (post) item.tabIndex = -1;
    item.focus({ preventScroll: post });
    if (post) item.scrollIntoView({ block: "start" });
  };
  const step = (by) => {
    const all = items();
    const at = here();
    const start = by > 0 ? all.findIndex((i) => i.getBoundingClientRect().top > 0) : -1;
    visit(at < 0 ? all[Math.max(0, start)] : all[at + by]);
  };
  const keyed = (key) => {
    const named = `[data-key="${CSS.escape(key)}"]`;
    const card = document.activeElement.closest(".card");
    // What one key does to a card, it does to the card that has the focus, and to no other.
    const target = card?.querySelector(named)
      || [...document.querySelectorAll(named)].find((one) => !one.closest(".card"));
    if (!target) return false;
    if (target.matches("input, textarea")) target.focus();
    else target.click();
    return document.activeElement === target || !target.matches("input, textarea");
  };
  const unread = () => {
    const all = items();
    const next = all.slice(here() + 1).find((item) => item.closest(".row.unread"));
    if (next) visit(next);
    else if (!keyed("n")) location.assign("/forum?view=unread");
  };
  const quoted = () => {
    const post = document.activeElement.closest(".post")
      || items().find((item) => item.getBoundingClientRect().bottom > 120);
    post?.querySelector("[data-quote]")?.click();
  };
  const switched = (button) => {
    button.textContent = off() ? "Turn shortcuts on" : "Turn shortcuts off";
  };
  const help = () => {
    const template = document.getElementById("keys");
    if (!template || document.querySelector("dialog[open]")) return;
    const dialog = template.content.firstElementChild.cloneNode(true);
    document.body.append(dialog);
    dialog.querySelectorAll("[data-keys-off]").forEach(switched);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
  };

  const acts = { j: () => step(1), k: () => step(-1), n: unread, q: quoted, "?": help,
    r: () => document.querySelector("#reply textarea")?.focus(),
    "/": () => keyed("/") || location.assign("/search") };

  document.addEventListener("keydown", (event) => {
    const inField = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || inField
      || event.key.length !== 1 || event.isComposing || off()) return;
    const key = event.shiftKey ? event.key : event.key.toLowerCase();
    const pair = first && first + " " + key;
    first = "";
    if (pair) keyed(pair);
    else if (key === "g") {
      first = "g";
      setTimeout(() => { first = ""; }, 1500);
    } else if (acts[key]) acts[key]();
    else if (!/[a-z]/.test(key) || !keyed(key)) return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-keys]")) help();
    if (!event.target.closest("[data-keys-off]")) return;
    try {
      if (off()) localStorage.removeItem("keys");
      else localStorage.setItem("keys", "off");
    } catch { /* no storage: the switch cannot be kept */ }
    document.querySelectorAll("[data-keys-off]").forEach(switched);
    window.moothall.announce(off() ? "Shortcuts are off." : "Shortcuts are on.");
  });
  document.querySelectorAll("[data-keys-off]").forEach(switched);
})();
