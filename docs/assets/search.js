// Search: where a name, date or amount leads, then the sentences that hold the words. Nothing is fetched before it is used.
"use strict";
(() => {
  const MOST = 8; // of what names lead to
  const MOST_SENTENCES = 12;
  const base = new URL("../", document.currentScript.src);
  const { make } = window.briefing;

  // Plain letters: Tô Lâm is found as To Lam, $260 billion by its digits.
  const folded = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").replace(/[øØ]/g, "o").replace(/[łŁ]/g, "l").toLowerCase();
  const words = (text) => folded(text).match(/[\p{L}\p{N}$€£¥%]+(?:[.,]\d+)*/gu) || [];

  // Whether two words are one slip apart: a letter more, less, other, or two that changed places.
  const slipped = (a, b) => {
    if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    const [x, y] = [a.slice(i), b.slice(i)];
    return x.slice(1) === y || y.slice(1) === x || x.slice(1) === y.slice(1) || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
  };

  const load = (() => {
    let loading = null;
    return () =>
      (loading ||= new Promise((done, failed) => {
        const script = make("script", { src: new URL("data/search.js", base).href, onload: done, onerror: failed });
        document.head.append(script);
      }).then(() => {
        const { go, articles, said } = window.briefing.index;
        const speakers = new Map(said.map(([article, number, name]) => [`${article}#${number}`, words(name)]));
        return {
          go: go.map(([names, what, path]) => ({ name: names[0], what, path, forms: names.map(words) })),
          lines: articles.flatMap(([id, label, sentences]) =>
            sentences.map((text, i) => ({ id, label, text, number: i + 1, words: words(text), by: speakers.get(`${id}#${i + 1}`) || [] })),
          ),
        };
      }));
  })();

  // How well a name answers: 5 exact, 4 its initials, 3 all words in any order, 2 it begins so, 1 one slip; 0 not at all.
  const answers = (asked, form) => {
    const [one, other] = [asked.join(" "), form.join(" ")];
    if (one === other) return 5;
    if (form.length > 1 && form.map((w) => w[0]).join("") === one) return 4;
    if (asked.every((w) => form.includes(w))) return 3;
    const last = asked.length - 1;
    if (asked.every((w, i) => form.some((f) => (i === last ? f.startsWith(w) : f === w)))) return 2;
    const like = (w) => form.some((f) => f === w || slipped(f, w));
    return slipped(one, other) || (asked.length === form.length && asked.every(like)) ? 1 : 0;
  };

  const targets = (index, asked) => {
    const ranked = index.go
      .map((target, order) => {
        const best = Math.max(...target.forms.map((form) => answers(asked, form)));
        const spare = Math.min(...target.forms.filter((form) => answers(asked, form) === best).map((f) => f.length));
        return { target, best, spare: best === 3 ? spare : 0, order };
      })
      .filter(({ best }) => best)
      .sort((a, b) => b.best - a.best || a.spare - b.spare || a.order - b.order);
    const least = ranked.length && ranked[0].best > 1 ? 2 : 1; // slips only where nothing else is found
    return ranked.filter(({ best }) => best >= least).slice(0, MOST).map(({ target }) => target);
  };

  const sentences = (index, asked, typed) => {
    const phrase = folded(typed.trim());
    const last = asked.length - 1;
    return index.lines
      .map((line, order) => {
        const all = [...line.words, ...line.by];
        if (!asked.every((w, i) => (i === last ? all.some((f) => f.startsWith(w)) : all.includes(w)))) return null;
        return { line, order, score: folded(line.text).includes(phrase) ? 1 : 0 };
      })
      .filter(Boolean)
      .sort((a, b) => b.score - a.score || a.order - b.order)
      .slice(0, MOST_SENTENCES)
      .map(({ line }) => line);
  };

  const address = (path) => {
    const [page, anchor] = path.split("#");
    const plain = document.querySelector('.md-tabs a[href$=".html"], .md-header a[href$=".html"]') ? ".html" : "/";
    const made = page.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, plain);
    const whole = plain === ".html" && (made === "" || made.endsWith("/")) ? `${made}index.html` : made;
    return new URL(whole + (anchor ? `#${anchor}` : ""), base).href;
  };

  // --- the field and its list ------------------------------------------------------------------------

  const panel = make("div", { className: "found", id: "found", hidden: true });
  panel.setAttribute("role", "listbox");
  panel.setAttribute("aria-label", "What was found");
  const status = make("div", { className: "copied" });
  status.setAttribute("role", "status");

  const option = (href, name, note) => {
    const link = make("a", { href, tabIndex: -1, id: `found-${panel.querySelectorAll("a").length}` }, name, make("small", { textContent: note }));
    link.setAttribute("role", "option");
    panel.append(link);
  };

  const show = (index, typed) => {
    panel.replaceChildren();
    const asked = words(typed);
    panel.hidden = !asked.length;
    if (!asked.length) return;
    const [go, lines] = [targets(index, asked), sentences(index, asked, typed)];
    for (const { name, what, path } of go) option(address(path), name, what);
    for (const { id, label, text, number } of lines) {
      option(address(`articles/${id}.md#s${number}`), make("span", { className: "words", textContent: text }), `${label}, sentence ${number}`);
    }
    status.textContent = `${go.length + lines.length} found`;
    if (!go.length && !lines.length) panel.append(make("p", { textContent: "Nothing was found." }));
  };

  const field = () => {
    const input = make("input", { type: "search", name: "find", placeholder: "Search", autocomplete: "off" });
    const attributes = { role: "combobox", "aria-label": "Search", "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    let at = -1;
    const move = (by) => {
      const options = [...panel.querySelectorAll("a")];
      if (!options.length) return;
      at = (at + by + options.length) % options.length;
      options.forEach((one, i) => one.setAttribute("aria-selected", String(i === at)));
      input.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    };
    const update = async () => {
      const index = await load();
      show(index, input.value);
      at = -1;
      input.removeAttribute("aria-activedescendant");
      input.setAttribute("aria-expanded", String(!panel.hidden));
    };
    input.addEventListener("focus", update);
    input.addEventListener("input", update);
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        move(event.key === "ArrowDown" ? 1 : -1);
      }
      if (event.key === "Enter") {
        event.preventDefault();
        (panel.querySelector("[aria-selected=true]") || panel.querySelector("a"))?.click();
        close();
      }
      if (event.key === "Escape") {
        close();
        input.blur();
      }
    });
    const close = () => {
      panel.hidden = true;
      input.setAttribute("aria-expanded", "false");
    };
    panel.addEventListener("click", close);
    document.addEventListener("pointerdown", (event) => event.target.closest(".find") || close());
    document.addEventListener("keydown", (event) => {
      if ((event.key === "/" || event.key === "s") && !event.target.closest("input, textarea, select") && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        input.focus();
      }
    });
    return input;
  };

  const start = () => {
    const header = document.querySelector(".md-header__inner");
    if (!header || document.querySelector(".md-search")) return; // a site that keeps its theme's search has one
    const box = make("div", { className: "find" }, field(), panel, status);
    box.setAttribute("role", "search");
    header.append(box);
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
