// One way out of a page others must not see: the link without this script; with it, Escape too, and no way back.
"use strict";
const leave = document.getElementById("leave");
const go = () => {
  document.body.hidden = true;
  document.title = "";
  window.location.replace(leave.href);
};
leave.addEventListener("click", (event) => {
  event.preventDefault();
  go();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") go();
});
// Shown again by the browser's own way back, it is asked for anew: closed meanwhile, it stays closed.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
