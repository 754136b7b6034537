// What the other files share: one polite status line, notices, and taking parts out of a page that
// the server sent. No framework: the server's HTML is the only truth, a script only moves it.
(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const icon = (name) => {
    const any = document.querySelector('use[href*="icons"]');
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "i");
    svg.setAttribute("aria-hidden", "true");
    if (any) use.setAttribute("href", any.getAttribute("href").split("#")[0] + "#i-" + name);
    svg.append(use);
    return svg;
  };
  const make = (tag, cls, ...inner) => {
    const made = document.createElement(tag);
    made.className = cls;
    made.append(...inner);
    return made;
  };

  // Says one thing to screen readers; emptied first, so that the same words twice are heard twice.
  const announce = (text) => {
    const line = by("announce");
    if (!line || !text) return;
    line.textContent = "";
    setTimeout(() => { line.textContent = text; }, 60);
  };

  const passing = (said) => {
    announce(said.textContent);
    setTimeout(() => said.remove(), 12000);
  };
  const toast = (text) => {
    const area = by("toasts") || document.body.appendChild(make("div", "toasts"));
    area.id = "toasts";
    area.replaceChildren(make("div", "toast", text));
    passing(area.firstChild);
  };

  // Near the form that failed, and nothing of what was typed is touched.
  const failed = (form, title = "That did not send.", ...more) => {
    const area = form.querySelector("textarea");
    form.querySelector("[data-failed]")?.remove();
    if (!area) return toast(title + " Try again.");
    const words = make("p", "", make("strong", "", title), " Your text is still here. ", ...more);
    const notice = make("div", "notice bad mt3", icon("x"), make("div", "", words));
    notice.dataset.failed = "";
    (area.closest(".composer") || area).after(notice);
    announce(words.textContent);
  };

  const parse = (html) => new DOMParser().parseFromString(html, "text/html");

  // Puts the named parts of another page in place of ours. True when at least one was there.
  const adopt = (page, ids) => {
    const held = document.activeElement;
    const caret = held && [held.selectionStart, held.selectionEnd];
    let done = false;
    for (const id of ids) {
      const old = by(id);
      const fresh = page.getElementById(id);
      if (!old || !fresh) continue;
      const inside = old.contains(held);
      for (const open of old.querySelectorAll("details[id][open]")) {
        const again = fresh.querySelector("#" + CSS.escape(open.id));
        if (again) again.open = true;
      }
      old.replaceWith(document.adoptNode(fresh));
      done = true;
      if (inside) refocus(held, caret, fresh);
    }
    return done;
  };
  const refocus = (held, caret, fresh) => {
    const again = held.id && by(held.id);
    if (!again) fresh.tabIndex = -1;
    (again || fresh).focus({ preventScroll: true });
    if (again && typeof caret[0] === "number" && again.setSelectionRange) {
      try { again.setSelectionRange(...caret); } catch { /* a kind of input without a caret */ }
    }
  };

  // A word that has to outlive a change of page.
  const kept = (text) => {
    try {
      const old = sessionStorage.getItem("said");
      if (text) sessionStorage.setItem("said", text);
      else sessionStorage.removeItem("said");
      return old;
    } catch { return null; }
  };

  document.documentElement.classList.add("js");
  const flash = document.querySelector(".toast");
  const said = kept("");
  if (flash) passing(flash);
  else if (said) toast(said);
  window.moothall = { by, make, icon, announce, failed, kept, parse, adopt };
})();
