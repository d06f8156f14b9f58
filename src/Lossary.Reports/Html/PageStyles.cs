namespace Lossary.Reports;

/// <summary>The one style sheet of a page: system font, 8-pixel grid, light, dark, phone and paper.</summary>
internal static class PageStyles
{
    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root{color-scheme:light dark;--ink:#1a1e26;--soft:#5a6372;--rule:#e1e4e9;--paper:#fff;--tint:#4269d014;
        --wash:#f6f7f9;--accent:#3457b5;--heat:66,105,208;--clear:#24752f;--tie:#5a6372;--care:#b26a00}
        @media screen and (prefers-color-scheme:dark){:root{--ink:#e8eaee;--soft:#a0a8b5;--rule:#2f353f;--paper:#14171c;
        --tint:#7f9fef22;--wash:#1b1f26;--accent:#8ba8f2;--heat:127,159,239;--clear:#5fc873;--tie:#a0a8b5;
        --care:#efb118}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
        body{margin:0;background:var(--paper);color:var(--ink);
        font:16px/24px system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}
        main,header,footer{max-width:848px;margin:0 auto;padding:0 24px}
        header{padding-top:48px}
        h1{font-size:18px;line-height:24px;font-weight:600;margin:0;overflow-wrap:anywhere}
        .subtitle{color:var(--soft);font-size:14px;line-height:20px;margin:0 0 24px;overflow-wrap:anywhere}
        h2{font-size:22px;line-height:32px;font-weight:600;letter-spacing:-.01em;margin:64px 0 8px;padding-top:24px;
        border-top:1px solid var(--rule);scroll-margin-top:8px}
        h3{font-size:16px;line-height:24px;font-weight:600;margin:40px 0 8px}
        h2+h3{margin-top:16px}
        p,ul{max-width:70ch;margin:8px 0 16px;overflow-wrap:anywhere}
        ul{padding-left:24px}
        .verdict{background:var(--wash);border-left:4px solid var(--clear);padding:24px 32px 24px 28px;margin:0}
        .verdict.tie{border-color:var(--tie)}.verdict.caution{border-color:var(--care)}
        .verdict .tone{color:var(--clear);font-size:13px;line-height:16px;font-weight:600;margin:0 0 8px}
        .verdict.tie .tone{color:var(--tie)}.verdict.caution .tone{color:var(--care)}
        .verdict .headline{font-size:28px;line-height:36px;font-weight:600;letter-spacing:-.015em;margin:0;
        max-width:none;text-wrap:balance}
        .verdict .detail{margin:12px 0 0}
        .verdict .of{color:var(--soft);font-size:13px;line-height:16px;margin:24px 0 -8px}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(128px,1fr));gap:16px 0;margin:24px 0 0}
        .figures div{border-left:1px solid var(--rule);padding:0 12px 0 16px}
        .figures div:first-child{border-left:0;padding-left:0}
        .figures dt{color:var(--soft);font-size:13px;line-height:16px}
        .figures dd{margin:0;font-variant-numeric:tabular-nums}
        .figures .value{font-size:22px;line-height:32px;font-weight:600}
        .figures .note{color:var(--soft);font-size:13px;line-height:16px}
        nav{font-size:14px;line-height:20px;margin:24px 0 0}
        nav a{color:var(--accent);text-decoration:none;display:inline-block;padding:4px 16px 4px 0}
        nav a:hover{text-decoration:underline}
        .key{list-style:none;padding:0;margin:16px 0 8px;max-width:none;font-size:13px;line-height:20px}
        .key li{display:inline-block;padding:2px 8px;margin:0 8px 0 -8px;border-radius:4px;cursor:default}
        .hint{color:var(--soft);font-size:12px;line-height:16px;margin:4px 0 0}@media (hover:none){.hint{display:none}}
        .notice{border-left:4px solid var(--care);padding:0 0 0 16px}
        .scroll{overflow-x:auto;margin:16px 0;max-width:100%}
        table{border-collapse:collapse;font-size:14px;line-height:20px;min-width:100%}
        .caption{color:var(--soft);font-size:14px;line-height:20px;margin:16px 0 8px;max-width:84ch}
        .caption+.scroll{margin-top:0}
        th,td{padding:7px 12px;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--rule);
        font-weight:400}
        th:first-child{padding-left:8px;min-width:128px}tbody th{overflow-wrap:anywhere}
        .short{white-space:nowrap}
        td:last-child,th:last-child{padding-right:8px}
        thead th{color:var(--soft);font-size:13px;line-height:16px;vertical-align:bottom;
        border-bottom-color:var(--soft);overflow-wrap:normal}
        .num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        thead .num{white-space:normal}
        .dense{font-size:13px}.dense th,.dense td{padding-left:6px;padding-right:6px}.dense thead th{font-size:12px}
        .cell-note{color:var(--soft);font-size:12px;line-height:16px;font-weight:400;display:block}
        .best{font-weight:600}
        .h1{background:rgba(var(--heat),.05)}.h2{background:rgba(var(--heat),.12)}.h3{background:rgba(var(--heat),.2)}
        .h4{background:rgba(var(--heat),.3)}.h5{background:rgba(var(--heat),.42)}
        tr.top{background:var(--tint)}tr.top th{font-weight:600}
        .s{transition:opacity .12s}.k{outline-offset:-2px}
        .swatch{width:20px;height:10px;margin-right:8px;vertical-align:baseline}
        tbody th:has(>.swatch){padding-left:36px;text-indent:-28px}th>.cell-note{text-indent:0}
        figure{margin:24px 0 40px}
        figure svg.plot{display:block;width:100%;height:auto;max-width:800px;overflow:visible}
        .narrow svg.plot{max-width:480px}
        .narrow{display:none}
        .group{margin:24px 0 40px}
        .pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 32px}
        .pair figure{display:grid;grid-row:span 3;grid-template-rows:subgrid;margin:8px 0 16px;align-content:start}
        figcaption{font-size:14px;line-height:20px;margin:0 0 16px;max-width:84ch}
        figcaption b{font-weight:600;display:block}
        figcaption span{color:var(--soft)}
        details{margin:8px 0;font-size:14px}
        summary{cursor:pointer;color:var(--soft);font-size:13px}
        pre{background:var(--wash);padding:16px;overflow-x:auto;font:13px/20px ui-monospace,Menlo,Consolas,monospace;
        margin:16px 0}
        .settings{display:grid;grid-template-columns:minmax(96px,max-content) 1fr;gap:0 24px;font-size:14px;
        line-height:20px;margin:16px 0}
        .settings dt{color:var(--soft);padding:4px 0;overflow-wrap:anywhere;max-width:200px}
        .settings dd{margin:0;padding:4px 0;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;max-width:76ch}
        footer{color:var(--soft);font-size:13px;line-height:20px;margin-top:64px;padding-bottom:40px;
        overflow-wrap:anywhere}
        footer p{border-top:1px solid var(--rule);padding-top:16px;max-width:none}
        @media screen and (min-width:1136px){body:has(nav){max-width:1104px;margin:0 auto;padding-left:240px}
        body:has(nav) :is(main,header,footer){margin-left:0;margin-right:0}
        nav{position:fixed;top:0;bottom:0;width:208px;margin:0 0 0 -240px;padding:48px 8px 32px 24px;overflow-y:auto}
        nav a{display:block;padding:3px 0}nav .key{margin-top:24px;padding-top:16px;border-top:1px solid var(--rule)}
        nav .key li{display:flex;align-items:baseline;margin-right:0}nav .swatch{flex:none}}
        @media screen and (max-width:640px){main,header,footer{padding-left:16px;padding-right:16px}
        header{padding-top:24px}
        .verdict{padding:16px 16px 16px 12px;margin:0 -16px}.verdict .headline{font-size:22px;line-height:28px}
        .figures{grid-template-columns:repeat(2,1fr)}.figures div:nth-child(odd){border-left:0;padding-left:0}
        .wide{display:none}.narrow{display:block}.pair,.pair figure{display:block}
        .settings{display:block}.settings dd{padding-top:0}h2{margin-top:48px}.long{min-width:208px}
        table:has(.long) .num{white-space:normal}}
        @page{margin:16mm 15mm}
        @media print{body{font-size:10pt;line-height:1.45}main,header,footer{max-width:none;padding:0}
        header{padding-top:0}nav,details{display:none}
        .verdict .headline{font-size:18pt;line-height:1.25}
        figure,.verdict,p,tr,pre,.settings,.scroll,.group{break-inside:avoid}
        h2,h3,figcaption,.caption,thead,.key,p:has(+pre),p:has(+.group){break-after:avoid}
        h2{margin-top:20pt;font-size:14pt}.scroll{overflow:visible}table{font-size:8.5pt;line-height:1.35}
        th,td{padding:3pt 5pt}th:first-child{min-width:0}thead th,.cell-note{font-size:8pt}
        .figures .value{font-size:15pt}figure{margin:10pt 0 16pt}
        .verdict,tr.top,svg,td,th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        """;
}
