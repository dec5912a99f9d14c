"use strict";
// Draws what page.py packed into this page. `window.report` is what tests look at.

const COLOURS = {
  index: "#8250df", callback: "#57606a", compile: "#54aeff", recompile: "#cf222e", cached: "#2da44e", reclaim: "#bf8700",
  start: "#1a7f37", hot: "#fb8f44", redirected: "#cf222e", continued: "#a475f9", patched: "#8c959f", failed: "#000000",
  retired: "#bf8700",
};
const COLUMNS = [  // heading, width, place in a function's entry, whether it is a number
  ["function", "18%", 0, false], ["module", "8%", 1, false], ["tier", "4%", 2, true], ["calls", "7%", 3, true],
  ["turns", "7%", 5, true], ["IR lines", "6%", 6, true], ["bytes", "6%", 7, true], ["compile", "7%", 8, true],
  ["history", "18%", 9, false], ["why not hotter", "19%", 10, false],
];
const ROW = 25;  // height of a row, with its border
const [NAME, MODULE, TIER, CALLS, EXACT, TURNS, LINES, SIZE, COMPILE, HISTORY, WHY, HOME] = Array(12).keys();

const $ = id => document.getElementById(id);
const report = window.report = { errors: [], ready: false, data: null, shown: [], opened: -1 };

function make(kind, text = "", attributes = {}) {
  const made = document.createElement(kind);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

async function unpack(id) {
  const packed = Uint8Array.from(atob($(id).textContent), c => c.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}

const count = n => n.toLocaleString("en");
const duration = ms => (ms >= 10000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 2 : 0)} ms`);

// -- summary ---------------------------------------------------------------------------------------------------------

function summarise({ figures, first, end, functions }) {
  const linked = functions.filter(f => f[TIER] >= 0).length;
  const entries = {
    "first instruction after": first ? duration(first) : "not started",
    "whole run": duration(end),
    "functions": `${count(linked)} used of ${count(functions.length)}`,
    "compile callbacks": count(figures.compile_callbacks),
    "waited for the compiler": duration(figures.wait_ms),
    "LLVM's time, all workers": duration(figures.compile_ms),
    "recompiled": count(figures.recompiled),
    "machine code": `${count(figures.code_bytes)} bytes`,
    "reclaimed": `${count(figures.reclaimed_bytes)} bytes`,
  };
  for (const [name, value] of Object.entries(entries)) {
    const box = make("div");
    box.append(make("dt", name), make("dd", value));
    $("summary").append(box);
  }
  for (const [name, value] of Object.entries(figures)) {
    const row = make("tr");
    row.append(make("td", name), make("td", typeof value === "number" ? count(value) : String(value)));
    $("figures").append(row);
  }
}

// -- timeline --------------------------------------------------------------------------------------------------------

function figureOf(options) {
  return Bokeh.Plotting.figure({
    sizing_mode: "stretch_width", tools: "xpan,xwheel_zoom,box_zoom,reset", active_scroll: null, ...options,
  });
}

function explain(spans, marks) {
  for (const kind of new Set([...spans.map(s => s[4]), ...marks.map(m => m[3])])) {
    const entry = make("span", kind);
    entry.prepend(make("i", "", { style: `background:${COLOURS[kind]}` }));
    $("kinds").append(entry);
  }
}

async function draw({ rows, spans, marks, memory, first, end }) {
  explain(spans, marks);
  const upwards = [...rows].reverse();
  const range = new Bokeh.Range1d({ start: 0, end: end, bounds: [0, end * 1.02] });
  const plot = figureOf({ height: 70 + 26 * rows.length, y_range: upwards, x_range: range });
  const bars = new Bokeh.ColumnDataSource({ data: {
    row: spans.map(s => rows[s[0]]), left: spans.map(s => s[1]), right: spans.map(s => s[2]), name: spans.map(s => s[3]),
    kind: spans.map(s => s[4]), detail: spans.map(s => s[5]), took: spans.map(s => duration(s[2] - s[1])),
    colour: spans.map(s => COLOURS[s[4]]),
  } });
  const bar = plot.hbar({
    y: { field: "row" }, left: { field: "left" }, right: { field: "right" }, height: 0.7, source: bars,
    fill_color: { field: "colour" }, line_color: { field: "colour" }, line_width: 1,
  });
  const dots = new Bokeh.ColumnDataSource({ data: {
    row: marks.map(m => rows[m[0]]), time: marks.map(m => m[1]), name: marks.map(m => m[2]), kind: marks.map(m => m[3]),
    detail: marks.map(m => m[4]), colour: marks.map(m => COLOURS[m[3]]),
  } });
  const dot = plot.scatter({
    x: { field: "time" }, y: { field: "row" }, source: dots, size: 7, fill_color: { field: "colour" }, fill_alpha: 0.8,
    line_color: { field: "colour" },
  });
  const told = [["", "@kind: @name"], ["", "@detail"]];
  plot.add_tools(
    new Bokeh.HoverTool({ renderers: [bar], tooltips: [...told, ["", "@took, from @left{0.00} ms"]] }),
    new Bokeh.HoverTool({ renderers: [dot], tooltips: [...told, ["", "at @time{0.00} ms"]] }),
    new Bokeh.TapTool({ renderers: [bar, dot] }),
  );
  for (const [source, entries, place] of [[bars, spans, 6], [dots, marks, 5]])
    source.selected.properties.indices.change.connect(() => {
      const [at] = source.selected.indices;
      if (at !== undefined && entries[at][place] >= 0) open(entries[at][place]);
    });
  if (first) plot.add_layout(new Bokeh.Span({
    location: first, dimension: "height", line_color: COLOURS.start, line_dash: "dashed",
  }));
  plot.xgrid.grid_line_color = "#eaeef2";

  const more = figureOf({ height: 210, x_range: range, x_axis_label: "ms", y_axis_label: "kB", y_range: new Bokeh.DataRange1d({ start: 0 }) });
  const times = memory.map(m => m[0]);
  const lines = [["code in use", 1, "#0969da"], ["code in quarantine", 2, "#bf8700"], ["variables", 3, "#8250df"]];
  for (const [label, place, colour] of lines)
    more.step(times, memory.map(m => m[place] / 1000), "after", { line_color: colour, line_width: 2, legend_label: label });
  const resident = memory.filter(m => m[4]);
  more.extra_y_ranges = { MB: new Bokeh.DataRange1d({ start: 0 }) };
  const beside = more.step(resident.map(m => m[0]), resident.map(m => m[4] / 1e6), "after", {
    line_color: "#8c959f", line_dash: "dotted", line_width: 2, legend_label: "process, MB (right)", y_range_name: "MB",
  });
  more.extra_y_ranges.MB.renderers = [beside];
  more.add_layout(new Bokeh.LinearAxis({ y_range_name: "MB", axis_label: "MB" }), "right");
  more.legend.location = "top_left";
  for (const each of [plot, more]) each.toolbar.logo = null;
  await Bokeh.Plotting.show(new Bokeh.Column({ children: [plot, more], sizing_mode: "stretch_width" }), $("plots"));
}

// -- the table: only the rows in sight are in the document -----------------------------------------------------------

const order = { place: CALLS, down: true };

function select() {
  const { functions } = report.data;
  const words = $("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const tier = $("tier").value, module = $("module").value;
  report.shown = functions.map((_, at) => at).filter(at => {
    const f = functions[at];
    const name = f[NAME].toLowerCase();
    return words.every(word => name.includes(word)) && (module === "" || f[MODULE] === module)
      && (tier === "" || (tier === "used" ? f[TIER] >= 0 : f[TIER] === Number(tier)));
  });
  const { place, down } = order, sign = down ? -1 : 1;
  report.shown.sort((a, b) => {
    const x = functions[a][place], y = functions[b][place];
    return sign * (typeof x === "number" ? x - y : x < y ? -1 : x > y ? 1 : 0) || a - b;
  });
  $("count").textContent = `${count(report.shown.length)} of ${count(functions.length)}`;
  for (const head of $("functions").tHead.rows[0].cells)
    head.setAttribute("aria-sort", Number(head.dataset.place) !== place ? "none" : down ? "descending" : "ascending");
  $("scroll").scrollTop = 0;
  fill();
}

function cell(f, place) {
  const value = f[place];
  if (place === TIER) return value < 0 ? "-" : String(value);
  if (place === CALLS) return value < 0 ? "-" : (f[EXACT] ? "" : "≥ ") + count(value);
  if (place === COMPILE) return value ? `${value.toFixed(2)} ms` : "";
  return typeof value === "number" ? (value ? count(value) : "") : value;
}

function fill() {
  const { functions } = report.data;
  const first = Math.max(0, Math.floor($("scroll").scrollTop / ROW) - 10);
  const past = Math.min(report.shown.length, first + Math.ceil($("scroll").clientHeight / ROW) + 20);
  const spacer = rows => {
    const made = make("tr", "", { class: "spacer", "aria-hidden": "true" });
    made.append(make("td", "", { style: `height:${rows * ROW}px`, colspan: COLUMNS.length }));
    return made;
  };
  const rows = report.shown.slice(first, past).map(at => {
    const row = make("tr", "", { class: "row", tabindex: 0, "data-at": at });
    for (const [, , place, number] of COLUMNS) {
      const text = cell(functions[at], place);
      row.append(make("td", text, { class: number ? "number" : "", title: text }));
    }
    return row;
  });
  $("functions").tBodies[0].replaceChildren(spacer(first), ...rows, spacer(report.shown.length - past));
}

function tabulate({ functions, modules }) {
  const heads = make("tr");
  for (const [title, width, place, number] of COLUMNS) {
    const head = make("th", "", { style: `width:${width}`, "data-place": place });
    const button = make("button", title, { type: "button" });
    button.addEventListener("click", () => {
      order.down = order.place === place ? !order.down : number;
      order.place = place;
      select();
    });
    head.append(button);
    heads.append(head);
  }
  $("functions").tHead.append(heads);
  const tiers = [...new Set(functions.map(f => f[TIER]))].sort();
  const choice = (select, value, text) => $(select).append(make("option", text, { value }));
  choice("tier", "", "all tiers");
  choice("tier", "used", "used");
  for (const tier of tiers) choice("tier", tier, tier < 0 ? "never called" : `tier ${tier}`);
  choice("module", "", "all modules");
  for (const module of new Set(modules.filter(m => functions.some(f => f[MODULE] === m)))) choice("module", module, module);
  $("search").addEventListener("input", select);
  for (const id of ["tier", "module"]) $(id).addEventListener("change", select);
  $("scroll").addEventListener("scroll", fill);
  const body = $("functions").tBodies[0];
  const chosen = event => event.target.closest("tr.row");
  body.addEventListener("click", event => { if (chosen(event)) open(Number(chosen(event).dataset.at)); });
  body.addEventListener("keydown", event => {
    if (event.key === "Enter" && chosen(event)) open(Number(chosen(event).dataset.at));
  });
  if (functions.every(f => f[CALLS] < 0)) order.place = SIZE;
  select();
}

// -- one function ----------------------------------------------------------------------------------------------------

const groups = new Map();

async function open(at) {
  const f = report.data.functions[at];
  let columns = [];
  if (f[HOME].length) {
    const [group, place] = f[HOME];
    if (!groups.has(group)) groups.set(group, JSON.parse(await unpack(`listing-${group}`)));
    const [ir, bodies] = groups.get(group)[place];
    columns = [["IR", ir], ...bodies];
  }
  $("name").textContent = f[NAME];
  const missing = f[TIER] < 0 ? "It was never compiled." : "Its code was left out to keep this page small.";
  $("history").textContent = [f[MODULE], f[HISTORY], f[WHY], columns.length ? "" : missing].filter(Boolean).join(" | ");
  $("columns").replaceChildren(...columns.map(([heading, text]) => {
    const column = make("div");
    column.append(make("h3", heading), make("pre", text, { tabindex: 0 }));
    return column;
  }));
  $("opened").hidden = false;
  report.opened = at;
  $("opened").scrollIntoView({ block: "start" });
}

async function main() {
  report.data = JSON.parse(await unpack("data"));
  summarise(report.data);
  if (report.data.leftOut) $("left-out").textContent = `The ${count(report.data.leftOut)} shortest spans are left out.`;
  tabulate(report.data);
  const script = make("script", await unpack("bokeh"));
  document.head.append(script);
  await draw(report.data);
  report.ready = true;
  $("state").remove();
}

addEventListener("error", event => report.errors.push(event.message));
main().catch(error => {
  report.errors.push(String(error && error.stack || error));
  $("state").textContent = `This page could not be drawn: ${error}`;
  $("state").className = "wrong";
});
