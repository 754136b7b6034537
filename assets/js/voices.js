// form[data-voice]: the phrase of a voice, and what was said with it until it has appeared, stay in
// this browser, under a mark of who is signed in. Nothing of it goes to the server but by the
// form's own buttons. Signing out here clears both; what stands under another's mark is never read,
// and goes.
(() => {
  "use strict";
  const { announce, make } = window.moothall;
  const store = (work) => { try { return work(localStorage); } catch { return null; } };
  const form = () => document.querySelector("form[data-voice]");
  const topic = () => location.pathname.match(/^\/forum\/(\d+)/)?.[1];
  const mark = () => form()?.dataset.voiceOf;
  const phraseKey = () => `voice:${mark()}:${topic()}`;
  const textKey = () => `voice-text:${mark()}:${topic()}`;
  const isOthers = (key) => /^voice(-text)?:/.test(key) && key.split(":")[1] !== mark();
  const dropOthers = () => store((s) => Object.keys(s).filter(isOthers)
    .forEach((key) => s.removeItem(key)));
  const plain = (text) => text.replace(/\r/g, "").trim();
  const saved = () => store((s) => JSON.parse(s.getItem(textKey()) || "[]")) || [];
  const save = (texts) => store((s) => (texts.length
    ? s.setItem(textKey(), JSON.stringify(texts.slice(-20))) : s.removeItem(textKey())));

  // What the page of the voice shows as said has appeared; of the rest the page speaks.
  const compare = () => {
    const said = [...document.querySelectorAll("[data-said] textarea")]
      .map((area) => plain(area.defaultValue));
    if (said.length > 0) save(saved().filter((text) => !said.includes(plain(text))));
    const left = saved();
    const at = form();
    if (!at || left.length === 0 || document.getElementById("voice-left")) return;
    const list = make("ul", "mt3", ...left.map((text) => make("li", "", text)));
    const forget = make("button", "btn quiet small", "Forget these texts");
    forget.type = "button";
    const part = make("section", "panel pad mt5",
      make("h2", "", "Sent from here, and not seen to have appeared"),
      make("p", "", "Press “See what waits for me” after the full hour. What still stands here "
        + "then was lost: copy it, and say it again."), list, forget);
    part.id = "voice-left";
    forget.addEventListener("click", () => {
      save([]);
      part.remove();
      announce("Forgotten.");
    });
    at.after(part);
  };

  const begin = () => {
    const at = form();
    if (!topic() || !mark()) return;
    dropOthers();
    if (at && at.dataset.ready !== "yes") {
      at.dataset.ready = "yes";
      const kept = store((s) => s.getItem(phraseKey()));
      const field = at.elements.phrase;
      // A phrase that nothing has (its first words were lost) is not offered again.
      if (field.getAttribute("aria-invalid")) store((s) => s.removeItem(phraseKey()));
      else if (kept && !document.getElementById("fetched")) field.value = kept;
      at.addEventListener("submit", (event) => {
        if (event.submitter?.value === "look") return;
        if (!at.elements.body.value.trim()) return;
        store((s) => s.setItem(phraseKey(), field.value));
        save([...saved(), at.elements.body.value]);
      });
    }
    document.querySelectorAll("form[action$='/farewell']").forEach((one) => {
      one.addEventListener("submit", () => store((s) => s.removeItem(phraseKey())));
    });
    compare();
  };
  if (location.pathname.includes("/unattributed")) begin();
})();
