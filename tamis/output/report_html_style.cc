// The look of report.html: system fonts with Chinese ones, two colours that mean something (kept,
// dropped), light and dark, screen and paper.

#include "tamis/output/report_html_sections.h"

namespace tamis::output {
namespace {

constexpr std::string_view kStyle = R"css(
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --card: #ffffff; --ink: #1f2629; --muted: #5b666b; --line: #e2e0d9;
  --kept: #2b7a78; --dropped: #c9582c; --dropped-ink: #a5411b; --failing: #c9582c1c;
  --track: #efede6; --link: #1d5f8a;
  --text-font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC",
    "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", sans-serif;
  --code-font: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono",
    "Noto Sans Mono CJK SC", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15191b; --card: #1b2023; --ink: #e4e6e3; --muted: #9aa6aa; --line: #2e3639;
    --kept: #5fb3ac; --dropped: #e0835a; --dropped-ink: #eb9a76; --failing: #e0835a26;
    --track: #262d30; --link: #86bfe6;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
body {
  margin: 0 auto; max-width: 66rem; padding: 2.5rem 1.5rem 3rem; overflow-wrap: anywhere;
  background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--text-font);
}
h1 { margin: 0 0 1.75rem; font-size: clamp(1.5rem, 1.1rem + 1.9vw, 2.3rem); line-height: 1.2;
  font-weight: 600; letter-spacing: -.015em; text-wrap: balance; }
h2 { margin: 0 0 .35rem; font-size: 1.3rem; line-height: 1.3; font-weight: 600;
  letter-spacing: -.005em; }
h3 { margin: 0; font-size: .95rem; font-weight: 600; }
p { margin: 0; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
code, pre { font-family: var(--code-font); font-size: .88em; }
section { margin-top: 3.25rem; }
.brand { margin-bottom: .5rem; color: var(--kept); font-size: .8rem; font-weight: 600;
  letter-spacing: .09em; text-transform: uppercase; }
.muted, .note, footer { color: var(--muted); }
.note { max-width: 46rem; margin-bottom: 1rem; font-size: .92rem; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line);
  font-size: .85rem; }

.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1px;
  margin: 0 0 1.5rem; border: 1px solid var(--line); border-radius: 8px; overflow: hidden;
  background: var(--card); }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end;
  padding: .8rem 1rem; box-shadow: 0 0 0 1px var(--line); }
.figures dt { color: var(--muted); font-size: .82rem; }
.figures dd { margin: 0; font-size: 1.4rem; font-weight: 600; line-height: 1.3;
  font-variant-numeric: tabular-nums; white-space: nowrap; }
.origin { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin: 0;
  font-size: .92rem; }
.origin dt { color: var(--muted); }
.origin dd { margin: 0; min-width: 0; }
.origin ul { margin: 0; padding: 0; list-style: none; }
.override { color: var(--dropped-ink); }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1.25rem; margin-top: 1.75rem; padding: .6rem 0;
  border-block: 1px solid var(--line); font-size: .92rem; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }

.scroll { overflow-x: auto; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-size: .92rem; overflow-wrap: normal;
  font-variant-numeric: tabular-nums; }
th, td { padding: .45rem 0 .45rem 1.25rem; border-bottom: 1px solid var(--line); text-align: right;
  vertical-align: top; white-space: nowrap; }
th:first-child, td:first-child { padding-left: 0; text-align: left; }
tbody th, tfoot th { width: 46%; min-width: 10.5rem; font-weight: 400; white-space: normal;
  overflow-wrap: anywhere; }
thead th { color: var(--muted); font-size: .82rem; font-weight: 400; vertical-align: bottom; }
td small { display: block; color: var(--muted); font-size: .85em; line-height: 1.3; }
.stage th, .stage td { padding-top: 1.1rem; border-bottom-color: var(--muted); }
.stage td { color: var(--muted); }
.idle td { color: var(--muted); font-size: .85rem; white-space: normal; overflow-wrap: anywhere; }
tfoot th, tfoot td { border-bottom: 0; font-weight: 600; }
.bar { display: flex; height: 7px; margin-top: 5px; border-radius: 2px; overflow: hidden;
  background: var(--track); }
.bar span { min-width: 1px; }
#funnel .bar { height: 11px; }
span.kept { background: var(--kept); }
span.dropped { background: var(--dropped); }

.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr));
  gap: 1rem; }
.card { display: flex; flex-direction: column; gap: .35rem; margin: 0; padding: 1rem 1.1rem;
  border: 1px solid var(--line); border-radius: 8px; background: var(--card);
  break-inside: avoid; font-size: .85rem; }
.card figcaption { flex: 1; }
h3 .muted { font-weight: 400; }
svg { display: block; width: 100%; height: auto; font: 11px var(--text-font);
  font-variant-numeric: tabular-nums; }
rect.kept { fill: var(--kept); }
rect.dropped { fill: var(--dropped); }
rect.failing { fill: var(--failing); }
.grid { stroke: var(--line); stroke-dasharray: 2 3; }
.axis { stroke: var(--muted); }
.tick { fill: var(--muted); }
.bound { stroke: var(--dropped-ink); stroke-width: 1.5; }
.bound-label { fill: var(--dropped-ink); font-weight: 600; }

details { border-top: 1px solid var(--line); }
details:last-of-type { border-bottom: 1px solid var(--line); }
summary { padding: .55rem 0; cursor: pointer; }
summary .muted { margin-left: .5rem; font-size: .88rem; }
details .note { margin-bottom: .75rem; }
details .scroll { margin-bottom: 1.5rem; }
ol { display: grid; gap: .9rem; margin: 0 0 1.5rem; padding: 0; list-style: none; }
ol li { padding-left: .9rem; border-left: 3px solid var(--line); }
.address, .verdict { font-size: .85rem; }
blockquote { margin: .3rem 0 0; font-size: .95rem; white-space: pre-wrap; line-break: strict; }
pre { max-height: 40rem; margin: 0 0 1rem; padding: 1rem; overflow: auto; line-height: 1.45;
  border-radius: 8px; background: var(--track); }

@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem 2rem; }
  section { margin-top: 2.5rem; }
  .figures { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); }
  .figures dd { font-size: 1.1rem; }
  .origin { grid-template-columns: 1fr; gap: 0; }
  .origin dd { margin-bottom: .5rem; }
  th, td { padding-left: .8rem; }
}
@media print {
  :root { --paper: #fff; --card: #fff; --ink: #000; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  .scroll, pre { overflow: visible; max-height: none; }
  tr, li { break-inside: avoid; }
  h2 { break-after: avoid; }
}
)css";

}  // namespace

std::string_view report_style() { return kStyle; }

}  // namespace tamis::output
