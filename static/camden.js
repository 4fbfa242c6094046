// Small helps for pages that work without them. Nothing here may be the only way to do a thing.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  // A refused form: say so first, and lead to the question, not past it.
  const summary = document.querySelector(".govuk-error-summary");
  if (summary) {
    summary.focus();
    summary.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      const asked = link && document.getElementById(link.hash.slice(1));
      if (!asked) return;
      event.preventDefault();
      const words = asked.closest("fieldset")?.querySelector("legend") || document.querySelector(`label[for="${asked.id}"]`);
      (words || asked).scrollIntoView();
      asked.focus({ preventScroll: true });
    });
  }
  document.querySelectorAll(".day").forEach(followDay);
  // On a phone the tabs of a family stand in one row: begin it where one is.
  const row = document.querySelector(".tabs--family");
  const here = row?.querySelector("[aria-current]");
  if (here) row.scrollLeft = here.offsetLeft - row.offsetLeft - 16;
});

// A box that is folded away is not sent: what was typed there before the choice changed cannot contradict it.
function followDay(day) {
  const box = day.querySelector(".day__input");
  const other = day.querySelector("[value=other]");
  if (!other || day.classList.contains("day--refused")) return;
  const follow = () => { box.disabled = !other.checked; };
  day.addEventListener("change", follow);
  window.addEventListener("pageshow", follow);
  follow();
}

// A second tap on a slow connection sends nothing twice. After five seconds it is a new try.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  const last = Number(form.dataset.sentAt || 0);
  if (event.timeStamp - last < 5000 && last) {
    event.preventDefault();
    return;
  }
  form.dataset.sentAt = event.timeStamp;
  // Somebody who signed in again in another tab has a new token; the page still has the old one.
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1];
  const old = form.elements.csrfmiddlewaretoken;
  if (token && old) old.value = token;
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sent-at]").forEach((form) => delete form.dataset.sentAt);
});

// The account menu and the drawer of the navigation close like menus.
const MENUS = ".account[open], .more[open]";
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(MENUS);
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  document.querySelectorAll(MENUS).forEach((open) => { if (!open.contains(event.target)) open.open = false; });
});
