/** The look of a page made as one HTML file: light and dark, from 320 px wide, and black on white on paper. */
export const HTML_STYLES = `:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --ink: #1b1a17;
  --quiet: #55524b;
  --line: #8a867c;
  --hair: #d8d4ca;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #17181a;
    --ink: #f2efe8;
    --quiet: #bdb8ad;
    --line: #8f8b82;
    --hair: #45443f;
  }
}
* { box-sizing: border-box; }
html { font-size: 112.5%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  padding: 1.5rem 1rem 2.5rem;
  background: var(--paper);
  color: var(--ink);
  font-family: "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, -apple-system, "Segoe UI", sans-serif;
  line-height: 1.5;
  overflow-wrap: anywhere;
}
main, footer { max-width: 40rem; margin: 0 auto; }
h1 { font-size: 2rem; line-height: 1.25; margin: 0 0 0.25rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 0; }
p { margin: 0 0 0.25rem; }
.facts { margin-top: 1rem; }
.net {
  display: flex;
  flex-wrap: wrap;
  align-items: baseline;
  justify-content: space-between;
  gap: 0.25rem 1.5rem;
  margin: 1.25rem 0 0;
  padding: 0.75rem 1rem;
  border: 2px solid var(--ink);
  border-radius: 0.6rem;
}
.net strong { font-size: 1.8rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; margin: 1.75rem 0 0.75rem; }
caption { text-align: start; padding-bottom: 0.4rem; }
th, td { padding: 0.45rem 0; text-align: start; vertical-align: baseline; font-weight: 400; border-bottom: 1px solid var(--hair); }
th + th, th + td, td + td { padding-inline-start: 0.6rem; }
thead th { font-weight: 600; color: var(--quiet); border-bottom: 1.5px solid var(--line); vertical-align: bottom; }
tfoot th, tfoot td { font-weight: 700; border-bottom: 0; border-top: 1.5px solid var(--line); }
.figure { text-align: end; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
@media screen and (max-width: 30rem) {
  .wide thead, .wide tbody, .wide tfoot { display: block; }
  .wide thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .wide tr { display: grid; grid-template-columns: auto auto 1fr; column-gap: 1rem; padding: 0.45rem 0; border-bottom: 1px solid var(--hair); }
  .wide tbody { border-top: 1.5px solid var(--line); }
  .wide th, .wide td { padding: 0; border: 0; text-align: start; }
  .wide tbody th { grid-column: 1 / -1; font-weight: 600; }
  .wide td:empty { display: none; }
  .wide td:last-child { grid-column: 3; text-align: end; }
  .wide tbody td::before { content: attr(data-heading) / ""; display: block; color: var(--quiet); white-space: nowrap; }
  .wide tfoot tr { border-bottom: 0; border-top: 1.5px solid var(--line); margin-top: -1px; }
  .wide tfoot th { grid-column: 1 / 3; }
}
section { margin-top: 1.75rem; }
section h2 { margin-bottom: 0.3rem; }
.plain { list-style: none; margin: 0; padding: 0; }
.plain li + li { margin-top: 0.4rem; }
footer { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--hair); color: var(--quiet); }
@media print {
  @page { size: A4; margin: 16mm; }
  :root { --paper: #ffffff; --ink: #000000; --quiet: #000000; --line: #000000; --hair: #8a8a8a; }
  html { font-size: 10.5pt; }
  body { padding: 0; }
  main, footer { max-width: none; }
  table { margin-top: 12pt; }
  tr, .net { break-inside: avoid; }
  h2, thead { break-after: avoid; }
}`;
