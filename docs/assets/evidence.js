// Cards: what a link leads to, beside it, by hover, focus and tap; copying with the source. The pages say it all without.
"use strict";
(() => {
  const WAIT = 150; // ms before a card opens under a moving pointer
  const LINGER = 250; // ms for the pointer to reach the card
  const COPIED = 1500; // ms for which a button says so

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children.filter(Boolean));
    return element;
  };
  const plain = (element) => element.textContent.replace(/¶/g, "").replace(/\s+/g, " ").trim();
  const bare = (href) => href.split("#")[0];

  // --- what is told of links: reasons and names at the page's end, sentences in a file an article ------

  const base = new URL("../", document.currentScript.src);
  const notes = new Map(); // address of a link ──▶ the line that tells of it
  const read = () => {
    for (let at = document.getElementById("h-evidence"); at; at = at.nextElementSibling) {
      at.classList.add("noted");
      for (const item of at.tagName === "UL" ? at.querySelectorAll("li") : []) {
        const why = item.querySelector("[id^='why-']");
        notes.set(why ? `${bare(location.href)}#${why.id}` : item.querySelector("a").href, item);
      }
    }
    document.documentElement.classList.add("carded"); // the list is hidden: the cards show it
  };

  // An article's title, source and sentences: a script, for a page in a folder may fetch nothing else.
  const articles = new Map();
  const toldBy = (id) => {
    const script = (done) => {
      const src = new URL(`data/sentences/${encodeURIComponent(id)}.js`, base).href;
      document.head.append(make("script", { src, onload: () => done(window.briefing.sentences[id]), onerror: () => done(null) }));
    };
    if (!articles.has(id)) articles.set(id, new Promise(script));
    return articles.get(id);
  };
  const ARTICLE = /\/articles\/([^/#]+)\.html(?:#([sb]\d+))?$/;
  const articleOf = (link) => decodeURIComponent((ARTICLE.exec(link.href) || [])[1] || "").split("--")[0]; // without its part
  const placeOf = (link) => (ARTICLE.exec(link.href) || [])[2];
  const hasCard = (link) => Boolean(placeOf(link)) || notes.has(link.href);

  // --- copying -------------------------------------------------------------------------------------

  const announce = (words) => {
    const region = document.querySelector(".copied") || document.body.appendChild(make("div", { className: "copied" }));
    region.setAttribute("role", "status");
    region.textContent = words;
  };
  const canonical = document.querySelector("link[rel=canonical]");
  const absolute = (link) => new URL(link.getAttribute("href"), canonical ? canonical.href : location.href).href;
  const sourceOf = async (link) => {
    const known = articleOf(link) && (await toldBy(articleOf(link)));
    return known ? `${known.by}: “${known.title}”` : plain(document.querySelector("h1"));
  };
  const escaped = (text) => make("i", { textContent: text }).innerHTML;

  // Text and HTML of some words and the links that they rest on, each source in full with its address.
  const told = async (words, links) => {
    const named = await Promise.all(links.map(async (link) => [await sourceOf(link), absolute(link)]));
    const lines = named.map(([source, address]) => `— ${source}\n${address}`);
    const rich = named.map(([source, address]) => `<p>— <a href="${escaped(address)}">${escaped(source)}</a></p>`);
    return { text: [words, ...lines].join("\n"), html: `<p>${escaped(words).replace(/\n/g, "<br>")}</p>${rich.join("")}` };
  };
  const write = async ({ text, html }) => {
    const kinds = { "text/plain": text, "text/html": html };
    const item = Object.fromEntries(Object.entries(kinds).map(([type, made]) => [type, new Blob([made], { type })]));
    await navigator.clipboard.write([new ClipboardItem(item)]);
  };
  const copyButton = (label, name, made, shown = label) => {
    const button = make("button", { type: "button", className: "copy", textContent: shown });
    button.setAttribute("aria-label", `${label}: ${name.slice(0, 60)}`);
    button.addEventListener("click", async () => {
      const done = await Promise.resolve(made()).then(write).then(() => "Copied", () => "Not copied");
      button.textContent = done;
      announce(done);
      setTimeout(() => (button.textContent = shown), COPIED);
    });
    return button;
  };

  // A line of a page: what it says, without its links to sentences and what folds out below it.
  const CITES = 'a[href*="/articles/"][href*=".html#"], a[href^="articles/"][href*=".html#"]';
  const saying = (line) => {
    const copy = line.cloneNode(true);
    for (const put of copy.querySelectorAll(".put")) put.textContent = plain(put); // its link is no source of the line
    for (const part of copy.querySelectorAll(`button, ul, .card, .copy, small, ${CITES}`)) part.remove();
    for (const badge of copy.querySelectorAll(".badge")) badge.textContent = `[${plain(badge)}]`;
    for (const words of copy.querySelectorAll("q")) words.textContent = `“${words.textContent}”`;
    return plain(copy).replace(/ ([,.;:)])/g, "$1");
  };
  const quoted = (words) => (/^[“"]/.test(words) ? words : `“${words}”`);
  const footnote = (words, known, link) => {
    const [before, after] = [`${known.by}, “${known.title}”: ${quoted(words)} `, absolute(link)];
    return { text: before + after, html: `<p>${escaped(before)}<a href="${escaped(after)}">${escaped(after)}</a></p>` };
  };

  // --- the card --------------------------------------------------------------------------------------

  const card = make("div", { className: "card" });
  let opened = null; // the link whose card is shown
  let wanted = null; // the link whose card is to be shown when its sentence is there
  let timer = 0;

  const sentence = (link, known) => {
    const words = known.parts[placeOf(link)];
    const line = link.closest("li");
    const says = line && !line.closest(".card") && !ARTICLE.test(bare(location.href)) ? saying(line) : "";
    const links = says ? [...line.querySelectorAll(CITES)].filter((a) => a.closest("li") === line) : [];
    const buttons = navigator.clipboard && [
      copyButton("Copy", words, () => told(quoted(words), [link])),
      copyButton("Copy as footnote", words, () => footnote(words, known, link)),
      says && links.length && copyButton("Copy the line", says, () => told(says, links)),
    ];
    return [
      make("blockquote", { lang: known.lang, dir: known.dir, textContent: words }),
      make("p", { className: "from", textContent: `${known.by}: “${known.title}”` }),
      make("p", { className: "acts" }, make("a", { href: link.href, textContent: "Open in the article" }), ...(buttons || [])),
    ];
  };

  const fill = async (link) => {
    const known = placeOf(link) && (await toldBy(articleOf(link)));
    if (known?.parts[placeOf(link)]) return sentence(link, known);
    const note = notes.get(link.href);
    if (!note) return null;
    const text = make("p", {});
    text.append(...note.cloneNode(true).childNodes);
    for (const inner of text.querySelectorAll("[id], p")) inner.replaceWith(...inner.childNodes);
    const own = text.querySelector("a");
    if (own) own.after(make("br"));
    return [text];
  };

  const place = (link) => {
    card.style.cssText = "";
    if (card.classList.contains("sheet")) return;
    const box = link.getClientRects()[0] || link.getBoundingClientRect();
    const [width, height] = [card.offsetWidth, card.offsetHeight];
    const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
    const above = box.bottom + height + 8 > innerHeight && box.top > height + 8;
    card.style.left = `${left}px`;
    card.style.top = `${above ? box.top - height - 4 : box.bottom + 4}px`;
  };

  const close = () => {
    clearTimeout(timer);
    wanted = null;
    if (!opened) return;
    opened.removeAttribute("aria-describedby");
    opened = null;
    if (card.matches(":popover-open")) card.hidePopover();
    card.remove();
  };

  const open = async (link, sheet = false) => {
    clearTimeout(timer);
    if ((opened === link && card.matches(":popover-open")) || card.contains(link)) return;
    wanted = link;
    const inside = await fill(link);
    if (wanted !== link) return;
    if (!inside && sheet) location.href = link.href;
    if (!inside) return;
    close();
    opened = link;
    card.replaceChildren(...inside);
    card.classList.toggle("sheet", sheet);
    card.setAttribute("popover", "auto");
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", "Where it stands");
    card.firstChild.id = "card-words";
    if (sheet) document.querySelector(".md-content__inner").append(card);
    else link.after(card);
    link.setAttribute("aria-describedby", "card-words");
    card.showPopover();
    place(link);
    if (sheet) card.querySelector("a, button")?.focus();
  };

  const later = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };

  const listen = (content) => {
    let touched = false;
    const linkAt = (event) => event.target.closest?.(".md-content a[href]");
    content.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse") return;
      if (card.contains(event.target)) return clearTimeout(timer);
      const link = linkAt(event);
      if (link) later(() => open(link), WAIT);
      else if (opened || wanted) later(close, LINGER);
    });
    document.addEventListener("pointerleave", () => later(close, LINGER));
    document.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"), true);
    content.addEventListener("focusin", (event) => {
      const link = linkAt(event);
      if (link && !card.contains(link) && link.matches(":focus-visible") && !touched) open(link);
    });
    content.addEventListener("focusout", (event) => {
      const to = event.relatedTarget;
      if ((opened || wanted) && to && to !== opened && !card.contains(to)) close();
    });
    content.addEventListener("click", (event) => {
      const link = linkAt(event);
      if (!link || card.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const reason = link.hash.startsWith("#why-");
      if (!(touched || reason) || !hasCard(link)) return;
      event.preventDefault();
      open(link, touched);
    });
    document.addEventListener("keydown", (event) => event.key === "Escape" && close());
    card.addEventListener("toggle", (event) => event.newState === "closed" && !card.matches(":popover-open") && close());
    addEventListener("scroll", () => opened && place(opened), { passive: true });
  };

  // --- copying a section -------------------------------------------------------------------------------

  const section = (heading, name) => {
    const parts = [];
    const links = [];
    const level = heading.tagName;
    for (let at = heading.nextElementSibling; at && at.tagName > level; at = at.nextElementSibling) {
      if (at.classList.contains("noted")) break;
      for (const line of at.matches("ul, ol") ? at.querySelectorAll("li") : at.matches("p, h3") ? [at] : []) {
        parts.push((line.tagName === "LI" ? "- " : "") + saying(line));
      }
      for (const link of at.querySelectorAll(CITES)) if (!links.some((a) => a.href === link.href)) links.push(link);
    }
    return told([name, ...parts.filter(Boolean)].join("\n"), links);
  };

  const start = () => {
    const content = document.querySelector(".md-content");
    if (!content) return;
    for (const link of content.querySelectorAll("a.headerlink")) {
      link.setAttribute("aria-label", `Link to “${plain(link.parentElement)}”`);
      link.tabIndex = -1; // the list of contents has the same address
    }
    for (const named of document.querySelectorAll(".md-header [title], .md-nav__title [title]")) {
      named.setAttribute("aria-label", named.title); // the theme's tooltips: no tooltip tells what nothing else does
      named.removeAttribute("title");
    }
    read();
    if (navigator.clipboard && window.ClipboardItem) {
      for (const heading of content.querySelectorAll(":is(.page-index, .page-entity, .page-quotes) h2:not(.noted)")) {
        const name = saying(heading); // without the link beside it
        const button = copyButton("Copy this section", name, () => section(heading, name), "⧉");
        button.tabIndex = -1; // for the pointer; by the keyboard each line is copied from its card
        heading.append(button);
      }
    }
    if (HTMLElement.prototype.hasOwnProperty("popover")) listen(content);
  };

  window.briefing = { make, plain, copyButton, told, quoted, sentences: {} };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
