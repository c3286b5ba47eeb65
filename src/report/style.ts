/** The style sheet of the report: the reader's own light or dark mode. */
export const STYLE = `
:root { color-scheme: light dark; --text: #1c1c1a; --paper: #fdfdfb; --quiet: #6b6b66; --line: #d9d9d2; --code: #f3f3ee; --filled: #2b4a6f; --negative: #b5552f; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e6e0; --paper: #171817; --quiet: #9a9a93; --line: #3a3b39; --code: #212221; --filled: #8fb4dd; --negative: #e0906a; } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--paper); max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.1rem; margin-top: 2rem; }
p.lead, figcaption, .arrow { color: var(--quiet); }
pre { background: var(--code); padding: 1rem; overflow-x: auto; border-radius: 4px; font: 14px/1.5 ui-monospace, monospace; }
pre.prose { white-space: pre-wrap; font: inherit; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; } dt { color: var(--quiet); } dd { margin: 0; }
figure { margin: 0 1.5rem 1.5rem 0; display: inline-block; vertical-align: top; } figcaption { font-size: .85rem; max-width: 22rem; }
svg { max-width: 100%; } svg .empty { fill: var(--code); stroke: var(--line); stroke-width: .05; } svg .filled { fill: var(--filled); } svg .negative { fill: var(--negative); }
.arrow { margin: 0 .5rem; }
.cases .case { text-align: center; border: 1px solid var(--line); border-radius: 4px; padding: .5rem; margin: 0 .5rem .5rem 0; } .case svg, .case .arrow, .numbers { display: block; margin: 0 auto; }
.case.unseen { border-style: dashed; opacity: .7; }
`;
