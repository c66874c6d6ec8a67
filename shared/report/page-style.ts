/**
 * The style sheet of the report page. One accent colour; green, red and amber are kept for verdicts and never stand
 * without a sign or a word. Every pair of text and ground has a contrast of at least 4.5:1.
 */
export const PAGE_STYLE = `
:root{color-scheme:light dark;
--paper:#fff;--panel:#f6f7f8;--ink:#1b1e22;--soft:#565d66;--rule:#dfe2e6;--strong-rule:#a9b0b8;
--accent:#1d5fa6;--accent-rgb:29 95 166;--wrong-rgb:190 40 30;--negative-rgb:186 98 0;
--pass:#17693a;--fail:#b3241b;--warn:#855000;--neutral:#565d66;
--pass-ground:#eef7f1;--fail-ground:#fdf0ef;--warn-ground:#fdf5e6;--neutral-ground:#f3f4f6}
@media (prefers-color-scheme:dark){:root{
--paper:#14171a;--panel:#1b1f23;--ink:#e7e9ec;--soft:#a3abb4;--rule:#2d3238;--strong-rule:#5d666f;
--accent:#7cb3f2;--accent-rgb:92 158 235;--wrong-rgb:240 110 100;--negative-rgb:232 150 60;
--pass:#6fcb96;--fail:#ff8d84;--warn:#e5b455;--neutral:#a3abb4;
--pass-ground:#16261d;--fail-ground:#2c1a19;--warn-ground:#292113;--neutral-ground:#1d2125}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);
font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
.page{max-width:62rem;margin:0 auto;padding:2rem clamp(1rem,4vw,2.5rem) 4rem}
h1,h2,h3,p,dl,dd,ul,ol,figure{margin:0;padding:0}
h1,h2,h3{line-height:1.2;text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:clamp(1.7rem,1.3rem + 1.6vw,2.4rem);font-weight:650;letter-spacing:-.018em}
h2{font-size:1.3rem;font-weight:620;letter-spacing:-.01em;margin-bottom:1rem}
h3{font-size:1rem;font-weight:620;margin:1.75rem 0 .6rem}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
code{font:.9em/1.4 ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
bdi{overflow-wrap:anywhere}
.digest{color:var(--soft);word-break:break-all}
td .digest{font-size:.8em}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.gap{margin-right:.6em}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.25rem .5rem}
.muted,.minor,.note,.axis-title{color:var(--soft)}
.minor{display:block;font-size:.85em;line-height:1.4;font-weight:400}
.note{font-size:.87em;margin-top:.75rem;max-width:48rem}
.nowrap,td.number{white-space:nowrap}
section>p{max-width:48rem}

.kicker{color:var(--soft);font-size:.85rem;margin-bottom:.15rem}
.sign{flex:none;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;vertical-align:-.12em}
.pass{--tone:var(--pass);--ground:var(--pass-ground)}
.fail{--tone:var(--fail);--ground:var(--fail-ground)}
.warn{--tone:var(--warn);--ground:var(--warn-ground)}
.neutral,.absent{--tone:var(--neutral);--ground:var(--neutral-ground)}
.status .sign{align-self:center}
.note+p{margin-top:.5rem}
.status{display:inline-flex;gap:.4em;align-items:baseline;color:var(--tone);font-weight:600;white-space:nowrap}
.verdict{display:flex;flex-wrap:wrap;gap:1.25rem 3rem;align-items:flex-start;justify-content:space-between;
margin:1.25rem 0 1.5rem;padding:1.35rem 1.5rem;background:var(--ground);border-left:5px solid var(--tone)}
.verdict-text{flex:1 1 20rem;min-width:0}
.verdict-word{display:flex;align-items:center;gap:.45rem;color:var(--tone);font-size:1.9rem;line-height:1.15;font-weight:680;letter-spacing:-.015em}
.verdict-word .sign{width:1.55rem;height:1.55rem}
.reason{font-size:1.06rem;margin-top:.5rem;max-width:42rem}
.notes{margin:.7rem 0 0 1.1rem;font-size:.93rem}
.key-figure{flex:none;min-width:9rem}
.figure-name{font-size:.9rem;color:var(--soft)}
.figure{font-size:2.6rem;line-height:1.1;font-weight:600;letter-spacing:-.025em}
.figure-note{font-size:.87rem;line-height:1.45;color:var(--soft);margin-top:.3rem}
.origin{display:flex;flex-wrap:wrap;gap:.75rem 2.25rem;margin-bottom:1.75rem}
dt{color:var(--soft);font-size:.82rem;line-height:1.35}
dd{overflow-wrap:anywhere;min-width:0}
.steps{list-style:none;display:grid;grid-template-columns:repeat(6,minmax(0,1fr));gap:1.25rem 1rem}
.step{border-top:3px solid var(--tone);padding-top:.55rem;font-size:.87rem;line-height:1.42;min-width:0;overflow-wrap:anywhere}
.step-name{display:flex;align-items:center;gap:.4em;font-weight:620;color:var(--tone)}
.step-verdict{font-weight:620}
.step-verdict::after{content:"."}
.step-time,.absent .step-text{color:var(--soft)}
.absent{border-top-color:var(--rule)}
.absent .step-name{font-weight:500}
.contents{margin:2.25rem 0 0;padding:.7rem 0;border:solid var(--rule);border-width:1px 0}
.contents ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
section{margin-top:3.25rem}

table{width:100%;border-collapse:collapse;font-size:.93rem;line-height:1.45}
caption{text-align:left;color:var(--soft);font-size:.9rem;padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.6rem 1.1rem .6rem 0;border-bottom:1px solid var(--rule);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--soft);font-size:.85rem;border-bottom-color:var(--strong-rule);vertical-align:bottom;padding-top:.2rem}
tbody th{font-weight:560}
th.number,td.number{text-align:right}
th.plot,td.plot{width:28%;min-width:11rem}
th.wide,td.wide{width:34%;min-width:13rem}
th.size,td.size{width:20%;min-width:9rem}
td.number .minor:not(.nowrap){white-space:normal}
tbody th,td{overflow-wrap:anywhere}
tbody th{min-width:10.5rem}
td.text{min-width:6rem}
.gate-name{display:block}
.pair-line{display:block}
.range{white-space:nowrap}
.mean-of-slice{display:block}
table+.legend,.legend+.note{margin-top:.75rem}
section>table+table,.facts+table,section>p+table,.note+table{margin-top:1.5rem}
details{margin-top:1.25rem}
summary{cursor:pointer;color:var(--accent);width:fit-content}
details[open]>summary{margin-bottom:.75rem}
details ul{margin-left:1.2rem}
.formula{margin:0;font-size:.85em}
.formula[open]>summary{margin:0}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,9.5rem),1fr));gap:1rem 2rem;margin-top:1.5rem}
.facts>div{min-width:0}
.facts dd{line-height:1.4}

svg{display:block;overflow:visible}
.sign{display:inline-block}
.interval-plot .track{stroke:var(--rule)}
.interval-plot .refused{fill:var(--soft);opacity:.16}
.interval-plot .interval{fill:rgb(var(--accent-rgb)/.42)}
.value{fill:var(--accent);stroke:var(--paper);stroke-width:1.5}
.baseline{fill:none;stroke:var(--ink);stroke-width:1.6}
.threshold{stroke:var(--ink);stroke-width:2}
.reference{stroke:var(--soft);stroke-width:1.5;stroke-dasharray:2 3}
.quantile-strip{margin-top:3px}
.whisker{stroke:var(--soft);stroke-width:1.5}
.middle-half{fill:rgb(var(--accent-rgb)/.42)}
.median{stroke:var(--ink);stroke-width:2}
.severity-mark{display:inline-block;color:var(--tone);margin-right:.35em}
td.number .bar{width:4.5rem;margin:.3rem 0 0 auto}
.scale-ends{display:flex;justify-content:space-between;color:var(--soft);font-size:.75rem;line-height:1.35}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;color:var(--soft);font-size:.85rem}
.key{display:inline-flex;align-items:center;gap:.5em}
.key>span{flex:none;width:18px;height:12px;position:relative}
.key>span::before{content:"";position:absolute;inset:0;margin:auto}
.mark-value::before{width:8px;height:8px;border-radius:50%;background:var(--accent)}
.mark-interval::before{width:18px;height:6px;border-radius:3px;background:rgb(var(--accent-rgb)/.42)}
.mark-baseline::before{width:10px;height:10px;border-radius:50%;border:1.6px solid var(--ink)}
.mark-threshold::after{content:"";position:absolute;inset:0 50% 0 0;background:var(--soft);opacity:.16}
.mark-threshold::before{width:2px;height:12px;background:var(--ink)}
.mark-reference::before{width:0;height:12px;border-left:1.5px dashed var(--soft)}
.sample-main::before{height:0;width:18px;border-top:2.2px solid var(--accent)}
.sample-other::before{height:0;width:18px;border-top:1.8px dashed var(--soft)}
.sample-reference::before{width:14px;height:12px;background:var(--strong-rule);opacity:.6}
.sample-median::before{width:2px;height:12px;background:var(--ink)}
.sample-middle-half::before{width:14px;height:8px;border-radius:2px;background:rgb(var(--accent-rgb)/.42)}
.sample-whisker::before{width:18px;height:0;border-top:1.5px solid var(--soft)}
.sample-current::before{width:14px;height:12px;border:1.8px solid var(--accent);border-bottom:0}

.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:2rem 2.5rem;margin-top:1.25rem}
.chart{min-width:0}
.chart figcaption{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2rem 1.5rem;font-size:.93rem;font-weight:560;margin-bottom:.9rem}
.chart .legend{font-weight:400}
.canvas{padding:0 2px 24px 52px}
.scatter{max-width:29rem}
.chart+p{margin-top:1rem}
.axis-title{text-align:center;font-size:.82rem;padding-left:52px}
.grid{stroke:var(--rule)}
.tick,.mark-label{fill:var(--soft);font-size:12px}
.mark-label{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.line-main,.line-other,.outline-current{fill:none;vector-effect:non-scaling-stroke}
.line-main{stroke:var(--accent);stroke-width:2.2}
.line-other{stroke:var(--soft);stroke-width:1.8;stroke-dasharray:5 4}
.mark{stroke:var(--strong-rule);stroke-dasharray:2 3}
.agreement{stroke:var(--strong-rule);stroke-dasharray:4 4}
.point{fill:var(--accent);fill-opacity:.5}
.histogram{border-bottom:1px solid var(--strong-rule)}
.bars{fill:rgb(var(--accent-rgb)/.72)}
.bars-reference{fill:var(--strong-rule);opacity:.6}
.outline-current{stroke:var(--accent);stroke-width:2}
.bar-list{list-style:none;display:grid;grid-template-columns:fit-content(8rem) minmax(3rem,1fr) auto;gap:.1rem .75rem;font-size:.87rem;line-height:1.45}
.bar-list>li{display:grid;grid-column:1/-1;grid-template-columns:subgrid;align-items:center}
.bar-label{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.bar-text{text-align:right;white-space:nowrap;color:var(--soft)}
.bar{display:block;height:8px;background:var(--panel)}
.bar>span{display:block;height:100%;min-width:1px;background:rgb(var(--accent-rgb)/.72)}
.bar-reference>span{background:var(--strong-rule)}
.pair{display:grid;gap:1px}
.pair .bar{height:5px}
.sized{display:grid;grid-template-columns:1fr 4.6rem;gap:.75rem;align-items:center;min-height:1.45em}

.scroll{overflow-x:auto}
.matrix{width:auto;border-collapse:separate;border-spacing:2px}
.matrix th,.matrix td{padding:.55rem .8rem;border:0;max-width:11rem}
.matrix thead th{font-weight:560;color:var(--ink);text-align:right}
.matrix .corner{color:var(--soft);font-size:.85rem;vertical-align:bottom;padding-left:0}
.matrix tbody th{padding-left:0;vertical-align:middle;position:sticky;left:0;background:var(--paper)}
.heat{text-align:right;min-width:5.2rem;background:rgb(var(--accent-rgb)/var(--heat))}
.heat .minor{color:inherit}
.heat.wrong{background:rgb(var(--wrong-rgb)/calc(.06 + var(--heat)));font-weight:600}
.heat.right{outline:1.5px solid var(--accent);outline-offset:-1.5px}
.heat.negative{background:rgb(var(--negative-rgb)/var(--heat))}
.correlations .heat{min-width:3.6rem;padding:.4rem .5rem;white-space:nowrap}
.correlations thead th{text-align:center;padding:.2rem}
.correlations tbody th{max-width:13rem;font-weight:500}
.heat.none{background:var(--panel);color:var(--soft)}
.matrix .total{color:var(--soft);vertical-align:middle}
.anomalies{list-style:none;display:grid;gap:1rem}
.anomaly{border-left:3px solid var(--tone);padding-left:.9rem;max-width:52rem;min-width:0;overflow-wrap:anywhere}
.anomaly-title{display:flex;gap:.5em;align-items:baseline;font-weight:560}
.anomaly-title .sign,.severity{color:var(--tone)}
.severity::first-letter{text-transform:uppercase}
footer{margin-top:3.5rem;padding-top:.9rem;border-top:1px solid var(--rule);color:var(--soft);font-size:.87rem}

@media (min-width:78rem){
.page{max-width:77rem;display:grid;grid-template-columns:minmax(0,1fr) 10rem;column-gap:4rem}
.page>*{grid-column:1}
.page>.contents{grid-column:2;grid-row:1/span 3;border:0;margin:0;padding:2.1rem 0 0}
.contents ul{position:sticky;top:2rem;flex-direction:column;gap:.4rem;border-left:1px solid var(--rule);padding-left:1.1rem}}
@media (min-width:62rem){td.pairs{min-width:12.5rem}}
@media (max-width:62rem){th,td{padding-right:.8rem}tbody th{min-width:7.5rem}.steps{grid-template-columns:repeat(3,minmax(0,1fr))}}
@media (max-width:49.9rem){
.verdict{padding:1.1rem 1rem}
.steps{grid-template-columns:1fr;gap:.9rem}
section{margin-top:2.75rem}
table:not(.matrix){display:block}
table:not(.matrix) caption{display:block}
table:not(.matrix)>thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table:not(.matrix)>tbody,table:not(.matrix)>tbody>tr{display:block}
table:not(.matrix)>tbody>tr{border-top:1px solid var(--strong-rule);padding:.7rem 0}
table:not(.matrix)>tbody>tr>*{display:block;border:0;padding:0;width:auto;min-width:0;text-align:left}
table:not(.matrix)>tbody>tr>td{display:grid;grid-template-columns:6.8rem minmax(0,1fr);gap:0 .75rem;padding-top:.35rem;white-space:normal}
table:not(.matrix)>tbody>tr>td::before{content:attr(data-label);grid-row:1/span 9;color:var(--soft);font-size:.85rem;line-height:1.6}
table:not(.matrix)>tbody>tr>td>*{grid-column:2;justify-self:start;max-width:100%}
table:not(.matrix)>tbody>tr>td.number>.bar{margin-left:0}
table:not(.matrix)>tbody>tr>td>svg,table:not(.matrix)>tbody>tr>td>.scale-ends,table:not(.matrix)>tbody>tr>td>.bar-list,table:not(.matrix)>tbody>tr>td>.sized{justify-self:stretch}
.matrix th,.matrix td{padding:.5rem .55rem}}
@media print{
:root{color-scheme:light}
body{font-size:10pt}
.page{display:block;max-width:none;padding:0}
.contents,.skip{display:none}
section{margin-top:1.6rem}
h2,h3,caption,thead{break-after:avoid}
tr,figure,.anomaly,.verdict{break-inside:avoid}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`;
