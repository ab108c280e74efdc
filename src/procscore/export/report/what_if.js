"use strict";
// The what-if panel. Its program (see program.py) is how procscore came to each figure, from the
// marks up. It is run again here without some evaluators, or with another weight of price, in exact
// fractions. The panel is only shown where the unchanged program gives procscore's own figures.
(() => {
  const at = (id) => document.getElementById(`what-if-${id}`);
  const program = JSON.parse(at("program").textContent);

  // ---- Exact fractions: {n, d} in lowest terms, d above 0 ----

  class Undefined extends Error {}

  function gcd(a, b) {
    while (b) [a, b] = [b, a % b];
    return a < 0n ? -a : a;
  }

  function fraction(n, d) {
    if (d === 0n) throw new Undefined();
    if (d === 1n) return { n, d };
    const common = d < 0n ? -gcd(n, d) : gcd(n, d);
    return { n: n / common, d: d / common };
  }

  function parsed(text) {
    const [n, d] = text.split("/");
    return { n: BigInt(n), d: BigInt(d ?? 1) };
  }

  const ZERO = parsed("0");
  const ONE = parsed("1");
  const plus = (a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
  const minus = (a, b) => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
  const times = (a, b) => fraction(a.n * b.n, a.d * b.d);
  const over = (a, b) => fraction(a.n * b.d, a.d * b.n);
  const whole = (number) => ({ n: BigInt(number), d: 1n });
  const written = (a) => (a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`);

  function compare(a, b) {
    const left = a.n * b.d;
    const right = b.n * a.d;
    return left < right ? -1 : Number(left > right);
  }

  function rounded(value, places, mode) {
    const power = { n: 10n ** BigInt(Math.abs(places)), d: 1n };
    const scaled = places < 0 ? over(value, power) : times(value, power);
    const size = scaled.n < 0n ? -scaled.n : scaled.n;
    const full = size / scaled.d;
    const rest = size % scaled.d;
    const away = {
      "half-up": 2n * rest >= scaled.d,
      "half-even": 2n * rest > scaled.d || (2n * rest === scaled.d && full % 2n === 1n),
      down: false,
      up: rest > 0n,
    }[mode];
    const result = { n: (full + (away ? 1n : 0n)) * (scaled.n < 0n ? -1n : 1n), d: 1n };
    return places < 0 ? times(result, power) : over(result, power);
  }

  // ---- The scoring language: the functions of formula/functions.py, the terms of evaluate.py ----

  function sum(values) {
    // Over one common denominator: adding one by one would reduce a fraction at every step.
    let d = 1n;
    for (const each of values) if (d % each.d) d *= each.d / gcd(d, each.d);
    let n = 0n;
    for (const each of values) n += each.d === d ? each.n : each.n * (d / each.d);
    return fraction(n, d);
  }

  const sorted = (values) => [...values].sort(compare);
  const mean = (values) => over(sum(values), whole(values.length));
  const least = (values) => values.reduce((a, b) => (compare(b, a) < 0 ? b : a));
  const most = (values) => values.reduce((a, b) => (compare(b, a) > 0 ? b : a));
  const truncated = (value) => Number(value.n / value.d);

  function median(values) {
    const ordered = sorted(values);
    const half = ordered.length >> 1;
    return ordered.length % 2 ? ordered[half] : mean([ordered[half - 1], ordered[half]]);
  }

  function variance(values) {
    const centre = mean(values);
    return mean(values.map((each) => times(minus(each, centre), minus(each, centre))));
  }

  function trimmed(values, highest, lowest) {
    const end = Math.max(0, values.length - truncated(highest));
    return mean(sorted(values).slice(truncated(lowest), end));
  }

  const OF_LIST = { min: least, max: most, sum, mean, median, variance, trimmed_mean: trimmed };
  const OF_NUMBERS = {
    clamp: (value, low, high) => most([low, least([value, high])]),
    round: (value, places = ZERO) => rounded(value, truncated(places), "half-up"),
    up: (value, places = ZERO) => rounded(value, truncated(places), "up"),
    down: (value, places = ZERO) => rounded(value, truncated(places), "down"),
  };
  const BANDED = {
    up_to: (x, limits, value) => value(limits.filter((each) => compare(each, x) < 0).length),
    below: (x, limits, value) => value(limits.filter((each) => compare(each, x) <= 0).length),
    interpolate(x, limits, value) {
      const end = Math.min(limits.filter((each) => compare(each, x) < 0).length, limits.length - 1);
      if (end === 0 || compare(x, limits[end]) >= 0) return value(end);
      const [start, first, second] = [limits[end - 1], value(end - 1), value(end)];
      const share = over(minus(x, start), minus(limits[end], start));
      return plus(first, times(minus(second, first), share));
    },
  };
  const OPERATIONS = { "+": plus, "-": minus, "*": times, "/": over };
  const COMPARISONS = {
    "<": (a) => a < 0,
    "<=": (a) => a <= 0,
    ">": (a) => a > 0,
    ">=": (a) => a >= 0,
    "=": (a) => a === 0,
    "<>": (a) => a !== 0,
  };

  // The value of a term. `given` gives the value of a name. Only the branch of an `if` and the band
  // that is taken is evaluated.
  function evaluated(term, given) {
    if (typeof term === "string") return given(term);
    if (term.d) return term;
    const [kind, ...rest] = term;
    const value = (each) => evaluated(each, given);
    if (kind === "minus") return minus(ZERO, value(rest[0]));
    if (OPERATIONS[kind]) return OPERATIONS[kind](value(rest[0]), value(rest[1]));
    if (kind === "if") {
      const [[sign, left, right], then, otherwise] = rest;
      const holds = COMPARISONS[sign](compare(value(left), value(right)));
      return value(holds ? then : otherwise);
    }
    if (OF_NUMBERS[kind]) return OF_NUMBERS[kind](...rest.map(value));
    if (OF_LIST[kind]) {
      const [first, ...others] = rest.map(value);
      if (!Array.isArray(first)) return OF_LIST[kind]([first, ...others]);
      if (!first.length) throw new Undefined();
      return OF_LIST[kind](first, ...others);
    }
    const limits = rest.slice(1, -1).filter((_, index) => index % 2 === 0);
    const heights = rest.slice(2).filter((_, index) => index % 2 === 0);
    if (rest.length % 2 === 0) heights.push(rest[rest.length - 1]);
    return BANDED[kind](value(rest[0]), limits.map(value), (index) => value(heights[index]));
  }

  // ---- The program ----

  const constants = new Map();
  function read(value) {
    if (typeof value === "number") return value;
    if (!constants.has(value)) constants.set(value, parsed(value));
    return constants.get(value);
  }
  function readTerm(term) {
    if (!Array.isArray(term)) return term;
    return term[0] === "number" ? parsed(term[1]) : [term[0], ...term.slice(1).map(readTerm)];
  }
  const terms = program.terms.map(readTerm);
  const nodes = program.nodes.map(([term, rounding, inputs]) => {
    for (const [name, each] of Object.entries(inputs)) {
      if (each.values) each.values = each.values.map(read);
      else if (each.count === undefined) inputs[name] = read(each);
    }
    return { term: terms[term], rounding: program.roundings[rounding], inputs: new Map(Object.entries(inputs)) };
  });
  // Which nodes hang on the weights; a node stands behind those that it uses.
  const weighted = [];
  const hangs = (each) => (typeof each === "number" ? weighted[each] : each.weights || each.values?.some(hangs));
  for (const node of nodes) weighted.push([...node.inputs.values()].some(hangs));

  const counts = new Set(); // the evaluators who count, by number
  let weights = [ONE, ONE]; // what the points of the other criteria and of price are multiplied by
  let results = [];

  const stays = (evaluator) => evaluator < 0 || counts.has(evaluator);

  function resolved(value) {
    const found = typeof value === "number" ? results[value] : value;
    if (found === null) throw new Undefined();
    return found;
  }

  function input(each) {
    if (each.count !== undefined) return whole(program.groups[each.count].filter(stays).length);
    if (!each.values) return resolved(each);
    if (each.weights) return each.values.map((one, index) => times(resolved(one), weights[each.weights[index]]));
    const { values } = each;
    if (each.by === undefined) return values.map(resolved);
    const group = program.groups[each.by];
    return values.filter((_, index) => stays(group[index])).map(resolved);
  }

  // null where a number has no value, such as a division by zero
  function computed(node) {
    try {
      const exact = evaluated(node.term, (name) => input(node.inputs.get(name)));
      return node.rounding ? rounded(exact, ...node.rounding) : exact;
    } catch (fault) {
      if (fault instanceof Undefined) return null;
      throw fault;
    }
  }

  function run(onlyWeights) {
    nodes.forEach((node, index) => {
      if (!onlyWeights || weighted[index]) results[index] = computed(node);
    });
    return program.vendors.map(({ figures }) =>
      figures.map((each) => (typeof each === "number" ? results[each] : read(each))),
    );
  }

  // The rank of each vendor by its last figure; equal figures share one, none has none. What the
  // rules for ties made of equal figures is in the result's own ranks only.
  function ranked(figures) {
    const compared = figures.map((each) => each[each.length - 1]);
    const better = program.best === "lowest" ? -1 : 1;
    const known = compared.filter((each) => each !== null);
    return compared.map((own) => {
      if (own === null) return null;
      const before = known.filter((each) => compare(each, own) * better > 0);
      if (program.ranks === "dense") return new Set(before.map(written)).size + 1;
      const equal = known.filter((each) => compare(each, own) === 0).length;
      return before.length + (program.ranks === "average" ? (equal + 1) / 2 : 1);
    });
  }

  // ---- The panel ----

  const { texts } = program;
  const rows = [...at("rows").rows];
  const names = rows.map((row) => row.querySelector(".what-if-name").textContent);
  const boxes = [...at("panel").querySelectorAll("input[type=checkbox]")];
  const slider = at("weight");
  const filled = (text, details) => text.replace(/\{(\w+)\}/g, (_, name) => details[name]);

  // As exact.display: thousands grouped, cut after four decimals with an ellipsis.
  function shown(value) {
    const size = (value.n < 0n ? -value.n : value.n) * 10000n;
    const digits = `${size / value.d}`.padStart(5, "0");
    const cut = size % value.d !== 0n;
    const decimals = cut ? digits.slice(-4) : digits.slice(-4).replace(/0+$/, "");
    const grouped = digits.slice(0, -4).replace(/\B(?=(\d{3})+$)/g, ",");
    return `${value.n < 0n ? "-" : ""}${grouped}${decimals && "."}${decimals}${cut ? "\u2026" : ""}`;
  }

  // The share of price where the slider stands; the sheet's own takes the place of the nearest step.
  function share() {
    const step = Number(slider.value);
    return step === program.price.step ? parsed(program.price.own) : over(whole(step), whole(100));
  }

  const atRest = () => boxes.every((each) => each.checked) && (!slider || Number(slider.value) === program.price.step);

  function readControls() {
    counts.clear();
    for (const number of program.evaluators) counts.add(number);
    for (const each of boxes) if (!each.checked) counts.delete(Number(each.value));
    if (!slider) return;
    const own = parsed(program.price.own);
    weights = [over(minus(ONE, share()), minus(ONE, own)), over(share(), own)];
  }

  // Nobody can be left out without whom too few marks would stay.
  function lockBoxes() {
    for (const box of boxes) {
      const number = Number(box.value);
      box.disabled =
        program.fixed.includes(number) ||
        (box.checked &&
          program.needs.some(([group, fewest]) => {
            const members = program.groups[group];
            return members.includes(number) && members.filter(stays).length <= fewest;
          }));
    }
  }

  function showShare() {
    const price = shown(times(share(), whole(100)));
    const others = shown(times(minus(ONE, share()), whole(100)));
    const own = Number(slider.value) === program.price.step;
    const told = filled(own ? texts.own_share : texts.share, { price, others });
    at("share").textContent = told;
    slider.setAttribute("aria-valuetext", told);
  }

  // Whether two vendors have the same value in the result, and the rules for ties told them apart.
  const toldApart = (one, other) => valueRanks[one] === valueRanks[other] && resultRanks[one] !== resultRanks[other];

  function change(ranks, vendor) {
    const [rank, before] = [ranks[vendor], resultRanks[vendor]];
    if (rank === null) return ["", texts.none];
    const equal = ranks.some((each, other) => each === rank && toldApart(vendor, other));
    if (rank === before || (equal && rank === valueRanks[vendor])) return ["", equal ? texts.equal : texts.same];
    const [arrow, text] = rank < before ? ["\u25b2", texts.up] : ["\u25bc", texts.down];
    return [arrow, equal ? texts.equal : filled(text, { before })];
  }

  // How long a bar is drawn: the only place where a number may be inexact.
  const drawn = (value, longest) =>
    value === null || value.n <= 0n ? 0 : Number((value.n * 10000n) / value.d) / Number((longest.n * 10000n) / longest.d);

  function show(figures) {
    const ranks = atRest() ? resultRanks : ranked(figures);
    const last = (all) => all.map((each) => each[each.length - 1]);
    const text = (value) => (value === null ? "-" : shown(value));
    const decimals = (word) => word.match(/\..*/)?.[0] ?? "";
    // What stands unseen behind a figure, so that point is under point.
    const ends = figures[0].map((_, index) =>
      figures.map((each) => decimals(text(each[index]))).reduce((a, b) => (b.length > a.length ? b : a)),
    );
    const longest = most([...last(figures), ...last(original), parsed("1/1000")].filter((each) => each !== null));
    rows.forEach((row, vendor) => {
      const [arrow, words] = change(ranks, vendor);
      const cells = row.querySelectorAll("[data-figure]");
      figures[vendor].forEach((value, index) => {
        cells[index].textContent = text(value);
        cells[index].dataset.figure = value === null ? "" : written(value);
        cells[index].dataset.after = ends[index].slice(decimals(text(value)).length);
      });
      row.querySelector(".what-if-rank").textContent = ranks[vendor] ?? "-";
      row.querySelector(".what-if-arrow").textContent = arrow;
      row.querySelector(".what-if-change").textContent = words;
      row.classList.toggle("what-if-moved", arrow !== "" || ranks[vendor] === null);
      const value = last(figures)[vendor];
      row.querySelector(".what-if-bar").style.width = `${100 * drawn(value, longest)}%`;
      row.querySelector(".what-if-was").style.left = `${100 * drawn(last(original)[vendor], longest)}%`;
    });
    const place = (vendor) => ranks[vendor] ?? Infinity;
    const order = rows.map((_, vendor) => vendor).sort((a, b) => place(a) - place(b) || a - b);
    at("rows").append(...order.map((vendor) => rows[vendor]));
    tellFirst(ranks);
    if (boxes.length) tellTried();
  }

  // A live region is read aloud whenever it is written to.
  function tell(place, text) {
    if (at(place).textContent !== text) at(place).textContent = text;
  }

  // That who is first has not changed is not written again, and so not heard.
  function tellTried() {
    const moved = rows.filter((row) => row.classList.contains("what-if-moved")).length;
    const count = boxes.filter((each) => each.checked).length;
    tell("tried", atRest() ? "" : filled(moved ? texts.tried : texts.tried_same, { count, moved }));
  }

  function tellFirst(ranks) {
    const first = (all) => [...all.keys()].filter((vendor) => all[vendor] === Math.min(...all.filter((each) => each !== null)));
    const named = (vendor) => (program.vendors[vendor].passed_over ? filled(texts.passed_over, { who: names[vendor] }) : names[vendor]);
    const here = first(ranks);
    const who = here.map(named).join(" = ");
    const apart = here.every((each) => valueRanks[each] === valueRanks[here[0]]) && here.some((each) => toldApart(each, here[0]));
    const text = `${here}` === `${first(resultRanks)}` ? texts.still : apart ? texts.now_equal : texts.now;
    tell("first", who === "" ? "" : filled(text, { who }));
  }

  // Several events before the next picture are one.
  let waiting = null;
  function update(onlyWeights) {
    if (waiting === null) {
      waiting = onlyWeights;
      requestAnimationFrame(() => {
        readControls();
        lockBoxes();
        if (slider) showShare();
        const figures = run(waiting);
        waiting = null;
        show(figures);
      });
    }
    waiting = waiting && onlyWeights;
  }

  function reset() {
    for (const each of boxes) each.checked = true;
    if (slider) slider.value = program.price.step;
  }

  reset(); // a browser may have kept what was set before the page was loaded again
  readControls();
  const original = run(false);
  const valueRanks = ranked(original);
  const resultRanks = program.vendors.map((each) => Number(each.rank));
  const same = (each, vendor) => each.every((value, index) => value !== null && written(value) === program.vendors[vendor].are[index]);
  if (!original.every(same)) {
    at("needs").textContent = texts.differs;
    return;
  }
  lockBoxes();
  if (slider) showShare();
  show(original);
  for (const each of boxes) each.addEventListener("change", () => update(false));
  slider?.addEventListener("input", () => update(true));
  at("reset").addEventListener("click", () => { reset(); update(false); });
  at("needs").hidden = true;
  at("panel").hidden = false;
})();
