// Lines of the family's plan: one empty line of each kind is shown, and a press on the button beneath opens the next and
// goes there. Without this script all lines are there, and the button saves. Lines that hold words are always shown.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const isEmpty = (line) => [...line.querySelectorAll("textarea, input:not([type=hidden])")]
    .every((one) => (one.type === "checkbox" ? !one.checked : !one.value.trim()));

  document.querySelectorAll(".plan-lines").forEach((lines) => {
    const spare = [...lines.querySelectorAll(".promise--new")];
    const button = lines.querySelector("button[name=more]");
    if (!button) return;
    button.type = "button"; // Enter in a line saves, and does not open another

    // The first empty line after those with words, and no other.
    const fold = () => {
      const last = spare.reduce((found, line, number) => (isEmpty(line) ? found : number), -1);
      spare.forEach((line, number) => { line.hidden = number > last + 1; });
    };
    fold();
    // Words that come back from a draft open their lines.
    lines.addEventListener("change", () => spare.forEach((line) => { if (!isEmpty(line)) line.hidden = false; }));

    button.addEventListener("click", () => {
      const next = spare.find((line) => line.hidden);
      if (!next) return button.form.requestSubmit(); // all are used: save, and the page comes back with more
      next.hidden = false;
      next.querySelector("textarea, input").focus();
    });
  });
});
