namespace LoopNet.Checking;

/// <summary>How the page of a worksheet looks: lengths in millimetres, as on paper. What belongs together stays on one page.</summary>
internal static class WorksheetStyle
{
    /// <summary>The rules of CSS.</summary>
    /// <remarks>The text is 178 mm wide, which fits between the margins of A4 (210 mm) and of Letter (216 mm).</remarks>
    public const string Rules = """
        @page { margin: 15mm 16mm; }
        * { box-sizing: border-box; }
        body { max-width: 178mm; margin: 8mm auto; font: 10.5pt/1.4 Georgia, "Times New Roman", serif; color: #111; background: #fff; }
        h1 { font-size: 18pt; margin: 0 0 3mm; }
        h2 { font-size: 12pt; margin: 7mm 0 2mm; padding-bottom: 1mm; border-bottom: 0.3mm solid #111; break-after: avoid; }
        code { font-family: Consolas, Menlo, "DejaVu Sans Mono", monospace; font-size: 0.9em; overflow-wrap: anywhere; }
        ul { margin: 3mm 0; padding-left: 5mm; }
        .name { display: flex; gap: 8mm; margin: 0 0 4mm; }
        .name span { flex: 1; border-bottom: 0.2mm solid #111; padding-bottom: 1mm; }
        .name span:first-child { flex: 2; }
        svg { display: block; margin: 4mm auto; max-width: 100%; height: auto; }
        .givens { display: flex; flex-wrap: wrap; gap: 2mm 8mm; }
        section { break-inside: avoid; }
        .given p { margin: 0; font-weight: bold; }
        .blank { margin: 0 0 4mm; padding-top: 1mm; }
        .equation { margin: 0 0 1mm; }
        .equation b { display: inline-block; min-width: 9mm; }
        .beside { display: flex; gap: 6mm; align-items: flex-end; justify-content: flex-end; }
        .work { flex: 1; }
        .work i { display: block; height: 8mm; border-bottom: 0.2mm dotted #999; }
        .row { display: flex; flex-wrap: wrap; gap: 1.5mm 2mm; margin-top: 1.5mm; }
        .number { width: 33.8mm; }
        .number code { display: block; font-size: 7.5pt; line-height: 1.3; color: #444; }
        .number span { display: flex; align-items: center; justify-content: center; height: 9mm; border: 0.3mm solid #111; border-radius: 0.8mm; font-family: Consolas, Menlo, "DejaVu Sans Mono", monospace; font-size: 10pt; }
        .given .number { width: 20mm; }
        .given .number span { height: 6mm; border: 0; background: #eee; font-size: 9pt; }
        .edge { stroke: #666; stroke-width: 1; }
        .unit { fill: #fff; stroke: #111; stroke-width: 1.4; }
        .drawing { font: 11px Consolas, Menlo, "DejaVu Sans Mono", monospace; fill: #111; text-anchor: middle; }
        .drawing .small { font-size: 9.5px; fill: #333; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
        .drawing .layer { font-family: Georgia, "Times New Roman", serif; font-size: 12px; }
        @media print { body { margin: 0 auto; } .given .number span { background: none; border: 0.2mm solid #bbb; } }

        """;
}
