// <form method=post data-swap="id1 id2">: posts in the background and puts those parts of the
// answered page in place. The answer is the page that everyone gets: 303 to it, or 422 with errors.
// A button may stand outside its form and name its own formaction and data-swap.
(() => {
  "use strict";
  const { announce, failed, kept, make, parse, adopt, by } = window.moothall;

  const busy = (button) => {
    if (!button) return () => {};
    const nodes = [...button.childNodes];
    button.style.minWidth = button.offsetWidth + "px";
    button.setAttribute("aria-disabled", "true");
    if (button.dataset.busy) button.replaceChildren(button.dataset.busy);
    return () => {
      button.removeAttribute("aria-disabled");
      button.style.minWidth = "";
      if (button.dataset.busy) button.replaceChildren(...nodes);
    };
  };

  const fields = (form, button) => {
    const data = new FormData(form);
    if (button?.name) data.append(button.name, button.value);
    return form.enctype === "multipart/form-data" ? data : new URLSearchParams(data);
  };
  // Preview, save, discard: a look aside, not the sending itself.
  const isAside = (button) => button?.name === "do";

  // Where to look after the swap: what was refused or asked for, else what is new.
  const point = (ids, before) => {
    const find = (what) => ids.map((id) => by(id)?.querySelector(what)).find(Boolean);
    const added = () => ids.flatMap((id) => [...(by(id)?.querySelectorAll("li[id]") || [])])
      .findLast((item) => !before.has(item.id))?.querySelector(".post");
    const target = find("[autofocus]") || (before && added());
    if (!target) return null;
    if (!target.matches("a[href], button, input, textarea")) target.tabIndex = -1;
    target.focus();
    return target.closest("li[id]");
  };

  const has = (page, ids) => ids.some((id) => page.getElementById(id));

  // An answer that took the text says so before the page goes, a refusal once the form is back.
  const tell = (form, accepted, aside) => document.dispatchEvent(
    new CustomEvent("moothall:answer", { detail: { form, accepted, aside } }));

  const take = (form, button, ids, answer, page) => {
    const accepted = answer.ok;
    if (accepted) tell(form, true, isAside(button));
    const said = page.querySelector(".toast")?.textContent;
    const to = new URL(answer.url);
    if (accepted && (to.pathname !== location.pathname || !has(page, ids))) {
      kept(said);
      return location.assign(answer.url);
    }
    const before = accepted && ids.includes("main")
      && new Set([...document.querySelectorAll("li[id]")].map((item) => item.id));
    adopt(page, ids);
    if (!accepted) tell(by(form.id) || form, false);
    document.title = page.title;
    announce(said);
    const item = point(ids, before);
    if (before) history.replaceState(null, "", to.pathname + to.search + (item ? "#" + item.id : ""));
  };

  const request = (form, button, ids) => fetch(
    button?.getAttribute("formaction") || form.getAttribute("action") || location.href,
    { method: "POST", body: fields(form, button),
      headers: { "X-Fragment": ids.join(" "), Accept: "text/html" } });

  // Signed in again in another tab, say: the refusal brings a token that is good.
  const renew = async (answer) => {
    const token = parse(await answer.text()).querySelector("input[name=token]")?.value;
    if (!token) throw new Error("no token");
    document.querySelectorAll("input[name=token]").forEach((field) => { field.value = token; });
  };

  const signIn = () => {
    const link = make("a", "", "Sign in (opens in a new tab)");
    link.href = "/sign-in";
    link.target = "_blank";
    link.rel = "noopener";
    return [link, ", then send it again."];
  };

  // What to say of an answer that cannot be shown here. Where it came from there is nothing to look
  // at either: that address is for sending.
  const why = (status, page) => {
    if (status === 401) return ["You were signed out.", ...signIn()];
    if (status === 404) return ["This is not here any more."];
    return [page.querySelector(".error-sum li")?.textContent];
  };

  const send = async (form, button, own) => {
    const named = (button?.dataset.swap || form.dataset.swap).split(" ");
    const ids = isAside(button) ? [form.id] : named;
    const ready = busy(button);
    own.dataset.sending = "";
    let words = [];
    try {
      let answer = await request(form, button, ids);
      if (answer.status === 403) {
        await renew(answer);
        answer = await request(form, button, ids);
      }
      const page = parse(await answer.text());
      const parts = answer.ok || !form.id ? ids : [form.id];
      if (!answer.ok && (answer.status !== 422 || !has(page, parts))) {
        words = why(answer.status, page);
        throw new Error(answer.status);
      }
      take(form, button, parts, answer, page);
    } catch {
      tell(form, false);
      failed(form, ...words);
    }
    delete own.dataset.sending;
    ready();
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (event.defaultPrevented || form.method !== "post") return;
    // Many buttons share a form that they stand outside of: each waits for itself only.
    const own = button && !form.contains(button) ? button : form;
    if ("sending" in own.dataset) return event.preventDefault();
    if ("swap" in form.dataset) {
      event.preventDefault();
      send(form, button, own);
    } else {
      // An ordinary post: the page goes away; until then a second press does nothing.
      form.dataset.sending = "";
      const ready = busy(button);
      const over = () => { delete form.dataset.sending; ready(); };
      setTimeout(over, 10000);
      addEventListener("pageshow", over, { once: true });
    }
  });
})();
