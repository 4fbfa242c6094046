// A button that copies the text of one part of the page. Without this script it is not there.
"use strict";
for (const line of document.querySelectorAll("[data-copies]")) {
  const from = document.getElementById(line.dataset.copies);
  if (!from || !navigator.clipboard) continue;
  line.hidden = false;
  line.querySelector("button").addEventListener("click", async () => {
    const said = line.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(from.innerText.trim());
      said.textContent = "Copied. Send it only to a number or address that is safe.";
    } catch {
      said.textContent = "Not copied. Mark the text and copy it by hand.";
    }
  });
}
