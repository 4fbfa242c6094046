// Draw together: on a small screen, whoever was tapped stays in sight. Without it, the picture is moved by hand.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const picture = document.querySelector(".together-picture");
  const tapped = picture && (picture.querySelector("a[aria-current]") || picture.querySelector("[data-part=index]"));
  if (!tapped) return;
  const a = tapped.getBoundingClientRect(), b = picture.getBoundingClientRect();
  picture.scrollLeft += a.left + a.width / 2 - b.left - b.width / 2;
  picture.scrollTop += a.top + a.height / 2 - b.top - b.height / 2;
});
