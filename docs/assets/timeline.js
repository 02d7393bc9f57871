// Filters of the timeline: they combine, the address keeps them, the counts follow. Without this script the list is whole.
(() => {
  "use strict";
  const form = document.querySelector("form.timeline-filters");
  if (!form) return;
  const order = form.elements.order;
  const selects = [...form.querySelectorAll("select:not([name=order])")];
  const events = [...document.querySelectorAll("span.event")].map((span) => ({
    id: span.id,
    item: span.closest("li"),
    day: Number(span.dataset.day),
    kind: span.dataset.kind,
    values: Object.fromEntries(selects.map(({ name }) => [name, (span.dataset[name] || "").split(" ").filter(Boolean)])),
  }));
  // The dots, each with those events of this page that it stands for; one lane has all kinds without one of their own.
  const links = [...document.querySelectorAll("figure.timeline a[data-from]")];
  const own = new Set(links.map((link) => link.dataset.kind));
  const dots = links.map((link) => {
    const { kind, from, to } = link.dataset;
    const inside = (event) => event.day >= from && event.day <= to && (own.has(event.kind) ? event.kind : "other") === kind;
    return { link, label: link.lastElementChild, href: link.getAttribute("href"), count: link.lastElementChild.textContent, events: events.filter(inside) };
  });
  const headings = [...document.querySelectorAll("h2")].map((heading) => {
    const list = heading.nextElementSibling;
    return { heading, items: list && list.matches("ul") ? [...list.children] : [] };
  });

  const passes = (event, chosen, except) =>
    selects.every(({ name }) => name === except || !chosen[name] || event.values[name].includes(chosen[name]));

  // The years and the lines in each, the other way round where the newest come first; what has no date stays last.
  let newest = false;
  const arrange = () => {
    if (newest === (order.value === "newest")) return;
    newest = !newest;
    const years = headings.filter(({ heading, items }) => heading.id.startsWith("y-") && items.length);
    if (!years.length) return;
    const place = document.createComment("");
    years[0].heading.before(place);
    for (const { heading, items } of newest ? [...years].reverse() : years) {
      const list = items[0].parentElement;
      list.append(...(newest ? [...items].reverse() : items));
      place.before(heading, list);
    }
    place.remove();
  };

  const show = () => {
    arrange();
    const chosen = Object.fromEntries(selects.map(({ name, value }) => [name, value]));
    let shown = 0;
    for (const event of events) {
      event.item.hidden = !passes(event, chosen);
      shown += !event.item.hidden;
    }
    const all = selects.every(({ value }) => !value);
    for (const { link, label, href, count, events: inside } of dots) {
      const left = all ? [] : inside.filter((event) => !event.item.hidden);
      link.classList.toggle("filtered", !all && inside.length > 0 && !left.length);
      link.setAttribute("href", left.length ? `#${left[0].id}` : href);
      label.textContent = left.length ? (count && left.length > 1 ? left.length : "") : count;
    }
    for (const { heading, items } of headings) {
      if (items.length) heading.hidden = items.every((item) => item.hidden);
    }
    for (const select of selects) {
      const others = events.filter((event) => passes(event, chosen, select.name));
      for (const option of select.options) {
        if (!option.value) continue;
        const count = others.filter((event) => event.values[select.name].includes(option.value)).length;
        option.textContent = `${option.dataset.label} (${count})`;
        option.disabled = !count && !option.selected;
      }
    }
    form.querySelector("output").textContent = `${shown} of ${events.length} events`;
  };

  // The state is the query of the address: what a dot leads to is named behind it.
  const remember = () => {
    const address = new URL(location.href);
    address.search = new URLSearchParams([...selects, order].filter((s) => s.value).map((s) => [s.name, s.value]));
    history.replaceState(null, "", address);
  };

  const recall = () => {
    const state = new URLSearchParams(location.search);
    for (const select of [...selects, order]) {
      const value = state.get(select.name) || "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    show();
  };

  form.addEventListener("change", () => { show(); remember(); });
  form.addEventListener("submit", (submitted) => submitted.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { show(); remember(); }));
  form.hidden = false;
  const figure = document.querySelector("figure.timeline");
  const lanes = figure ? [...figure.querySelectorAll("text.lane")] : [];
  if (figure) {
    const svg = figure.querySelector("svg");
    figure.addEventListener("scroll", () => { // the names of the lanes stay at the edge
      const left = (figure.scrollLeft * svg.viewBox.baseVal.width) / svg.clientWidth;
      for (const lane of lanes) lane.setAttribute("x", left);
    }, { passive: true });
    figure.scrollLeft = figure.scrollWidth; // on a phone the newest first; what is older lies to the left
  }
  recall();
})();
