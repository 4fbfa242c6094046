// The room: what others do appears within two seconds; what is typed stays until it has arrived. Works without, by reload.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const room = document.querySelector("[data-room]");
  if (!room) return;
  const told = document.querySelector("[data-room-told]"), say = document.querySelector("[data-room-say]");
  const waiting = document.querySelector("[data-room-waiting]");
  const EVERY = 2000, PATIENCE = 8000;
  let since = room.dataset.roomSince, looked = room.dataset.roomLooked;
  let isAway = false, isOver = false, timer = 0, asking = false;
  const queue = []; // sentences that have not arrived, oldest first

  function tell(words, away) {
    if (told.textContent !== words) told.textContent = words;
    told.classList.toggle("room-told--away", Boolean(away));
  }
  function away(words) { isAway = true; tell(words, true); }
  function back() {
    if (isAway) tell("Connected again. Nothing was lost.");
    isAway = false;
  }
  async function ask(address, more) {
    const stop = new AbortController(), patience = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const headers = { Accept: "application/json", "X-Requested-With": "fetch" };
      return await fetch(address, { headers, credentials: "same-origin", signal: stop.signal, ...more });
    } finally { clearTimeout(patience); }
  }
  // Whoever signed in again in another tab has a new token.
  function freshToken(data) {
    const token = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1];
    if (token) data.set("csrfmiddlewaretoken", token);
    return data;
  }

  // ----- What others did

  function put(html) {
    const next = new DOMParser().parseFromString(html, "text/html");
    next.querySelectorAll("body > section[id]").forEach((part) => {
      const here = document.getElementById(part.id), focus = document.activeElement;
      // A choice that somebody is about to make is not taken out of their hands.
      if (!here || (here.contains(focus) && focus.matches("input, textarea, select"))) { if (here) since = ""; return; }
      const held = here.contains(focus) && focus.dataset.keep;
      if (shape(here) === shape(part)) return;
      here.replaceWith(part);
      if (held) (part.querySelector(`[data-keep="${CSS.escape(held)}"]`) || part.querySelector("[data-keep]"))?.focus({ preventScroll: true });
    });
  }
  const shape = (part) => part.outerHTML.replace(/name="csrfmiddlewaretoken" value="[^"]*"/g, "");

  async function look() {
    if (asking || isOver) return;
    asking = true;
    clearTimeout(timer);
    try {
      const words = new URLSearchParams({ family: room.dataset.roomFamily, since, looked });
      const answer = await ask(`${room.dataset.room}?${words}`);
      if (answer.status === 401) away("You are signed out. Sign in again in another tab: this page waits, with what you typed.");
      else if (answer.status === 404) { isOver = true; away("This family is not shown to you here any more."); }
      else if (!answer.ok) away("No answer. What you type stays here. Trying again.");
      else {
        const said = await answer.json();
        back();
        since = said.number;
        if (said.looked) looked = said.looked;
        if (said.html) put(said.html);
        if (said.ended) { isOver = true; tell("The session has ended. What you typed and did not send is still here.", true); }
      }
    } catch { away("No connection. What you type stays here. Trying again."); }
    asking = false;
    if (!isOver) timer = setTimeout(look, EVERY);
    if (!isAway) send();
  }
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  window.addEventListener("online", look);

  // ----- A press: a step, a bell, an asked question. It says so when it did not arrive.

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!room.contains(form) || !form.matches("[data-room-press], [data-room-say]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const data = new FormData(form, event.submitter);
    if (form === say) return hold(form, data);
    try {
      const answer = await ask(form.action, { method: "POST", body: freshToken(data) });
      if (answer.status === 401) return away("You are signed out. Sign in again in another tab, then press once more.");
      if (!answer.ok) return away("Not done: no answer. Press again in a moment.");
      const said = await answer.json();
      tell(said.problem || "");
      since = "";
      look();
    } catch { away("Not done: no connection. Press again in a moment."); }
  }, true);

  // ----- A sentence: it stands in a row until it has arrived. Its own key makes it one, however often it is sent.

  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }
  function hold(form, data) {
    const text = String(data.get("text") || "").trim();
    if (!text) return tell("Type one sentence first.");
    if (text.length > 300) return tell(`One sentence: ${text.length - 300} characters too many.`);
    data.set("key", newKey());
    const line = document.createElement("li");
    line.textContent = `Not sent yet: ${text}`;
    waiting.append(line);
    queue.push({ address: form.action, data, line, text });
    form.elements.text.value = "";
    form.elements.text.focus();
    send();
  }
  let sending = false;
  async function send() {
    if (sending) return;
    sending = true;
    try {
      while (queue.length) {
        const { address, data, line, text } = queue[0];
        const answer = await ask(address, { method: "POST", body: freshToken(data) });
        if (!answer.ok) { away(answer.status === 401 ? "You are signed out. Sign in again in another tab: this page waits." : "Not sent yet. Trying again."); break; }
        const said = await answer.json();
        queue.shift();
        line.remove();
        if (said.problem) {
          tell(said.problem);
          const box = say.elements.text;
          box.value = box.value ? `${text}\n${box.value}` : text; // refused, not lost
        } else { back(); since = ""; look(); }
      }
    } catch { away("No connection. What you typed is kept here and sent by itself."); }
    sending = false;
  }
  // Enter sends; Shift and Enter begins a line.
  say?.elements.text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    const idea = say.querySelector(".room-say__idea");
    say.requestSubmit(idea.offsetParent ? idea : say.querySelector("[value=question]"));
  });
  window.addEventListener("beforeunload", (event) => {
    if (queue.length || say?.elements.text.value.trim()) event.preventDefault();
  });
  timer = setTimeout(look, EVERY);
});
