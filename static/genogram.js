// The genogram: a look without a reload, size, moving about. Without it every link, tick and form works all the same.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const SWAP = "[data-geno]", MOST = 6, LEAST = 0.2, STEP = 1.25, LARGE = 1.7;
  const sizes = new WeakMap(); // each picture's own width and height, and how large it is drawn
  let geno = document.querySelector(SWAP);
  if (!geno) return;
  const told = document.querySelector("[data-geno-told]");
  const tell = (words) => { if (told) told.textContent = words; };
  const isWall = () => geno.classList.contains("wall");

  // ----- Size

  function sizeOf(scroll) {
    const svg = scroll.querySelector("svg");
    if (!svg) return null;
    if (!sizes.has(svg)) {
      const box = svg.viewBox.baseVal;
      sizes.set(svg, { svg, wide: box.width, high: box.height, zoom: 1 });
    }
    return sizes.get(svg);
  }

  // Which part of a picture is at a place of the screen, from 0 to 1 across and down.
  const partAt = (scroll, at) => { const was = sizeOf(scroll).svg.getBoundingClientRect(); return { x: (at.x - was.left) / was.width, y: (at.y - was.top) / was.height }; };

  // Draw a picture that large, with the part of it that is at (x, y), or that was taken hold of, staying there.
  function zoomTo(scroll, wanted, x, y, taken) {
    const size = sizeOf(scroll);
    if (!size) return;
    const zoom = Math.min(MOST, Math.max(LEAST, wanted));
    const frame = scroll.getBoundingClientRect();
    const at = { x: x ?? frame.left + frame.width / 2, y: y ?? frame.top + frame.height / 2 };
    const part = taken ?? partAt(scroll, at);
    size.zoom = zoom;
    scroll.classList.add("geno-scroll--sized");
    size.svg.setAttribute("width", Math.round(size.wide * zoom));
    size.svg.setAttribute("height", Math.round(size.high * zoom));
    const now = size.svg.getBoundingClientRect();
    scroll.scrollLeft += now.left + part.x * now.width - at.x;
    scroll.scrollTop += now.top + part.y * now.height - at.y;
  }

  const shown = (scroll) => { const s = sizeOf(scroll); return s ? s.svg.getBoundingClientRect().width / s.wide : 1; };
  // The whole picture: as large as the region takes it, and not so large that a small family shouts.
  const whole = (scroll) => {
    const s = sizeOf(scroll);
    return isWall() ? Math.min((scroll.clientWidth - 2) / s.wide, (scroll.clientHeight - 2) / s.high) : Math.min((scroll.clientWidth - 2) / s.wide, (window.innerHeight * 0.8) / s.high, LARGE);
  };
  const say = (scroll) => tell(`The picture is at ${Math.round(shown(scroll) * 100)} per cent.`);

  function resize(scroll, how) {
    zoomTo(scroll, how === "in" ? shown(scroll) * STEP : how === "out" ? shown(scroll) / STEP : whole(scroll));
    say(scroll);
  }

  document.addEventListener("click", (event) => {
    const tool = event.target.closest("[data-zoom]");
    if (tool) resize(tool.closest("figure").querySelector("[data-geno-scroll]"), tool.dataset.zoom);
  });
  document.addEventListener("keydown", (event) => {
    const scroll = event.target.closest?.("[data-geno-scroll]");
    if (!scroll || event.ctrlKey || event.metaKey || event.altKey) return;
    const how = { "+": "in", "=": "in", "-": "out", "−": "out", "0": "fit" }[event.key];
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (how) resize(scroll, how);
    else if (way && event.target !== scroll) scroll.scrollBy(way[0] * 60, way[1] * 60);
    else return;
    event.preventDefault();
  });
  document.addEventListener("wheel", (event) => {
    const scroll = event.ctrlKey && event.target.closest?.("[data-geno-scroll]");
    if (!scroll) return;
    event.preventDefault();
    zoomTo(scroll, shown(scroll) * (event.deltaY < 0 ? 1.1 : 1 / 1.1), event.clientX, event.clientY);
  }, { passive: false });

  // ----- Two fingers change the size; a mouse takes hold of the paper; whoever is chosen is dragged past a neighbour

  const fingers = new Map();
  let pinch = null, hold = null;
  document.addEventListener("pointerdown", (event) => {
    const scroll = event.target.closest?.("[data-geno-scroll]");
    if (!scroll) return;
    if (event.pointerType === "touch") {
      if (event.isPrimary) fingers.clear(); // the first finger down: any other was lifted where nobody was told
      fingers.set(event.pointerId, event);
      // What is between the fingers stays there, also once a region that grew first can be scrolled.
      pinch = fingers.size === 2 && sizeOf(scroll) ? { scroll, apart: apart(), zoom: shown(scroll), part: partAt(scroll, between()) } : null;
      return;
    }
    if (event.button !== 0) return;
    const person = event.target.closest("a[aria-current]");
    hold = { scroll, person, x: event.clientX, y: event.clientY, left: scroll.scrollLeft, top: scroll.scrollTop, far: false };
  });
  document.addEventListener("pointermove", (event) => {
    if (fingers.has(event.pointerId)) {
      fingers.set(event.pointerId, event);
      if (pinch && fingers.size === 2) {
        const { x, y } = between(), least = Math.min(pinch.zoom, whole(pinch.scroll)); // not so small that fingers miss it
        zoomTo(pinch.scroll, Math.max(least, pinch.zoom * apart() / pinch.apart), x, y, pinch.part);
      }
      return;
    }
    if (!hold) return;
    const across = event.clientX - hold.x, down = event.clientY - hold.y;
    if (!hold.far && Math.hypot(across, down) < 6) return;
    hold.far = true;
    hold.scroll.classList.add("geno-scroll--held");
    if (hold.person) return;
    hold.scroll.scrollLeft = hold.left - across;
    hold.scroll.scrollTop = hold.top - down;
  });
  const between = () => { const [a, b] = [...fingers.values()]; return { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 }; };
  const apart = () => { const [a, b] = [...fingers.values()]; return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1; };
  const release = (event) => {
    fingers.delete(event.pointerId);
    if (fingers.size < 2) pinch = null;
    if (!hold) return;
    const held = hold;
    held.scroll.classList.remove("geno-scroll--held");
    if (held.person && held.far && Math.abs(event.clientX - held.x) > 30) {
      const way = event.clientX < held.x ? "left" : "right";
      setTimeout(() => geno.querySelector(`[data-geno-nudge] [value^="${way}:"]`)?.click(), 50);
    }
    setTimeout(() => { hold = null; });
  };
  document.addEventListener("pointerup", release);
  document.addEventListener("pointercancel", release);
  document.addEventListener("dragstart", (event) => { if (event.target.closest?.("[data-geno-scroll]")) event.preventDefault(); });

  // ----- A look without a reload: the answer's own page is fetched, and its part put in place of ours

  let asking = 0;
  async function look(address, focus) {
    const turn = ++asking, kept = [...geno.querySelectorAll("[data-geno-scroll]")].map((one) => [one.scrollLeft, one.scrollTop, sizeOf(one)?.zoom, one.classList.contains("geno-scroll--sized")]);
    let page;
    try {
      const answer = await fetch(address, { headers: { Accept: "text/html" } });
      page = answer.ok && !answer.redirected && new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch { page = null; }
    if (turn !== asking) return;
    const next = page && page.querySelector(SWAP);
    if (!next) { location.assign(address); return; }
    history.replaceState(null, "", address);
    geno.replaceWith(document.adoptNode(next));
    geno = next;
    ready();
    geno.querySelectorAll("[data-geno-scroll]").forEach((one, at) => {
      if (!kept[at]) return;
      if (kept[at][3] && kept[at][2] !== sizeOf(one)?.zoom) zoomTo(one, kept[at][2]);
      [one.scrollLeft, one.scrollTop] = kept[at];
    });
    focus?.();
  }

  function chosen(key, isTable) {
    const place = isTable ? ".geno-table" : "[data-geno-scroll]";
    geno.querySelector(`${place} [data-select="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
    const panel = geno.querySelector("[data-geno-spoken]");
    tell(panel ? `Chosen: ${panel.dataset.genoSpoken}` : "Nobody is chosen.");
  }

  document.addEventListener("click", (event) => {
    if (hold?.far) { event.preventDefault(); return; }
    const link = event.target.closest?.("[data-select], [data-geno-go]");
    if (!link || !geno.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const address = link.getAttribute("href"), key = link.dataset.select;
    const isTable = Boolean(link.closest(".geno-table"));
    look(address.split("#")[0], () => {
      if (key) chosen(key, isTable);
      else if (address.includes("#at-")) middle(address.split("#at-")[1]);
      else { geno.querySelector("#person")?.focus({ preventScroll: true }); tell(sentence()); }
      if (key && window.matchMedia("(max-width: 63.99em)").matches) geno.querySelector("#person")?.scrollIntoView({ block: "nearest" });
    });
  });

  // Somebody in the middle of the region.
  function middle(key) {
    const person = geno.querySelector(`[data-geno-scroll] [data-select="${CSS.escape(key)}"]`), scroll = person?.closest("[data-geno-scroll]");
    if (!scroll) return;
    const a = person.getBoundingClientRect(), b = scroll.getBoundingClientRect();
    scroll.scrollBy(a.left + a.width / 2 - b.left - b.width / 2, a.top + a.height / 2 - b.top - b.height / 2);
    chosen(key, false);
  }

  const sentence = () => geno.querySelector("[data-geno-scroll] svg")?.getAttribute("aria-label") || "";
  const asked = (form) => `?${new URLSearchParams([...new FormData(form)].filter(([, value]) => value))}`;
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-geno-form]")) return;
    event.preventDefault();
    look(asked(event.target), () => tell(sentence()));
  });
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (!field.matches("[data-geno-now]")) return;
    const { name, id } = field;
    look(asked(field.form), () => { (id ? document.getElementById(id) : geno.querySelector(`[name="${name}"][type=checkbox]`))?.focus({ preventScroll: true }); tell("The picture is drawn again."); });
  });

  // ----- The slider: a day for each step; the picture follows when the hand rests

  let resting = 0;
  document.addEventListener("input", (event) => {
    const slider = event.target;
    if (!slider.matches("[data-geno-slider]")) return;
    const day = new Date(`${slider.dataset.first}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + Number(slider.value));
    slider.setAttribute("aria-valuetext", day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }));
    slider.form.querySelector("[data-geno-on]").value = day.toISOString().slice(0, 10);
    clearTimeout(resting);
    resting = setTimeout(() => look(asked(slider.form), () => { document.getElementById("geno-slider")?.focus({ preventScroll: true }); tell(sentence()); }), 350);
  });

  // ----- What is only there with script; what a new page begins with

  let again = false;
  function ready() {
    geno.querySelectorAll("[data-geno-tools], [data-geno-slide]").forEach((one) => { one.hidden = false; });
    geno.querySelectorAll("[data-geno-without]").forEach((one) => { one.hidden = true; });
    geno.querySelectorAll("[data-geno-scroll]").forEach((one) => {
      one.classList.add("geno-scroll--grab");
      // A small family is drawn larger; a large one keeps names that can be read, and is moved about.
      if (!isWall() && sizeOf(one) && whole(one) > 1) zoomTo(one, whole(one));
    });
    // A clearer drawing is looked for once, by itself; after that with the next look.
    if (geno.querySelector("[data-geno-again]") && !again) {
      again = true;
      setTimeout(() => { if (!geno.contains(document.activeElement)) look(location.search || "?", () => tell("The drawing is clearer now.")); }, 4000);
    }
  }

  ready();
  const key = new URLSearchParams(location.search).get("person");
  if (key && !document.querySelector(".notice, .govuk-error-summary")) chosen(key, false);
  const first = geno.querySelector("[data-geno-scroll]"), one = first && (first.querySelector("a[aria-current]") || first.querySelector("[data-part=index]"));
  if (first && one && first.scrollWidth > first.clientWidth) {
    const a = one.getBoundingClientRect(), b = first.getBoundingClientRect();
    first.scrollLeft += a.left + a.width / 2 - b.left - b.width / 2;
  }
});
