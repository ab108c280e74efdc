"use strict";
// Without this script, and on paper, all details are open. On a screen only the first are.
(() => {
  const folded = [...document.querySelectorAll("main .vendor details")];
  const button = document.getElementById("fold");
  let before = [];
  const name = () => {
    const open = folded.every((each) => each.open);
    button.textContent = open ? button.dataset.close : button.dataset.open;
  };
  const unfold = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    for (const each of folded) {
      if (target && target.contains(each)) each.open = true;
    }
  };
  folded.forEach((each, number) => {
    each.open = number === 0;
    each.addEventListener("toggle", name);
  });
  button.hidden = folded.length < 2;
  button.addEventListener("click", () => {
    const open = !folded.every((each) => each.open);
    for (const each of folded) each.open = open;
  });
  addEventListener("hashchange", unfold);
  addEventListener("beforeprint", () => {
    before = folded.map((each) => each.open);
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => folded.forEach((each, number) => { each.open = before[number]; }));
  // Only what can be scrolled is reached by keys.
  const boxes = [...document.querySelectorAll(".box")];
  const reach = () => {
    for (const each of boxes) {
      const scrolls = each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight;
      if (scrolls) each.tabIndex = 0;
      else each.removeAttribute("tabindex");
    }
  };
  for (const each of folded) each.addEventListener("toggle", reach);
  addEventListener("resize", reach);
  addEventListener("load", reach);
  unfold();
  name();
  reach();
})();
