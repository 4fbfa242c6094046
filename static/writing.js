// Writing a part: Ctrl+S saves it, and on a phone what we already have is folded. The page works without.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("part");
  document.addEventListener("keydown", (event) => {
    if (!form || event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("[type=submit]"));
  });
  const panel = document.querySelector("[data-folds]");
  if (panel && !("asked" in panel.dataset) && window.matchMedia("(max-width: 61.99em)").matches) panel.open = false;
});
