// The composer: toolbar, quoting a post, Ctrl+Enter, growing, and how many characters are left.
(() => {
  "use strict";
  const { announce } = window.moothall;

  // Through the browser's own editing, so that undo works; else straight into the value.
  const type = (area, text, from = area.selectionStart, to = area.selectionEnd) => {
    area.focus();
    area.setSelectionRange(from, to);
    if (!document.execCommand("insertText", false, text)) {
      area.setRangeText(text, from, to, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  const wrap = (area, before, after, empty) => {
    const from = area.selectionStart;
    const text = area.value.slice(from, area.selectionEnd) || empty;
    type(area, before + text + after);
    area.setSelectionRange(from + before.length, from + before.length + text.length);
  };
  const lines = (area, start) => {
    const from = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    const text = area.value.slice(from, area.selectionEnd);
    type(area, text.replace(/^/gm, start), from, area.selectionEnd);
  };
  const acts = {
    bold: (area) => wrap(area, "**", "**", "bold"),
    italic: (area) => wrap(area, "*", "*", "italic"),
    link: (area) => wrap(area, "[", "](https://)", "words"),
    quote: (area) => lines(area, "> "),
    list: (area) => lines(area, "- "),
    at: (area) => type(area, /(^|\s)$/.test(area.value.slice(0, area.selectionStart)) ? "@" : " @"),
  };

  const excerpt = (post) => {
    const body = post.querySelector(".body");
    const picked = getSelection();
    const chosen = picked.toString().trim();
    const within = body.contains(picked.anchorNode) && body.contains(picked.focusNode);
    if (chosen && within) return chosen;
    const copy = body.cloneNode(true);
    copy.querySelectorAll("blockquote, pre").forEach((part) => part.remove());
    copy.querySelectorAll("p, li, td, th, h3, h4").forEach((part) => part.append(" "));
    const text = copy.textContent.trim().replace(/\s+/g, " ");
    return text.length > 280 ? text.slice(0, 280).replace(/\s\S*$/, "") + " …" : text;
  };
  const quote = (link) => {
    const area = document.querySelector("#reply .composer textarea");
    const post = link.closest(".post");
    if (!area || !post) return false;
    const end = area.value.length;
    const gap = end && !area.value.endsWith("\n\n") ? "\n\n" : "";
    const text = `#${link.dataset.quote}\n${excerpt(post)}`.replace(/^/gm, "> ");
    type(area, gap + text + "\n\n", end, end);
    area.scrollIntoView({ block: "center" });
    announce(`Quoted post ${link.dataset.quote}.`);
    return true;
  };

  document.addEventListener("click", (event) => {
    const tool = event.target.closest("button[data-md]");
    if (tool) acts[tool.dataset.md]?.(tool.closest(".composer").querySelector("textarea"));
    const link = event.target.closest("a[data-quote]");
    if (link && quote(link)) event.preventDefault();
    // A form takes no focus, and what is typed elsewhere presses shortcuts.
    const reply = event.target.closest('.acts a[href="#reply"]');
    const area = reply && document.querySelector("#reply textarea:not([readonly])");
    if (!area) return;
    event.preventDefault();
    area.focus();
    area.scrollIntoView({ block: "center" });
  });
  document.addEventListener("keydown", (event) => {
    const area = event.target.closest?.(".composer textarea");
    if (!area || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const act = { b: "bold", i: "italic" }[event.key];
    if (act) acts[act](area);
    else if (event.key === "Enter") {
      area.form.requestSubmit(area.form.querySelector("button[type=submit]:not([name])"));
    } else return;
    event.preventDefault();
  });

  const grows = CSS.supports("field-sizing", "content");
  const measure = (area) => {
    if (!grows) {
      area.style.height = "auto";
      area.style.height = area.scrollHeight + 2 + "px";
    }
    const line = area.form?.querySelector("[data-left]");
    if (!line || !area.dataset.max) return;
    const left = area.dataset.max - [...area.value].length;
    const near = left < area.dataset.max / 10;
    const over = left < 0;
    line.textContent = !near ? "" : over ? `${(-left).toLocaleString("en-GB")} characters too many.`
      : `${left} characters left.`;
    if (over !== line.classList.contains("over")) announce(line.textContent);
    line.classList.toggle("over", over);
  };
  document.addEventListener("input", (event) => {
    if (event.target.matches("textarea")) measure(event.target);
  });
  document.querySelectorAll("textarea").forEach(measure);
})();
