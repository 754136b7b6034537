// Hints that something changed, never the change itself: the page fetches its own parts with its
// own rights. New posts wait behind a button; nothing is put in under the reader.
(() => {
  "use strict";
  const { announce, make, parse, adopt, by } = window.moothall;
  if (!("live" in document.body.dataset) || !window.EventSource) return;
  let stream = null;
  let hidden = 0;
  let fresh = 0;
  let mine = false;  // the next hint is of our own post
  let held = 0;      // hints while our own post is on its way
  const due = new Set();
  let timer = 0;

  const get = async (url, ids) => {
    const headers = { "X-Fragment": ids.join(" "), Accept: "text/html" };
    const answer = await fetch(url, { headers });
    if (!answer.ok || answer.redirected) throw new Error("not the page that was asked for");
    return parse(await answer.text());
  };

  const show = async (news) => {
    if (!news.dataset.into && !news.dataset.ids) {
      return location.assign(news.dataset.src + "#new-posts");
    }
    const into = (news.dataset.into || news.dataset.ids || "").split(/\s+/).filter(Boolean);
    const page = await get(news.dataset.src, [...into, "news"]);
    let first = null;
    if (news.dataset.into) {
      const list = by(news.dataset.into);
      for (const item of [...(page.getElementById(news.dataset.into)?.children || [])]) {
        if (item.id && by(item.id)) continue;
        list.append(document.adoptNode(item));
        first ||= item;
      }
    } else if (adopt(page, into)) {
      first = by(into[0]);
    }
    fresh = 0;
    if (by("news")) by("news").hidden = true;
    const target = first?.querySelector(".post, h3 a, h2") || first;
    if (!target) return;
    if (!target.matches("a, [tabindex]")) target.tabIndex = -1;
    target.focus();
  };

  const offer = (news, count = 1) => {
    if (mine) { mine = false; return; }
    fresh += count;
    if (!fresh) return;
    const words = news.dataset.words || `${fresh} new post${fresh === 1 ? "" : "s"}`;
    const button = news.querySelector("button") || make("button", "");
    button.type = "button";
    news.append(button);
    button.textContent = words + ", show";
    if (news.hidden) announce(words);
    news.hidden = false;
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("#news button");
    if (!button) return;
    const news = by("news");
    show(news).catch(() => location.assign(location.pathname + location.search));
  });

  // Areas such as the counts of the sidebar, up to 2 s late so that not all pages ask at once.
  const refresh = async () => {
    timer = 0;
    asked = Date.now();
    const ids = [...due].filter((id) => !by(id)?.contains(document.activeElement));
    ids.forEach((id) => due.delete(id));
    if (due.size) later();
    if (!ids.length || document.hidden) return;
    try { adopt(await get(location.href, ids), ids); } catch { /* the next hint asks again */ }
  };
  let asked = 0;
  const later = () => {
    const rest = Math.max(0, asked + 15000 - Date.now());
    timer ||= setTimeout(refresh, rest + 500 + Math.random() * 2000);
  };
  const mark = (subject) => {
    for (const area of document.querySelectorAll("[data-live-refresh]")) {
      if (subject && area.dataset.subject && area.dataset.subject !== subject) continue;
      area.dataset.liveRefresh.split(/\s+/).filter(Boolean).forEach((id) => due.add(id));
    }
    if (due.size) later();
  };

  const open = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(document.body.dataset.live);
    stream.addEventListener("hint", (event) => {
      const hint = JSON.parse(event.data);
      const news = by("news");
      if (news && news.dataset.subject === hint.subject) {
        if (by("reply") && "sending" in by("reply").dataset) ++held;
        else offer(news);
      }
      mark(hint.subject);
    });
  };
  // A reply that was taken brings the whole thread with it, so nothing is left to offer.
  document.addEventListener("moothall:answer", ({ detail }) => {
    if (detail.form.id !== "reply") return;
    if (!detail.accepted || detail.aside) offer(by("news"), held);
    else {
      mine = !held;
      fresh = 0;
      setTimeout(() => { mine = false; }, 5000);
    }
    held = 0;
  });
  const close = () => { stream?.close(); stream = null; };
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      hidden = Date.now();
      setTimeout(() => document.hidden && close(), 5000);
    } else {
      if (!stream && Date.now() - hidden > 5000) mark("");
      open();
    }
  });
  open();
})();
