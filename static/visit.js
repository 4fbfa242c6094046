// Small helps of the form for a visit. Without it every answer can be given all the same.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".visit")?.closest("form") || document.querySelector(".visit form");
  if (!form) return;

  // One tap is seen, a second is alone; a tap on any other answer that was chosen takes it out again.
  const radios = () => [...form.querySelectorAll("input[type=radio]")];
  let chosen = new Set();
  const look = () => { chosen = new Set(radios().filter((one) => one.checked)); };
  const may = (one) => /^(seen|bedroom|goal|asked)_/.test(one.name);
  form.addEventListener("click", (event) => {
    const one = event.target;
    if (!(one instanceof HTMLInputElement) || one.type !== "radio" || !may(one) || !chosen.has(one)) return;
    const alone = one.value === "with-others" && form.querySelector(`[name="${CSS.escape(one.name)}"][value=alone]`);
    setTimeout(() => {
      one.checked = false;
      if (alone) alone.checked = true;
      if (alone && document.activeElement === one) alone.focus();
      (alone || one).dispatchEvent(new Event("change", { bubbles: true }));
    });
  });

  // Words that came back from a draft are not hidden in a fold.
  form.addEventListener("change", (event) => {
    look();
    const one = event.target, fold = one.closest("details:not([open])");
    if (!fold) return;
    const is = one.type === "radio" || one.type === "checkbox" ? one.checked
      : one.tagName === "SELECT" ? !one.options[one.selectedIndex]?.defaultSelected && one.selectedIndex > 0 : one.value;
    if (is) fold.open = true;
  });
  look();

  // A hint goes into the words when somebody taps it, at the end and on a line of its own.
  document.querySelectorAll("[data-prompts]").forEach((box) => {
    const words = form.elements[box.dataset.prompts];
    if (!words) return;
    box.querySelectorAll("[data-prompt]").forEach((item) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "prompts__tap";
      button.textContent = item.textContent;
      button.addEventListener("click", () => {
        const before = words.value && !words.value.endsWith("\n") ? "\n" : "";
        words.value += `${before}${button.textContent}: `;
        words.dispatchEvent(new Event("input", { bubbles: true }));
        words.focus();
        words.setSelectionRange(words.value.length, words.value.length);
      });
      item.replaceChildren(button);
    });
  });

  // Ctrl+S, or Command+S, saves.
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("[type=submit]"));
  });
});
