/* SPDX-License-Identifier: Apache-2.0 */
/* The search of the overview. Forms come from data/0001.js …, which call fuheSearchData; they are loaded when the search
 * is used for the first time. What is asked for stands in the hash of the address, so that a link leads to the same
 * list. All words are in the page: this script knows no language. */
"use strict";

(function () {
  const PAGE_ROWS = 50;
  const STATES = ["scored", "partial", "unscored"];
  const ORDERS = {
    risk: ["risk", true], "risk-up": ["risk", false], deviation: ["deviation", true], "deviation-up": ["deviation", false],
    claimed: ["claimed", true], "claimed-up": ["claimed", false], verified: ["verified", true],
    "verified-up": ["verified", false],
  };
  const FIELDS = ["page", "department", "risk", "claimed", "verified", "deviation", "state", "gradeClaimed", "grade",
    "gradeName", "lowered", "errors", "warnings", "notes", "codes", "id", "departmentName", "project"];

  const box = document.getElementById("search-box");
  const form = box.querySelector("form");
  const status = document.getElementById("search-count");
  const results = document.getElementById("search-results");
  const body = results.querySelector("tbody");
  const words = box.dataset;
  const files = Number(words.files);
  const names = Array.from(form.elements).map((element) => element.name).filter((name) => name !== "");

  const parts = [];      // texts of the data files, until all have come
  let arrived = 0;
  let forms = null;      // all forms, highest risk first
  const orders = {};     // by column: forms in rising order, those without a figure last
  let found = [];
  let shown = 1;         // page of results, from 1

  /* --- data --- */

  function parse(line) {
    const values = line.split("\t");
    const item = {};
    FIELDS.forEach((field, i) => { item[field] = values[i]; });
    item.words = fold(item.project + "\n" + item.departmentName + "\n" + item.id);
    item.place = fold(item.departmentName);
    return item;
  }

  /* Full-width letters and digits are found by plain ones. */
  function fold(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  window.fuheSearchData = function (part, text) {
    parts[part - 1] = text;
  };

  function load(part) {
    const script = document.createElement("script");
    const file = "data/" + String(part).padStart(4, "0") + ".js";
    script.src = file;
    script.onerror = function () { status.textContent = fill(words.failed, { file }); };
    script.onload = function () {
      arrived += 1;
      script.remove();
      if (arrived < files) {
        status.textContent = fill(words.loading, { part: arrived, files });
      } else {
        finish();
      }
    };
    document.head.append(script);
  }

  function finish() {
    forms = [];
    for (let i = 0; i < files; i++) {
      for (const line of parts[i].split("\n")) {
        forms.push(parse(line));
      }
      parts[i] = null;
    }
    suggest();
    search();
  }

  /* Departments to choose from, unless they are too many for a list. */
  function suggest() {
    const MOST = 500;
    const departments = new Set();
    for (const item of forms) {
      if (item.departmentName !== "" && departments.size <= MOST) {
        departments.add(item.departmentName);
      }
    }
    if (departments.size <= MOST) {
      document.getElementById("search-departments").replaceChildren(...Array.from(departments).sort().map((name) => {
        const option = document.createElement("option");
        option.value = name;
        return option;
      }));
    }
  }

  /* Makes sure that there are forms; false when they are yet to come, and `search` will be called then. */
  let asked = false;
  function ready() {
    if (forms !== null || asked) {
      return forms !== null;
    }
    asked = true;
    if (files === 0) {
      forms = [];
      return true;
    }
    status.textContent = fill(words.loading, { part: 0, files });
    for (let part = 1; part <= files; part++) {
      load(part);
    }
    return false;
  }

  /* --- filters: each gives a test for a value, or nothing when the value does not narrow --- */

  function sign(item) {
    if (item.deviation === "" || item.state !== "0") { // not known of a form that was scored in part
      return "";
    }
    return item.deviation.startsWith("-") ? "under" : Number(item.deviation) > 0 ? "over" : "none";
  }

  const FILTERS = {
    q(value) {
      const wanted = fold(value).split(/\s+/).filter((word) => word !== "");
      return wanted.length > 0 && ((item) => wanted.every((word) => item.words.includes(word)));
    },
    department(value) {
      const wanted = fold(value.trim());
      return (item) => item.place.includes(wanted);
    },
    grade: (value) => (item) => item.grade === (value === "none" ? "" : value),
    lowered: (value) => (item) => item.lowered === value,
    state: (value) => (item) => STATES[item.state] === value,
    severity: (value) => ({
      error: (item) => item.errors !== "0",
      warning: (item) => item.errors !== "0" || item.warnings !== "0",
      none: (item) => item.errors === "0" && item.warnings === "0",
    })[value],
    deviation: (value) => (item) => sign(item) === value,
    code(value) {
      const option = Array.from(form.elements.code.options).find((row) => row.value === value);
      const wanted = option ? " " + option.dataset.number + " " : "?";
      return (item) => item.codes.includes(wanted);
    },
  };

  function tests() {
    const list = [];
    for (const name of Object.keys(FILTERS)) {
      const value = form.elements[name].value;
      const test = value !== "" && FILTERS[name](value);
      if (test) {
        list.push(test);
      }
    }
    return list;
  }

  /* --- order --- */

  /* Equal figures stay in the order of risk, whichever way they are sorted; forms without a figure come last. There are
   * far fewer figures than forms, so each form is put where the next one of its figure belongs. */
  function ordered(sort) {
    const [column, falling] = ORDERS[sort] || ORDERS.risk;
    const key = column + falling;
    if (orders[key] === undefined) {
      const turn = falling ? -1 : 1;
      const keys = Float64Array.from(forms, (item) => item[column] === "" ? Infinity : turn * Number(item[column]));
      const next = new Map();
      keys.slice().sort().forEach((figure, i) => { if (!next.has(figure)) { next.set(figure, i); } });
      const places = new Uint32Array(forms.length);
      keys.forEach((figure, place) => {
        places[next.get(figure)] = place;
        next.set(figure, next.get(figure) + 1);
      });
      orders[key] = places;
    }
    return orders[key];
  }

  /* --- results --- */

  function fill(sentence, values) {
    return sentence.replace(/\{(\w+)\}/g, (all, name) => {
      const value = values[name];
      return typeof value === "number" ? value.toLocaleString("en") : String(value);
    });
  }

  function element(name, style, ...content) {
    const made = document.createElement(name);
    if (style !== "") {
      made.className = style;
    }
    made.append(...content);
    return made;
  }

  function link(address, text) {
    const made = element("a", "", text);
    made.href = address;
    return made;
  }

  function folder(number) {
    return String(Math.floor((number - 1) / 1000) + 1).padStart(4, "0");
  }

  function formAddress(page) {
    return "forms/" + folder(page) + "/" + String(page).padStart(6, "0") + ".html";
  }

  function departmentAddress(number) {
    return "departments/" + (number > 1000 ? folder(number) + "/" : "") + String(number).padStart(4, "0") + ".html";
  }

  function figure(text) {
    return element("td", "figure", text === "" ? "—" : text);
  }

  function tagged(cell, style, word) {
    cell.append(" ", element("span", "tag " + style, word));
    return cell;
  }

  function row(item) {
    const name = element("th", "wide", link(formAddress(Number(item.page)), item.project));
    const grade = element("td", "", item.gradeName);
    name.scope = "row";
    if (item.state !== "0") {
      const option = form.elements.state.querySelector("[value=" + STATES[item.state] + "]");
      tagged(name, "warning", option.textContent);
    }
    if (item.lowered === "1") {
      tagged(grade, "error", words.lowered);
    }
    return element("tr", "", name,
      element("td", "", link(departmentAddress(Number(item.department)), item.departmentName || words.nobody)),
      figure(item.claimed), figure(item.verified), figure(Number(item.deviation) > 0 ? "+" + item.deviation : item.deviation),
      element("td", "", item.gradeClaimed), grade, figure(item.errors), figure(item.warnings), figure(item.risk));
  }

  function pages() {
    return Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  }

  function show() {
    const first = (shown - 1) * PAGE_ROWS;
    const rows = [];
    for (const place of found.slice(first, first + PAGE_ROWS)) {
      rows.push(row(forms[place]));
    }
    body.replaceChildren(...rows);
    results.hidden = found.length === 0;
    document.getElementById("search-position").textContent = fill(words.position, { page: shown, pages: pages() });
    for (const button of results.querySelectorAll("button")) {
      button.disabled = button.name === "first" || button.name === "previous" ? shown === 1 : shown === pages();
    }
  }

  function search() {
    if (!ready()) {
      return;
    }
    const list = tests();
    found = ordered(form.elements.sort.value).filter((place) => list.every((test) => test(forms[place])));
    shown = Math.min(shown, pages());
    status.textContent = fill(words.found, { count: found.length, forms: forms.length });
    show();
  }

  /* --- the hash --- */

  let written = null;    // hash that is known: no news

  function remember() {
    const hash = new URLSearchParams();
    for (const name of names) {
      const value = form.elements[name].value;
      if (value !== "" && !(name === "sort" && value === "risk")) {
        hash.set(name, value);
      }
    }
    if (shown > 1) {
      hash.set("page", shown);
    }
    written = "#" + (hash.toString() || "search");
    if (written !== location.hash) {
      location.replace(written);
    }
  }

  /* A hash without "=" is a place in the page and no question. */
  function recall() {
    if (!location.hash.includes("=") || location.hash === written) {
      return;
    }
    const hash = new URLSearchParams(location.hash.slice(1));
    written = location.hash;
    form.reset();
    for (const name of names) {
      if (hash.has(name)) {
        form.elements[name].value = hash.get(name);
      }
    }
    if (form.elements.sort.value === "") {
      form.elements.sort.value = "risk";
    }
    shown = Math.max(1, Math.floor(Number(hash.get("page"))) || 1);
    search();
    document.getElementById("search").scrollIntoView();
  }

  /* --- events --- */

  function turn(page) {
    shown = page;
    show();
    remember();
    document.getElementById("search-results").scrollIntoView();
  }

  function changed() {
    shown = 1;
    search();
    remember();
  }

  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
  form.querySelector("[type=reset]").addEventListener("click", () => setTimeout(changed));
  results.addEventListener("click", (event) => {
    const target = { first: 1, previous: shown - 1, next: shown + 1, last: pages() }[event.target.name];
    if (target !== undefined) {
      turn(target);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      form.elements.q.focus();
    }
  });
  form.addEventListener("focusin", () => { if (!asked) { search(); } });
  window.addEventListener("hashchange", recall);
  document.getElementById("search-without").hidden = true;
  box.hidden = false;
  recall();
})();
