/** Colours that tell series apart on light and on dark paper; so do the marks' shapes. */
export const CHART_STYLE = `
.chart { color: #1c1c1a; font: 12px system-ui, sans-serif; } .chart text { fill: currentColor; }
.chart .axis { stroke: currentColor; stroke-opacity: .5; fill: none; } .chart .grid { stroke: currentColor; stroke-opacity: .12; }
.chart .s0 { color: #1b1b1b; } .chart .s1 { color: #b5552f; } .chart .s2 { color: #1f6f8b; } .chart .s3 { color: #7a5ca8; } .chart .s4 { color: #4d7c2f; } .chart .s5 { color: #a8821a; } .chart .s6 { color: #b03a72; } .chart .s7 { color: #6b6b66; } .chart .s8 { color: #148a7d; } .chart .s9 { color: #3f51b5; }
.chart .line { fill: none; stroke: currentColor; stroke-width: 1.5; } .chart .s0 .line { stroke-width: 2.5; } .chart .mark { fill: currentColor; } .chart .range { stroke: currentColor; stroke-opacity: .6; }
@media (prefers-color-scheme: dark) { .chart { color: #e6e6e0; }
.chart .s0 { color: #fafaf5; } .chart .s1 { color: #e0906a; } .chart .s2 { color: #6fbcd6; } .chart .s3 { color: #b59fe0; } .chart .s4 { color: #93c47d; } .chart .s5 { color: #e0bb5a; } .chart .s6 { color: #e58ab4; } .chart .s7 { color: #a5a59e; } .chart .s8 { color: #5fd0c0; } .chart .s9 { color: #9aa8f5; } }
`;

/** How many colours there are. */
export const CHART_COLORS = 10;
