// A button that copies a piece as text. Without this script it is not there, and the text can be marked by hand.
"use strict";
for (const line of document.querySelectorAll("[data-copies]")) {
  const from = document.getElementById(line.dataset.copies);
  if (!from || !navigator.clipboard) continue;
  line.hidden = false;
  line.querySelector("button").addEventListener("click", async () => {
    const said = line.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(from.textContent.trim());
      said.textContent = "Copied.";
    } catch {
      said.textContent = "Not copied. Mark the text and copy it by hand.";
    }
  });
}
