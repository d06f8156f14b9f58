namespace Lossary.Reports;

/// <summary>The styles of all plots, for light and dark paper.</summary>
internal static class PlotStyles
{
    /// <summary>The size of all text in plots, in pixels.</summary>
    public const double FontSize = 12;

    /// <summary>The style sheet; series keep their colour on both papers, text in it is darkened on the light
    /// one.</summary>
    public const string Css = """
        .plot{--ink:#1d2129;--soft:#5c6573;--rule:#dfe2e7;--paper:#fff;--tint:#4269d014;--i0:#3457b5;--i1:#8a6000;
        --i2:#c2391f;--i3:#28796a;--i4:#24752f;--i5:#7d38d1;--ig:#5c6573;
        font:12px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;font-variant-numeric:tabular-nums}
        @media screen and (prefers-color-scheme:dark){.plot{--ink:#e8eaee;--soft:#a0a8b5;--rule:#343a44;--paper:#14171c;
        --tint:#7f9fef22;--i0:#8ba8f2;--i1:#efb118;--i2:#ff8a77;--i3:#6cc5b0;--i4:#5fc873;--i5:#bd8cf7;--ig:#a0a8b5}}
        .plot text{fill:var(--ink)}.plot .soft{fill:var(--soft)}.plot .rule{stroke:var(--rule)}
        .plot .base{stroke:var(--soft)}.plot .mark{stroke:var(--ink)}.plot .tint{fill:var(--tint)}
        .plot .back{fill:var(--rule)}.plot .ref{stroke:var(--soft);stroke-dasharray:4 4}
        .plot .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
        .plot .strong{font-weight:600}.plot .end{text-anchor:end}.plot .mid{text-anchor:middle}
        .plot .i0{fill:var(--i0)}.plot .i1{fill:var(--i1)}.plot .i2{fill:var(--i2)}.plot .i3{fill:var(--i3)}
        .plot .i4{fill:var(--i4)}.plot .i5{fill:var(--i5)}.plot .ig{fill:var(--ig)}
        """;
}
