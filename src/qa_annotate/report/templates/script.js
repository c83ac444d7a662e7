"use strict";
(() => {
  const items = [...document.querySelectorAll(".item")];
  const count = document.getElementById("count");
  const words = document.getElementById("words");
  const form = document.querySelector(".filters");
  if (form && count && items.length) {
    const tell = () => {
      const wanted = words.value.trim().toLowerCase();
      for (const item of items) item.hidden = wanted !== "" && !item.textContent.toLowerCase().includes(wanted);
      const seen = items.filter((item) => item.offsetParent !== null).length;
      count.textContent = seen === items.length ? `${items.length} in all.` : `${seen} of ${items.length} shown.`;
    };
    words.closest("p").hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", tell);
    form.addEventListener("reset", () => setTimeout(tell));
    tell();
  }
  const closed = () => document.querySelectorAll("details:not([open])");
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...closed()]; for (const d of opened) d.open = true; });
  addEventListener("afterprint", () => { for (const d of opened) d.open = false; });
})();
