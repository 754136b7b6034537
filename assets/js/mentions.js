// "@" in textarea[data-people]: a list of people under the composer, by the ARIA pattern for a list
// that follows typing: focus stays in the text, the arrows move the active option.
(() => {
  "use strict";
  const { announce, make, parse } = window.moothall;
  const PATTERN = /(?:^|[\s(])@([\p{L}\p{N}][\p{L}\p{N}.'’-]{0,30}(?: [\p{L}\p{N}][\p{L}\p{N}.'’-]{0,30})?|)$/u;
  let list = null;
  let area = null;
  let timer = 0;
  let asked = "";

  const close = () => {
    clearTimeout(timer);
    asked = "";
    if (!list) return;
    list.remove();
    list = null;
    for (const name of ["aria-controls", "aria-activedescendant", "aria-autocomplete"]) {
      area.removeAttribute(name);
    }
  };
  const options = () => [...list.children];
  const active = () => options().indexOf(list.querySelector('[aria-selected="true"]'));
  const choose = (index) => {
    const all = options();
    const at = (index + all.length) % all.length;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    area.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  };
  const typed = () => PATTERN.exec(area.value.slice(0, area.selectionStart))?.[1];
  const insert = (option) => {
    const to = area.selectionStart;
    const from = to - (typed() || "").length;
    const text = option.dataset.handle + " ";
    close();
    area.focus();
    area.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, text)) area.setRangeText(text, from, to, "end");
  };

  const show = (items) => {
    close();
    if (!items.length) return;
    list = make("ul", "menu", ...items);
    list.id = "people-found";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "People");
    items.forEach((item, i) => {
      item.id = "person-" + i;
      item.setAttribute("role", "option");
    });
    area.closest(".composer").append(list);
    area.setAttribute("aria-controls", list.id);
    area.setAttribute("aria-autocomplete", "list");
    choose(0);
    announce(items.length === 1 ? "1 person found." : `${items.length} people found.`);
  };
  const ask = async (text) => {
    asked = text;
    try {
      const answer = await fetch(area.dataset.people + "?q=" + encodeURIComponent(text));
      const page = parse(answer.ok ? await answer.text() : "");
      if (asked === text && typed() === text) {
        show([...page.querySelectorAll("li[data-handle]")].slice(0, 8)
          .map((item) => document.adoptNode(item)));
      }
    } catch { close(); }
  };

  document.addEventListener("input", (event) => {
    if (!event.target.matches?.("textarea[data-people]")) return;
    area = event.target;
    const text = typed();
    if (!text) return close();
    clearTimeout(timer);
    timer = setTimeout(ask, 150, text);
  });
  document.addEventListener("keydown", (event) => {
    if (!list || event.target !== area || event.isComposing) return;
    if (event.key === "ArrowDown") choose(active() + 1);
    else if (event.key === "ArrowUp") choose(active() - 1);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") {
      insert(options()[active()]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
  document.addEventListener("pointerdown", (event) => {
    const option = list && event.target.closest("#people-found [role=option]");
    if (!option) return;
    event.preventDefault();
    insert(option);
  });
  document.addEventListener("focusout", (event) => event.target === area && list && close());
})();
