// [data-finds="found"]: a search that follows typing. A form of its own is asked for as if it were
// sent; within a larger form, data-from says which page to ask. The part that it names is put in
// place; without script the button sends it.
(() => {
  "use strict";
  const { announce, parse, adopt, by } = window.moothall;
  const pause = 250;
  let timer = 0;
  let asked = null;

  // What was chosen stays on offer, and what the address says besides stays in it.
  const within = (box, to) => {
    const asks = new URLSearchParams(to.pathname === location.pathname ? location.search : "");
    asks.set("name", box.querySelector("[type=search]").value);
    const chosen = by(box.dataset.finds).querySelector(":checked");
    if (chosen) asks.set(chosen.name, chosen.value);
    return asks;
  };

  const address = (box) => {
    const to = new URL(box.dataset.from || box.getAttribute("action"), location.href);
    const asks = box.dataset.from ? within(box, to) : new URLSearchParams(new FormData(box));
    to.search = asks.toString();
    return to;
  };

  const find = async (box) => {
    const to = address(box);
    const part = box.dataset.finds;
    clearTimeout(timer);
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(to, { signal: asked.signal,
        headers: { "X-Fragment": part, Accept: "text/html" } });
      if (!answer.ok) return;
      const page = parse(await answer.text());
      if (!page.getElementById(part)) return;
      adopt(page, [part]);
      announce(by(part).dataset.said);
      if (to.pathname !== location.pathname) return;
      history.replaceState(null, "", to.pathname + to.search);
    } catch { /* a newer question, or no network: the button is still there */ }
  };

  document.addEventListener("input", (event) => {
    const box = event.target.closest?.("[data-finds]");
    if (!box) return;
    clearTimeout(timer);
    timer = setTimeout(find, pause, box);
  });
  document.addEventListener("keydown", (event) => {
    const box = event.target.closest?.("[data-from]");
    if (!box || event.key !== "Enter" || event.target.type !== "search") return;
    event.preventDefault();
    find(box);
  });
})();
