namespace Lossary.Samples;

/// <summary>A finding and what came of it, as a page.</summary>
public static class Report
{
    public static string Of(PublishedFinding finding, ResultTable table)
    {
        ArgumentNullException.ThrowIfNull(finding);
        ArgumentNullException.ThrowIfNull(table);
        IEnumerable<string> claims = finding.Claims.Select(
            claim => $"- {claim.Text} **{(claim.IsBorneOut(table) ? "Borne out." : "Not borne out.")}**");
        return string.Join('\n',
        [
            $"# {finding.Title}",
            "",
            $"Source: {finding.Source}.",
            "",
            $"Published: {finding.Published}",
            "",
            $"Here: {finding.Method}",
            "",
            table.ToMarkdown(),
            "",
            .. claims,
            "",
        ]);
    }
}
