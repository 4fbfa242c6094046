// A phone in a session. What is sent waits here until it has arrived: nothing is lost, and a key with each sentence sees
// to it that nothing stands twice. The waiting sentences are in this page's memory alone: the phone stores nothing.
"use strict";

(() => {
  const root = document.querySelector("[data-join]");
  const form = root && root.querySelector("form");
  if (!form) return;
  const EVERY = 4000;      // milliseconds between two looks at whose turn it is
  const PATIENCE = 8000;   // after which a request counts as lost
  const LONGEST = 15000;   // the longest wait before another try
  const TWICE = 1000;      // milliseconds in which a second press is the same one
  const LONGEST_TEXT = 300;  // characters of a sentence
  const box = form.elements.text;
  const waiting = [];
  let round = root.dataset.round, ideas = !root.querySelector("[data-join-ideas]"), begun = round;
  let sending = false, tries = 0, timer = 0, isOver = false, sent = 0, pressed = 0;
  const part = (name) => root.querySelector(`[data-join-${name}]`);
  const by = part("by-hand");
  if (by) by.textContent = "This page sees when it begins.";

  function newKey() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }
  function ask(options) {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), PATIENCE);
    const given = { headers: { Accept: "application/json" }, credentials: "same-origin", redirect: "manual", cache: "no-store", signal: stop.signal };
    return fetch(location.pathname, { ...given, ...options }).finally(() => clearTimeout(late));
  }

  // --- What it says ----------------------------------------------------------------------------------------
  function say(words) {
    if (part("state").textContent !== words) part("state").textContent = words;
  }
  function show() {
    const list = part("waiting");
    list.replaceChildren(...waiting.map((one) => {
      const line = document.createElement("li");
      line.className = "people__one";
      line.textContent = `${isOver ? "Not sent" : one.early ? "Waits until ideas are asked for" : "Waiting"}: ${one.text}`;
      return line;
    }));
    part("form").hidden = isOver || !round;
    part("wait").hidden = isOver || Boolean(round);
    const hint = part("ideas");
    if (hint) hint.hidden = ideas;
  }
  const arrived = () => (sent === 1 ? "Sent. It is on the board." : `${sent} sent. They are on the board.`);

  // --- Sending ---------------------------------------------------------------------------------------------
  box.addEventListener("input", () => { if (box.value.trim().length <= 1) begun = round; });
  form.addEventListener("submit", (event) => {
    const text = box.value.trim().replace(/\s+/g, " ");
    // Pressed twice, or too long: to load the page anew would lose what waits in it.
    const still = waiting.length || Date.now() - pressed < TWICE;
    if ((!text || text.length > LONGEST_TEXT) && !still) return;  // the service says what is wrong with it
    event.preventDefault();
    if (!text) return;
    if (text.length > LONGEST_TEXT) return void say(`That is ${text.length - LONGEST_TEXT} too long: say it in ${LONGEST_TEXT} characters.`);
    pressed = Date.now();
    const kind = new FormData(form).get("kind") || "question";
    waiting.push({ text, kind, key: newKey(), round: begun || round, early: false });
    box.value = "";
    begun = round;
    box.focus();
    show();
    send();
  });

  async function send() {
    if (sending || isOver) return;
    const one = waiting.find((each) => !each.early || ideas);
    if (!one) return;
    sending = true;
    const answer = await post(one);
    sending = false;
    if (answer === "kept") {
      waiting.splice(waiting.indexOf(one), 1);
      sent += 1;
      tries = 0;
      say(arrived());
      show();
      return void send();
    }
    if (answer === "not-yet") {
      one.early = true;
      ideas = false;
      say("Ideas are asked for from the reflecting conversation on. Yours waits here until then.");
      show();
      return void send();
    }
    if (answer === "over") return void over();
    say(answer === "often" || answer === "full" ? "Many at once. It is tried again by itself." : "No connection. What you send waits here. Keep this page open.");
    tries += 1;
    clearTimeout(timer);
    timer = setTimeout(send, Math.min(LONGEST, 500 * 2 ** tries) * (0.75 + Math.random() / 2));
    show();
  }
  async function post(one) {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of Object.entries({ text: one.text, kind: one.kind, client_key: one.key, round: one.round })) body.set(name, value);
    try {
      const answer = await ask({ method: "POST", body });
      if (![200, 404, 409, 429].includes(answer.status)) return "broken";
      return (await answer.json()).answer;
    } catch {
      return "away";
    }
  }

  // --- Whose turn it is ------------------------------------------------------------------------------------
  async function look() {
    try {
      const answer = await ask({});
      if (answer.status === 404 && (await answer.json()).answer === "over") return over();
      if (answer.status === 200) {
        const now = await answer.json();
        if (now.round !== round && !box.value.trim()) begun = now.round;
        if (now.round !== round && box.value.trim()) say("Another conversation has begun. What you have begun to write goes with the one before.");
        round = now.round;
        ideas = now.ideas;
        show();
        if (waiting.length && (tries || ideas)) send();
      }
    } catch {
      say(waiting.length ? "No connection. What you send waits here. Keep this page open." : "No connection. It is tried again by itself.");
    }
    if (!isOver) setTimeout(look, EVERY);
    return undefined;
  }
  function over() {
    isOver = true;
    const typed = box.value.trim();
    if (typed) waiting.push({ text: typed });
    box.value = "";
    say(waiting.length ? "The session has ended. This was not sent; say it aloud:" : "The session has ended. Thank you.");
    show();
  }

  window.addEventListener("online", () => { tries = 0; send(); });
  window.addEventListener("beforeunload", (event) => { if (!isOver && (waiting.length || box.value.trim())) event.preventDefault(); });
  setTimeout(look, EVERY);
  show();
})();
