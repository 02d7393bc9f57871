// Filter, sort, keys. The pages say all that they say without it.
"use strict";
(() => {
  const FEWEST_ROWS = 8; // a shorter table is seen at a glance

  const { make, plain, copyButton, told, quoted } = window.briefing;

  // --- tables: a filter above, sorting by a click on a column's head -------------------------------

  // What parts the thousands of a number in the page's language: 1,234 or 1.234.
  const parting = new Intl.NumberFormat(document.documentElement.lang || "en").format(11111).replace(/1/g, "");

  const key = (cell) => {
    const time = cell.querySelector("time[datetime]");
    const text = (time ? time.getAttribute("datetime") : cell.textContent).trim();
    const number = Number(text.replaceAll(parting, ""));
    return text !== "" && Number.isFinite(number) ? number : text.toLowerCase();
  };

  const compare = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));

  const sortBy = (table, head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => (down ? -1 : 1) * compare(key(a.cells[column]), key(b.cells[column])));
    table.tBodies[0].append(...rows);
  };

  const sortable = (table) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      head.setAttribute("aria-sort", "none");
      head.tabIndex = 0;
      head.addEventListener("click", () => sortBy(table, head, column));
      head.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          sortBy(table, head, column);
        }
      });
    });
  };

  const filterable = (table) => {
    const input = make("input", { type: "search", placeholder: "Filter" });
    input.setAttribute("aria-label", "Filter this table");
    const output = make("output");
    const rows = [...table.tBodies[0].rows];
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
      }
      const left = rows.filter((row) => !row.hidden).length;
      output.textContent = words.length ? `${left} of ${rows.length}` : "";
    });
    const heads = [...table.tHead.rows[0].cells];
    const sort = make("select", { className: "sort" }, new Option("Sort by", ""), ...heads.map((h, i) => new Option(plain(h), i)));
    sort.setAttribute("aria-label", "Sort this table"); // on a phone the heads of its columns aren't shown
    sort.addEventListener("change", () => sort.value && sortBy(table, heads[sort.value], Number(sort.value)));
    const place = table.closest(".md-typeset__scrollwrap") || table;
    place.before(make("div", { className: "filter" }, input, sort, output));
  };

  // --- the glossary: entries of one kind ---------------------------------------------------------

  const entry = (head) => {
    const parts = [head];
    for (let at = head.nextElementSibling; at && !/^H[123]$/.test(at.tagName); at = at.nextElementSibling) parts.push(at);
    const badge = parts.map((part) => part.querySelector(".badge")).find(Boolean);
    return { parts, kind: badge ? badge.textContent : "" };
  };

  const addKindFilter = () => {
    const heads = document.querySelectorAll(".page-glossary h3");
    if (heads.length < FEWEST_ROWS) return;
    const entries = [...heads].map(entry);
    const kinds = [...new Set(entries.map(({ kind }) => kind))].filter(Boolean).sort();
    const choice = make("select", {}, new Option("all kinds", ""), ...kinds.map((kind) => new Option(kind, kind)));
    choice.setAttribute("aria-label", "Show the entries of one kind");
    const output = make("output");
    choice.addEventListener("change", () => {
      const shown = entries.filter(({ kind }) => !choice.value || kind === choice.value);
      for (const { parts } of entries) for (const part of parts) part.hidden = true;
      for (const { parts } of shown) for (const part of parts) part.hidden = false;
      output.textContent = choice.value ? `${shown.length} of ${entries.length}` : "";
    });
    heads[0].parentElement.querySelector("h1").after(make("div", { className: "filter" }, choice, output));
  };

  // --- copying -------------------------------------------------------------------------------------

  let current = null; // the button at the sentence that the address names
  const markSentence = () => {
    if (current) current.remove();
    current = null;
    const sentence = /^#s\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (!sentence || !navigator.clipboard) return;
    const link = make("a", { href: location.hash });
    current = copyButton("Copy with source", plain(sentence), () => told(quoted(plain(sentence)), [link]));
    sentence.after(current);
  };

  // --- keys: j and k go from sentence to sentence --------------------------------------------------

  const step = (by) => {
    const number = Number((/^#s(\d+)$/.exec(location.hash) || [0, 0])[1]);
    const next = document.getElementById(`s${number + by}`);
    if (next) location.hash = next.id;
  };

  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  };

  // On a phone a wide table becomes a list of cards; each cell then needs the name of its column.
  const nameCells = (table, heads) => {
    table.dataset.cards = "";
    for (const row of table.tBodies[0].rows) {
      [...row.cells].forEach((cell, column) => {
        if (cell.textContent.trim()) cell.dataset.label = heads[column];
      });
    }
  };

  const start = () => {
    for (const table of document.querySelectorAll(".md-content table")) {
      if (!table.tHead || !table.tBodies[0]) continue;
      const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
      if (heads.length > 2 && heads.every(Boolean)) nameCells(table, heads);
      if (table.closest("details, .page-compare") || table.tBodies[0].rows.length < FEWEST_ROWS || !heads.every(Boolean)) continue;
      sortable(table);
      filterable(table);
    }
    addKindFilter();
    for (const figure of document.querySelectorAll("figure.drawing, figure.timeline")) {
      if (figure.scrollWidth > figure.clientWidth) figure.tabIndex = 0; // it is moved by the keyboard, too
    }
    markSentence();
    addEventListener("hashchange", markSentence);
    document.addEventListener("keydown", onKey);
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
