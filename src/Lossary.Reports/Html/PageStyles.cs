namespace Lossary.Reports;

/// <summary>The one style sheet of a page: system font, 8-pixel grid, light, dark, phone and paper.</summary>
internal static class PageStyles
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root{color-scheme:light dark;--ink:#1d2129;--soft:#5c6573;--rule:#dfe2e7;--paper:#fff;--tint:#4269d014;
        --wash:#f6f7f9;--accent:#3457b5;--tie:#5c6573;--care:#b26a00}
        @media screen and (prefers-color-scheme:dark){:root{--ink:#e8eaee;--soft:#a0a8b5;--rule:#343a44;--paper:#14171c;
        --tint:#7f9fef22;--wash:#1b1f26;--accent:#8ba8f2;--tie:#a0a8b5;--care:#efb118}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);
        font:16px/24px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}
        main,header,footer{max-width:768px;margin:0 auto;padding:0 24px}
        header{padding-top:40px}
        h1{font-size:20px;line-height:28px;font-weight:600;margin:0}
        .subtitle{color:var(--soft);font-size:14px;margin:0 0 24px;overflow-wrap:anywhere}
        h2{font-size:20px;line-height:28px;font-weight:600;margin:56px 0 8px;padding-top:16px;
        border-top:1px solid var(--rule)}
        h3{font-size:16px;line-height:24px;font-weight:600;margin:32px 0 8px}
        p,ul{max-width:68ch;margin:8px 0 16px;overflow-wrap:anywhere}
        ul{padding-left:24px}
        nav{font-size:14px;margin:24px 0 0}
        nav a{color:var(--accent);margin-right:16px;text-decoration:none;display:inline-block}
        nav a:hover{text-decoration:underline}
        .verdict{background:var(--wash);border-left:4px solid var(--accent);padding:24px;margin:0}
        .verdict.tie{border-color:var(--tie)}.verdict.caution{border-color:var(--care)}
        .verdict .headline{font-size:26px;line-height:34px;font-weight:600;letter-spacing:-.01em;margin:0;
        max-width:none;text-wrap:balance}
        .verdict .detail{margin:8px 0 0}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(136px,1fr));gap:16px 24px;margin:24px 0 0}
        .figures dt{color:var(--soft);font-size:13px;line-height:16px}
        .figures dd{margin:0;font-variant-numeric:tabular-nums}
        .figures .value{font-size:22px;line-height:32px;font-weight:600}
        .figures .note{color:var(--soft);font-size:13px;line-height:16px}
        .notice{border-left:4px solid var(--care);padding:0 0 0 16px}
        .scroll{overflow-x:auto;margin:16px 0;max-width:100%}
        table{border-collapse:collapse;font-size:14px;line-height:20px;min-width:100%}
        .caption{color:var(--soft);font-size:14px;line-height:20px;margin:16px 0 8px;max-width:76ch}
        .caption+.scroll{margin-top:0}
        th,td{padding:8px 12px;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--rule);
        font-weight:400}
        th:first-child{padding-left:8px;min-width:136px}tbody th{overflow-wrap:anywhere}
        .short{white-space:nowrap}
        td:last-child,th:last-child{padding-right:8px}
        thead th{color:var(--soft);font-size:13px;line-height:16px;vertical-align:bottom;
        border-bottom-color:var(--soft);overflow-wrap:normal}
        .num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .cell-note{color:var(--soft);font-size:12px;line-height:16px;font-weight:400;display:block}
        .best{font-weight:600}
        tr.top{background:var(--tint)}tr.top th{font-weight:600}
        .swatch{width:20px;height:10px;margin-right:8px;vertical-align:baseline}
        figure{margin:24px 0 32px}
        figure svg.plot{display:block;width:100%;height:auto;max-width:720px;overflow:visible}
        figure svg.narrow,.narrow svg.plot{max-width:480px}
        .narrow{display:none}
        figcaption{font-size:14px;line-height:20px;margin:0 0 16px;max-width:76ch}
        figcaption b{font-weight:600;display:block}
        figcaption span{color:var(--soft)}
        details{margin:8px 0;font-size:14px}
        summary{cursor:pointer;color:var(--soft);font-size:13px}
        pre{background:var(--wash);padding:16px;overflow-x:auto;font:13px/20px ui-monospace,Menlo,Consolas,monospace;
        margin:16px 0}
        .settings{display:grid;grid-template-columns:max-content 1fr;gap:0 24px;font-size:14px;margin:16px 0}
        .settings dt{color:var(--soft);padding:4px 0;overflow-wrap:anywhere;max-width:240px}
        .settings dd{margin:0;padding:4px 0;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        footer{color:var(--soft);font-size:13px;margin:64px auto 0;padding-bottom:40px;overflow-wrap:anywhere}
        footer p{border-top:1px solid var(--rule);padding-top:16px;max-width:none}
        @media screen and (min-width:1100px){.scroll{position:relative;left:50%;transform:translateX(-50%);
        width:max-content;min-width:100%;max-width:1040px}}
        @media (max-width:560px){main,header,footer{padding-left:16px;padding-right:16px}header{padding-top:24px}
        .verdict{padding:16px;margin:0 -16px}.verdict .headline{font-size:21px;line-height:28px}
        .wide{display:none}.narrow{display:block}
        .settings{display:block}.settings dd{padding-top:0}h2{margin-top:40px}}
        @media print{body{font-size:11pt;line-height:1.4}main,header,footer{max-width:none;padding:0}
        nav,details{display:none}
        .wide{display:block}.narrow{display:none}figure,.verdict,tr,pre{break-inside:avoid}
        h2,h3,figcaption{break-after:avoid}
        h2{margin-top:24pt}.scroll{overflow:visible}
        .verdict,tr.top,svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        """;
}
