/** The whole style of the page. Colours come in pairs for light and dark, with at least 4.5 : 1 against their ground. */
export const style = `
:root { color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #101418); --card: light-dark(#ffffff, #181e25); --ink: light-dark(#16202b, #e6ebf1);
  --soft: light-dark(#55636f, #9fb0c0); --line: light-dark(#dfe4ea, #2b3540);
  --pass: light-dark(#17713a, #5fd38d); --fail: light-dark(#b3261e, #ff8f85); --inconclusive: light-dark(#8a5a00, #f2c14e);
  --passbg: light-dark(#e6f5ec, #12301f); --failbg: light-dark(#fdecea, #3b1714); --inconclusivebg: light-dark(#fff4dc, #35270a);
  --load: light-dark(#0b6bcb, #6cb6ff); --replicas: light-dark(#17713a, #5fd38d); --predicted: light-dark(#a3459b, #e79be0);
  --cpu: light-dark(#b45309, #f5a55a); --shade: light-dark(#0b6bcb0d, #6cb6ff14); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 24px 20px 64px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 6px; letter-spacing: -.01em; }
h2 { font-size: 20px; margin: 40px 0 12px; letter-spacing: -.005em; }
h3 { font-size: 16px; margin: 0; }
p { margin: 6px 0; }
code, .mono { font: 12.5px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.banner { border-radius: 14px; padding: 26px 28px; border: 1px solid; }
.banner .why { font-size: 17px; margin: 0; max-width: 70ch; overflow-wrap: anywhere; }
.banner .meta { color: var(--soft); margin: 14px 0 0; font-size: 13.5px; }
.banner .changed { margin: 12px 0 0; font-size: 13.5px; } .banner .changed a { color: inherit; }
.promote, .pass-card { background: var(--passbg); border-color: var(--pass); }
.reject, .fail-card { background: var(--failbg); border-color: var(--fail); }
.inconclusive, .inconclusive-card { background: var(--inconclusivebg); border-color: var(--inconclusive); }
.word { color: var(--pass); } .reject .word { color: var(--fail); } .inconclusive .word { color: var(--inconclusive); }
.cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 12px; margin-top: 20px; }
.tile { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 10px; padding: 12px 14px; text-decoration: none; color: inherit; display: block; }
.tile.t-pass { border-left-color: var(--pass); } .tile.t-fail { border-left-color: var(--fail); } .tile.t-inconclusive { border-left-color: var(--inconclusive); }
.tile b { display: block; font-weight: 600; line-height: 1.3; } .tile span { font-size: 13.5px; }
.v-pass { color: var(--pass); } .v-fail { color: var(--fail); } .v-inconclusive { color: var(--inconclusive); } .v-skipped { color: var(--soft); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 16px 18px; margin: 12px 0; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; color: var(--soft); font-weight: 500; font-size: 12.5px; }
th, td { padding: 7px 10px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
td.n { white-space: nowrap; font-variant-numeric: tabular-nums; }
.do { color: var(--ink); font-weight: 500; } .do::before { content: "→ "; color: var(--soft); }
.note { border-left: 4px solid var(--inconclusive); }
ul { margin: 6px 0; padding-left: 20px; }
details > summary { cursor: pointer; } details[open] > summary { margin-bottom: 8px; }
summary:focus-visible, a:focus-visible { outline: 3px solid var(--load); outline-offset: 2px; border-radius: 6px; }
.requirement > summary { display: flex; gap: 12px; align-items: baseline; list-style: none; } .requirement > summary::-webkit-details-marker { display: none; }
.requirement > summary::after { content: "+"; margin-left: auto; color: var(--soft); font-size: 18px; line-height: 1; } .requirement[open] > summary::after { content: "–"; }
svg { display: block; width: 100%; height: auto; } svg text { font: 11.5px system-ui, sans-serif; fill: var(--soft); } svg .strong { fill: var(--ink); font-weight: 600; } svg .ink { fill: var(--ink); }
.grid { stroke: var(--line); stroke-width: 1; } .axis { stroke: var(--soft); stroke-width: 1; }
.limit { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 2 4; }
.l-load { stroke: var(--load); } .l-replicas { stroke: var(--replicas); } .l-predicted { stroke: var(--predicted); } .l-cpu { stroke: var(--cpu); } .l-bad { stroke: var(--fail); }
.series { fill: none; stroke-width: 2; stroke-linejoin: round; } .series.l-predicted { stroke-width: 7; opacity: .38; } .area { fill: var(--load); opacity: .12; } .shade { fill: var(--shade); }
.k-load { color: var(--load); } .k-replicas { color: var(--replicas); } .k-predicted { color: var(--predicted); } .k-cpu { color: var(--cpu); } .k-bad { color: var(--fail); }
.legend { display: flex; flex-wrap: wrap; gap: 6px 20px; font-size: 13.5px; margin: 2px 0 8px; } .legend i { display: inline-block; width: 22px; height: 0; border-top: 3px solid currentColor; vertical-align: middle; margin-right: 7px; } .legend .k-predicted i { border-top-width: 7px; opacity: .45; border-radius: 3px; } .legend span span { color: var(--ink); }
.b-pass { fill: var(--pass); } .b-fail { fill: var(--fail); } .b-inconclusive { fill: var(--inconclusive); }
.n-primary { fill: var(--load); } .n-replica { fill: var(--card); stroke: var(--load); stroke-width: 2; } .n-ill { fill: var(--failbg); stroke: var(--fail); stroke-width: 3; } .link { stroke: var(--line); stroke-width: 2; }
svg .on { fill: var(--card); font-weight: 700; }
footer { color: var(--soft); font-size: 13px; margin-top: 40px; }
@media (max-width: 760px) { .cards { grid-template-columns: 1fr; } h1 { font-size: 25px; } }
@media print { body { background: #fff; } .card, .banner { break-inside: avoid; } details > *:not(summary) { display: block; } }
`;
