using Lossary.Losses;
using Lossary.Reports;

namespace Lossary.Cli;

/// <summary>Every page of the catalogue and every plot.</summary>
internal static class LossPages
{
    private const int PlotWidth = 640;

    /// <summary>The texts of all files by their paths below <c>docs/losses</c>.</summary>
    /// <param name="sourceOf">The file of a type's formula, relative to a page.</param>
    public static IReadOnlyDictionary<string, string> All(Func<string, string?> sourceOf)
    {
        Dictionary<string, string> files = new(StringComparer.Ordinal) { ["README.md"] = LossIndexPage.Print() };
        foreach (LossEntry entry in LossCatalogue.All)
        {
            ILoss loss = entry.Create();
            string type = LossCode.TypeName(loss).Split('<')[0];
            files[$"{entry.Card.Key}.md"] = LossPage.Of(entry, sourceOf(type));
            files[$"plots/{entry.Card.Key}.svg"] = LossPlot.WithCurvature(entry, loss)
                .ToSvg(SvgUse.Standalone, PlotWidth);
        }

        return files;
    }
}
