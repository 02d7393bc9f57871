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

  // --- what the page tells of its links: the list at its end ---------------------------------------

  const notes = new Map(); // address of a link ──▶ what is told of it
  const sources = new Map(); // address of an article ──▶ the line that names it
  const read = () => {
    const heading = document.getElementById("h-evidence");
    for (let at = heading; at; at = at.nextElementSibling) {
      at.classList.add("noted");
      if (at.tagName === "P" && at.querySelector("a")) sources.set(at.querySelector("a").href, at);
      for (const item of at.tagName === "UL" ? at.querySelectorAll("li") : []) {
        const why = item.querySelector("[id^='why-']");
        const link = item.querySelector("a");
        const words = item.querySelector("[data-at]") || item;
        notes.set(why ? `${bare(location.href)}#${why.id}` : link.href, { words, item });
      }
    }
    document.documentElement.classList.add("carded"); // the list is hidden: the cards show it
  };

  // The sentence that a link cites: in the list, whole on the page, or else the words beside the link.
  const SENTENCE = /\/articles\/([^/]+)\.html#([sb]\d+)$/;
  const cited = (link) => {
    const [, article, place] = SENTENCE.exec(link.href) || [];
    if (!place) return null;
    if (bare(link.href) === bare(location.href)) return document.getElementById(place);
    const near = link.closest("li") || link.closest("td, p");
    return (
      notes.get(link.href)?.words ||
      document.querySelector(`[data-at="${CSS.escape(decodeURIComponent(article))}/${place}"]`) ||
      (near && near.querySelector("[data-at]"))
    );
  };

  // --- copying -------------------------------------------------------------------------------------

  const announce = (words) => {
    const region = document.querySelector(".copied") || document.body.appendChild(make("div", { className: "copied" }));
    region.setAttribute("role", "status");
    region.textContent = words;
  };
  const canonical = document.querySelector("link[rel=canonical]");
  const absolute = (link) => new URL(link.getAttribute("href"), canonical ? canonical.href : location.href).href;
  const sourceOf = (link) => {
    const line = sources.get(bare(link.href));
    if (!line) return plain(document.querySelector("h1"));
    const about = line.querySelector("small");
    return `${about ? plain(about) : ""}: “${plain(line.querySelector("a"))}”`.replace(/^: /, "");
  };
  const escaped = (text) => make("i", { textContent: text }).innerHTML;

  // Text and HTML of some words and the links that they rest on, each source in full with its address.
  const told = (words, links) => {
    const named = links.map((link) => [sourceOf(link), absolute(link)]);
    const lines = named.map(([source, address]) => `— ${source}\n${address}`);
    const rich = named.map(([source, address]) => `<p>— <a href="${escaped(address)}">${escaped(source)}</a></p>`);
    return { text: [words, ...lines].join("\n"), html: `<p>${escaped(words).replace(/\n/g, "<br>")}</p>${rich.join("")}` };
  };
  const write = async ({ text, html }) => {
    const kinds = { "text/plain": text, "text/html": html };
    const item = Object.fromEntries(Object.entries(kinds).map(([type, made]) => [type, new Blob([made], { type })]));
    await navigator.clipboard.write([new ClipboardItem(item)]);
  };
  const copyButton = (label, name, made) => {
    const button = make("button", { type: "button", className: "copy", textContent: label });
    button.setAttribute("aria-label", `${label}: ${name.slice(0, 60)}`);
    button.addEventListener("click", async () => {
      const done = await write(made()).then(() => "Copied", () => "Not copied");
      button.textContent = done;
      announce(done);
      setTimeout(() => (button.textContent = label), COPIED);
    });
    return button;
  };

  // A line of a page: what it says, without its links to sentences and what folds out below it.
  const CITES = 'a[href*="/articles/"][href*=".html#"], a[href^="articles/"][href*=".html#"]';
  const saying = (line) => {
    const copy = line.cloneNode(true);
    for (const part of copy.querySelectorAll(`button, ul, .card, .copy, small, ${CITES}`)) part.remove();
    for (const badge of copy.querySelectorAll(".badge")) badge.textContent = `[${plain(badge)}]`;
    for (const words of copy.querySelectorAll("q")) words.textContent = `“${words.textContent}”`;
    return plain(copy).replace(/ ([,.;:)])/g, "$1");
  };
  const quoted = (words) => (/^[“"]/.test(plain(words)) ? plain(words) : `“${plain(words)}”`);

  // --- the card --------------------------------------------------------------------------------------

  const card = make("div", { className: "card" });
  let opened = null; // the link whose card is shown
  let timer = 0;

  const fill = (link) => {
    const words = cited(link);
    if (words) {
      const line = link.closest("li") || link.closest("td, p");
      const says = line && !line.closest(".card") ? saying(line) : "";
      const links = says ? [...line.querySelectorAll(CITES)].filter((a) => (a.closest("li") || line) === line) : [];
      const quote = make("blockquote", { lang: words.lang || "" });
      quote.append(...words.cloneNode(true).childNodes);
      for (const inner of quote.querySelectorAll("a, [id]")) inner.replaceWith(...inner.childNodes);
      return [
        quote,
        make("p", { className: "from", textContent: sourceOf(link) }),
        make(
          "p",
          { className: "acts" },
          make("a", { href: link.href, textContent: "Open in the article" }),
          navigator.clipboard && copyButton("Copy", plain(words), () => told(quoted(words), [link])),
          navigator.clipboard && says && links.length && !words.contains(link) && line.tagName === "LI"
            ? copyButton("Copy the line", says, () => told(says, links))
            : null,
        ),
      ];
    }
    const note = notes.get(link.href);
    if (!note) return null;
    const text = make("p", {});
    text.append(...note.item.cloneNode(true).childNodes);
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
    if (!opened) return;
    opened.removeAttribute("aria-describedby");
    opened = null;
    if (card.matches(":popover-open")) card.hidePopover();
    card.remove();
  };

  const open = (link, sheet = false) => {
    clearTimeout(timer);
    if (opened === link && card.matches(":popover-open")) return true;
    const inside = card.contains(link) ? null : fill(link);
    if (!inside) return false;
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
    return true;
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
      else if (opened) later(close, LINGER);
    });
    document.addEventListener("pointerleave", () => later(close, LINGER));
    document.addEventListener("pointerdown", (event) => (touched = event.pointerType === "touch"), true);
    content.addEventListener("focusin", (event) => {
      const link = linkAt(event);
      if (link && !card.contains(link) && link.matches(":focus-visible") && !touched) open(link);
    });
    content.addEventListener("focusout", (event) => {
      const to = event.relatedTarget;
      if (opened && to && to !== opened && !card.contains(to)) close();
    });
    content.addEventListener("click", (event) => {
      const link = linkAt(event);
      if (!link || card.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const reason = link.hash.startsWith("#why-");
      if ((touched || reason) && open(link, touched)) event.preventDefault();
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
    read();
    if (navigator.clipboard && window.ClipboardItem) {
      for (const heading of content.querySelectorAll(":is(.page-index, .page-entity, .page-quotes) h2:not(.noted)")) {
        const name = saying(heading); // without the link beside it
        const button = copyButton("Copy this section", name, () => section(heading, name));
        button.tabIndex = -1; // for the pointer; by the keyboard each line is copied from its card
        heading.append(button);
      }
    }
    if (HTMLElement.prototype.hasOwnProperty("popover")) listen(content);
  };

  window.briefing = { make, plain, copyButton, told, quoted };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
