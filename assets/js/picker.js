// <form data-finds="found">: a search that follows typing. Its page is asked for as if it were sent,
// and the part that it names is put in place; without script the button sends it.
(() => {
  "use strict";
  const { announce, parse, adopt, by } = window.moothall;
  const pause = 250;
  let timer = 0;
  let asked = null;

  const address = (form) => {
    const to = new URL(form.getAttribute("action"), location.href);
    to.search = new URLSearchParams(new FormData(form)).toString();
    return to;
  };

  const find = async (form) => {
    const to = address(form);
    const part = form.dataset.finds;
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
      history.replaceState(null, "", to.pathname + to.search);
    } catch { /* a newer question, or no network: the button is still there */ }
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-finds]");
    if (!form) return;
    clearTimeout(timer);
    timer = setTimeout(find, pause, form);
  });
})();
