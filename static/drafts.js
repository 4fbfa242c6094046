// Nothing typed is lost: saves what is in a form while it is typed, and puts it back. The server keeps it; the browser
// keeps nothing of a record. Works on every form that has data-draft-url (templates/crispy/kept.html).
"use strict";

(() => {
  const PAUSE = 400;        // milliseconds after the last key
  const LONGEST = 1500;     // and never longer than this while somebody types on
  const PATIENCE = 8000;    // after which a save that is on its way counts as not arrived
  const LEAVING = 60000;    // bytes that a browser takes along when the page is left
  const form = document.querySelector("form[data-draft-url]");
  if (!form) return;

  const url = form.dataset.draftUrl;
  const field = (name) => form.elements[name];
  const tab = newKey();
  const said = form.querySelector("[data-draft-state]");
  const at = form.querySelector("[data-draft-at]");
  const bar = document.querySelector("[data-signed-out]");
  let kept = "";            // the words as they were last kept, or as the page came
  let base = 0;             // the last revision the server told us of
  let homeless = {};        // words of the draft that no field of this page can hold
  let keptAt = "";
  let changedAt = 0;        // since when something is not kept
  let leaving = "";         // the words that were sent while the page was left
  let pressed = false;      // the button was pressed once while the service failed
  let timer = 0, tries = 0, saving = null, sending = false, restoring = false;

  // --- What is in the form ---------------------------------------------------------------------------------
  function words() {
    const found = Object.fromEntries(Object.entries(homeless).map(([name, values]) => [name, [...values]]));
    for (const [name, value] of new FormData(form)) {
      if (name.startsWith("_") || name === "csrfmiddlewaretoken" || typeof value !== "string") continue;
      const control = field(name);
      if (control instanceof HTMLInputElement && control.type === "password") continue;
      (Object.hasOwn(found, name) ? found[name] : (found[name] = [])).push(value);
    }
    return found;
  }
  const text = () => JSON.stringify(words());

  // Puts words back. Returns those that have no place on this page.
  function putBack(back) {
    const left = {};
    restoring = true;
    for (const [name, values] of Object.entries(back)) {
      const named = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
      const controls = named.filter((one) => one.type !== "hidden");
      if (named.length && !controls.length) continue; // the page's own, not a person's words: this page's holds
      const ticks = controls.filter((one) => one.type === "radio" || one.type === "checkbox");
      const boxes = controls.filter((one) => !ticks.includes(one) && one.type !== "file" && one.type !== "password");
      ticks.forEach((one) => { one.checked = values.includes(one.value); });
      let without = ticks.length ? values.filter((value) => !ticks.some((one) => one.value === value)) : values;
      if (ticks.length && without.length && name.endsWith("_quick")) without = anotherDay(name, without);
      if (!ticks.length) {
        boxes.forEach((one, number) => { if (number < values.length) putInto(one, values[number]); });
        without = boxes.length ? values.slice(boxes.length) : values;
      }
      if (without.some((value) => value !== "")) left[name] = without;
    }
    // A box that was not ticked sends nothing; one that is ticked on a fresh page was not ticked then.
    form.querySelectorAll("input[type=checkbox], input[type=radio]").forEach((one) => {
      if (one.name && !Object.hasOwn(back, one.name)) one.checked = false;
    });
    form.querySelectorAll("input, textarea, select").forEach((one) => one.dispatchEvent(new Event("change", { bubbles: true })));
    restoring = false;
    return left;
  }
  function putInto(box, value) {
    if (box.tagName === "SELECT") [...box.options].forEach((one) => { one.selected = one.value === value; });
    else box.value = value;
  }
  // “Today” of a draft of yesterday is a day that has no choice of its own any more: it goes into the box.
  function anotherDay(name, days) {
    const box = field(name.slice(0, -"_quick".length));
    const other = form.querySelector(`[name="${CSS.escape(name)}"][value=other]`);
    if (!box || !other) return days;
    other.checked = true;
    if (!box.value) box.value = days[0];
    return [];
  }

  // --- What it says ----------------------------------------------------------------------------------------
  // The state is read out when it changes, the time is not: or a screen reader would speak every minute.
  function say(state, time = "", isNot = false) {
    if (said.textContent !== state) said.textContent = state;
    at.textContent = time;
    said.parentElement.classList.toggle("kept-state--not", isNot);
  }
  const sayNot = (why) => say(`${keptAt ? `Not saved since ${keptAt}` : "Not saved yet"}: ${why} Keep this page open.`, "", true);

  // --- Saving ----------------------------------------------------------------------------------------------
  function changed() {
    if (restoring || sending) return;
    changedAt ||= Date.now();
    plan(Math.max(0, Math.min(PAUSE, changedAt + LONGEST - Date.now())));
  }
  function plan(wait) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }
  function again() {
    tries += 1;
    plan(Math.min(15000, 1000 * 2 ** tries));
  }

  function body(now) {
    const revision = Number(field("_revision").value) + 1;
    field("_revision").value = revision;
    return JSON.stringify({ ticket: field("_ticket").value, key: field("_key").value, tab, base, revision, words: JSON.parse(now) });
  }
  function post(address, content, more = {}) {
    const headers = { Accept: "application/json", "Content-Type": "application/json", "X-CSRFToken": token() };
    return fetch(address, { method: "POST", headers, body: content, credentials: "same-origin", redirect: "manual", ...more });
  }

  // Resolves with "kept", "changed" meanwhile, "refused" (no use to try again), "broken", "away", or "other" when somebody else
  // is signed in. One save at a time.
  function save() {
    saving ||= saveNow().finally(() => { saving = null; });
    return saving;
  }
  async function saveNow() {
    clearTimeout(timer);
    const now = text();
    if (now === kept) { changedAt = 0; return "kept"; }
    const from = changedAt;
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), PATIENCE);
    let answer;
    try {
      const content = body(now);
      const keepalive = document.visibilityState === "hidden" && content.length < LEAVING / 3;
      const response = await post(url, content, { signal: stop.signal, keepalive });
      if (response.status === 401 || response.type === "opaqueredirect") { signedOut(); again(); return "away"; }
      if (response.status === 409) { somebodyElse(); return "other"; }
      if (response.status >= 500) { sayNot("the service does not answer."); again(); return "broken"; }
      if (!response.ok) { sayNot(response.status === 413 ? "it is too long." : "this page is too old."); return "refused"; }
      answer = await response.json();
    } catch {
      sayNot("no connection.");
      again();
      return "away";
    } finally {
      clearTimeout(late);
    }
    tries = 0;
    adopt(now, answer);
    signedIn();
    if (answer.sent && !answer.apart) say(`This form was sent at ${answer.sent}. What you type now is kept apart.`);
    else if (answer.apart) say("This form is open twice. Both texts are kept.");
    else if (said.textContent.startsWith("This form")) at.textContent = `Saved ${keptAt}`;
    else say("Saved", keptAt);
    if (changedAt === from) changedAt = 0;
    if (text() !== kept) { changedAt = Date.now(); plan(PAUSE); return "changed"; }
    return "kept";
  }

  function adopt(now, answer) {
    kept = now;
    keptAt = answer.saved;
    base = answer.revision;
    field("_key").value = answer.key;
    field("_revision").value = Math.max(base, Number(field("_revision").value));
  }

  // The page is left: what is not kept goes along without waiting. The next page of this tab asks for it by its key.
  function leave() {
    const now = text();
    if (sending || now === kept || now === leaving) return;
    leaving = now;
    const content = body(now);
    const keepalive = new Blob([content]).size < LEAVING;
    post(url, content, { keepalive }).then((response) => response.ok && response.json())
      .then((answer) => { if (answer) adopt(now, answer); }).catch(() => {}).finally(() => { leaving = ""; });
    sessionStorage.setItem("leaving", JSON.stringify({
      address: location.pathname, key: field("_key").value, revision: Number(field("_revision").value), at: Date.now(),
    }));
  }

  // --- Signed out ------------------------------------------------------------------------------------------
  const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] || "";
  function freshToken() {
    if (token()) document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((one) => { one.value = token(); });
  }
  function tell(what) {
    const line = bar.querySelector("[data-signed-out-words]");
    bar.hidden = false;
    document.body.classList.add("is-signed-out");
    if (line.textContent !== what) line.textContent = what;
  }
  function signedOut() {
    if (bar.hidden) tell("You have been signed out. Nothing is lost. Sign in to go on.");
    sayNot("you have been signed out.");
  }
  function somebodyElse() {
    tell("Somebody else is signed in now, and began nothing here. Sign in as yourself to go on.");
    sayNot("somebody else is signed in.");
  }
  function signedIn() {
    freshToken();
    if (bar.hidden) return;
    const typed = bar.contains(document.activeElement);
    bar.hidden = true;
    document.body.classList.remove("is-signed-out");
    bar.querySelector("form").reset();
    said.textContent = "";
    say("You are signed in again. Nothing was lost.");
    if (typed) form.querySelector("[type=submit]")?.focus();
  }
  bar.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const sent = new URLSearchParams(new FormData(event.target));
    const headers = { "Content-Type": "application/x-www-form-urlencoded", "X-Requested-With": "XMLHttpRequest" };
    try {
      const response = await post(event.target.getAttribute("action"), sent, { headers: { ...headers, Accept: "application/json", "X-CSRFToken": token() } });
      if (response.status === 429) return tell("Too many attempts to sign in. Wait five minutes, then try again.");
      const answer = await response.json();
      if (!response.ok) {
        const why = answer.form?.errors?.[0] || "";
        return tell(/too many/i.test(why) ? "Too many attempts to sign in. Wait five minutes, then try again."
          : "This e-mail address and password do not belong together. Check both and try again.");
      }
    } catch {
      return tell("No connection. Your words are still here. Try again in a moment.");
    }
    freshToken();
    kept = "";                              // whatever was kept, ask the server now
    if ((await save()) === "away") tell("Signing in needs one step more. Take it on a page of its own, in a new tab: this page waits.");
  });

  // --- Sending ---------------------------------------------------------------------------------------------
  // First what is typed is kept, then the form goes. Without a connection it stays: the browser's own page would eat it.
  document.addEventListener("submit", async (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    if (form.dataset.draftGoes) { delete form.dataset.draftGoes; sending = true; clearTimeout(timer); return; }
    event.preventDefault();
    if (form.dataset.draftFlushing) return;
    form.dataset.draftFlushing = "yes";
    const button = event.submitter;
    try {
      kept = "";                            // ask the server even when nothing is new: is it there, are we signed in?
      let found = await save();
      if (found !== "kept" && found !== "refused") found = await save();
      const goes = found === "kept" || found === "refused" || (found === "broken" && pressed);
      pressed = found === "broken";
      if (!goes) {
        if (bar.hidden) say("Not sent yet: no answer. Nothing is lost. Press the button again in a moment.", "", true);
        return;
      }
    } finally {
      delete form.dataset.draftFlushing;
    }
    freshToken();
    form.dataset.draftGoes = "yes";
    form.requestSubmit(button);
  }, true);
  window.addEventListener("pageshow", (event) => { if (event.persisted) sending = false; });

  // --- Beginning -------------------------------------------------------------------------------------------
  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }
  function bringBack(back) {
    homeless = putBack(back);
    kept = text();
    const line = document.querySelector("[data-draft-back]");
    if (line) {
      line.hidden = false;
      line.querySelector("[data-draft-homeless]").hidden = !Object.keys(homeless).length;
    }
  }
  // What the page before this one sent while it was left may arrive later than this page was made.
  async function catchUp() {
    const left = JSON.parse(sessionStorage.getItem("leaving") || "null");
    sessionStorage.removeItem("leaving");
    if (!left || left.address !== location.pathname || Date.now() - left.at > 20000 || "draftAgain" in form.dataset) return;
    if (field("_key").value === left.key && Number(field("_revision").value) >= left.revision) return;
    for (let waited = 0; waited < 20; waited += 1) {
      const answer = await fetch(`${url}?key=${left.key}`, { headers: { Accept: "application/json" }, credentials: "same-origin" })
        .then((response) => (response.ok ? response.json() : null)).catch(() => null);
      if (answer && answer.words && answer.revision >= left.revision) {
        if (text() !== kept) return;        // somebody types already: what is here is kept under its own key
        field("_key").value = answer.key;
        field("_revision").value = base = answer.revision;
        bringBack(answer.words);
        say("Your words are back. Saved", answer.saved);
        return;
      }
      await new Promise((go) => setTimeout(go, 150));
    }
  }

  // After the other scripts have set up the page: what they fold away is not sent, and is no change of a person's.
  document.addEventListener("DOMContentLoaded", () => {
    kept = text();
    base = Number(field("_revision").value);
    const back = document.getElementById("draft-words");
    if ("draftAgain" in form.dataset) { kept = ""; plan(0); }     // it came back with words that may be kept nowhere
    else if (back) bringBack(JSON.parse(back.textContent));
    catchUp();
  });

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  window.addEventListener("beforeunload", (event) => {
    leave();
    if (!sending && new Blob([text()]).size > LEAVING && text() !== kept) event.preventDefault();
  });
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" || tries) plan(0); });
  window.addEventListener("online", () => plan(0));
  window.addEventListener("focus", () => { if (tries) plan(0); });
  document.querySelector("[data-draft-afresh]")?.addEventListener("click", async (event) => {
    const response = await post(event.target.dataset.draftAfresh, "", { redirect: "follow" }).catch(() => null);
    if (!response?.ok) return sayNot("no connection.");
    sending = true;
    sessionStorage.removeItem("leaving");
    const fresh = new URL(location.href);
    fresh.searchParams.delete("_draft");
    location.replace(fresh);
  });
})();
