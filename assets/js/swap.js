// <form method=post data-swap="id1 id2">: posts in the background and puts those parts of the
// answered page in place. The answer is the page that everyone gets: 303 to it, or 422 with errors.
(() => {
  "use strict";
  const { announce, failed, parse, adopt, by } = window.moothall;

  const busy = (button) => {
    if (!button) return () => {};
    const kept = [...button.childNodes];
    button.style.minWidth = button.offsetWidth + "px";
    button.setAttribute("aria-disabled", "true");
    if (button.dataset.busy) button.replaceChildren(button.dataset.busy);
    return () => {
      button.removeAttribute("aria-disabled");
      button.style.minWidth = "";
      if (button.dataset.busy) button.replaceChildren(...kept);
    };
  };

  const fields = (form, button) => {
    const data = new FormData(form);
    if (button?.name) data.append(button.name, button.value);
    return form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
  };

  const header = (answer, name) => {
    const value = answer.headers.get(name) || "";
    try { return decodeURIComponent(value); } catch { return value; }
  };

  // Where to look after the swap: an error summary first, else what the server points at.
  const point = (answer, ids) => {
    const parts = ids.map(by).filter(Boolean);
    const find = (what) => parts.map((part) => part.matches(what) ? part : part.querySelector(what))
      .find(Boolean);
    const target = answer.status === 422 && find(".error-sum, .summary")
      || by(header(answer, "X-Focus")) || find("[data-focus]");
    if (!target) return;
    const focusable = "a[href], button, input, select, textarea, [tabindex]";
    if (!target.matches(focusable)) target.tabIndex = -1;
    target.focus();
  };

  const elsewhere = (answer) => {
    const to = new URL(answer.url);
    return answer.redirected && to.pathname + to.search !== location.pathname + location.search;
  };

  const tell = (form, accepted) => document.dispatchEvent(
    new CustomEvent("moothall:answer", { detail: { form, accepted } }));

  const take = async (form, button, ids, answer) => {
    if (!answer.ok && answer.status !== 422) throw new Error(answer.status);
    const accepted = answer.ok;
    // A preview is a look, not an end: what was typed is still unsent.
    tell(form, accepted && button?.value !== "preview");
    if (accepted && elsewhere(answer)) {
      const focus = header(answer, "X-Focus");
      return location.assign(answer.url + (focus && "#" + focus));
    }
    const page = parse(await answer.text());
    const said = header(answer, "X-Announce")
      || page.querySelector("[data-announce]")?.dataset.announce;
    if (!adopt(page, ids)) {
      if (!accepted) throw new Error("the answer lacks " + ids);
      return location.assign(answer.url);
    }
    if (page.title) document.title = page.title;
    announce(said);
    point(answer, ids);
  };

  const send = async (form, button) => {
    const ids = form.dataset.swap.split(/\s+/).filter(Boolean);
    const ready = busy(button);
    form.dataset.sending = "";
    try {
      const to = button?.getAttribute("formaction") || form.getAttribute("action");
      const headers = { "X-Fragment": ids.join(" "), Accept: "text/html" };
      const answer = await fetch(to || location.href,
        { method: "POST", body: fields(form, button), headers });
      await take(form, button, ids, answer);
    } catch {
      tell(form, false);
      failed(form);
    }
    delete form.dataset.sending;
    ready();
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if ("sending" in form.dataset) return event.preventDefault();
    if ("swap" in form.dataset) {
      event.preventDefault();
      send(form, event.submitter);
    } else {
      // An ordinary post: the page goes away; until then a second press does nothing.
      form.dataset.sending = "";
      const ready = busy(event.submitter);
      const over = () => { delete form.dataset.sending; ready(); };
      setTimeout(over, 10000);
      addEventListener("pageshow", over, { once: true });
    }
  });
})();
