using Lossary.Reports;
using Lossary.Studies;
using MathNet.Numerics.Distributions;
using Bar = Lossary.Reports.Bar;

namespace Lossary.Cli;

/// <summary>The plots of a profile.</summary>
internal static class ProfileFigures
{
    private const int MostClasses = 30;
    private const int Groups = 20;
    private const int RowsOfGroup = 20;
    private const double WideRange = 2;

    /// <summary>Every plot that the data has, by the name of its file.</summary>
    public static IReadOnlyList<(string Name, Figure Figure)> Of(DataProfile profile)
    {
        List<(string, Figure)> figures =
            [("target", profile.Target.IsClass ? Classes(profile) : Histogram(profile))];
        if (profile.Baseline is { Deviations.Count: > 0 } baseline)
        {
            figures.Add(("tails", new(
                Tails(baseline),
                "How many rows are farther from their prediction than so many spreads. "
                + "Above the normal line on the right, squared error is drawn to a few rows.")));
        }

        if (profile.Baseline is { Residuals.Count: >= Groups * RowsOfGroup } fitted)
        {
            figures.Add(("spread", new(Spread(profile, fitted), "The residuals' size in groups of rows with like "
                + "predictions. Level: one noise for all. Rising: larger targets are noisier.")));
        }

        return figures;
    }

    /// <summary>Whether a target is better shown on a logarithmic axis.</summary>
    public static bool IsLogarithmic(DataProfile profile) => profile.Facts[FactCatalogue.Decades] >= WideRange;

    /// <summary>The share of rows beyond a number of spreads, and that of a normal distribution.</summary>
    public static LinePlot Tails(Baseline baseline)
    {
        double[] sizes = [.. baseline.Deviations.Select(Math.Abs).Where(size => size > 0).OrderDescending()];
        int[] places = [.. Places(sizes.Length)];
        double[] x = [.. places.Select(place => sizes[place - 1]).Reverse()];
        double[] y = [.. places.Select(place => place / (double)sizes.Length).Reverse()];
        double[] grid = [.. Enumerable.Range(0, 61).Select(i => Math.Pow(10, -1 + (i / 60.0 * Math.Log10(52))))];
        return new(
            "Share of rows beyond a distance from their prediction",
            new Axis("distance in spreads") { IsLogarithmic = true, Minimum = 0.5 },
            new Axis("share of rows") { IsLogarithmic = true, Minimum = 0.5 / sizes.Length, Maximum = 1 },
            [
                new("normal", grid, [.. grid.Select(at => 2 * Normal.CDF(0, 1, -at))], SeriesStyle.Expected),
                new("this data", x, y, SeriesStyle.Neutral) { IsEmphasised = true },
            ]);
    }

    private static Figure Histogram(DataProfile profile)
    {
        string name = profile.Target.Name;
        bool isLogarithmic = IsLogarithmic(profile);
        double[] values = profile.Target.Values.ToArray();
        Axis axis = isLogarithmic ? new(name + " (logarithmic)") { IsLogarithmic = true } : MiddleAxis.Of(name, values);
        HistogramPlot plot = new($"How often {name} is what", axis, values)
        {
            Style = SeriesStyle.Neutral,
        };
        string leftOut = MiddleAxis.LeftOut(axis, values);
        return new(plot, leftOut.Length > 0 ? leftOut.TrimStart() : "All rows.");
    }

    private static Figure Classes(DataProfile profile)
    {
        Bar[] bars =
        [
            .. profile.Target.ClassNames
                .Select((name, k) => new Bar(name, profile.Target.Classes.Count(k), SeriesStyle.Neutral))
                .OrderByDescending(bar => bar.Value)
                .Take(MostClasses),
        ];
        string left =
            profile.Target.ClassNames.Count > MostClasses
            ? $"The {MostClasses} most frequent classes."
            : "All classes.";
        return new(
            new BarPlot(
                $"How many rows are of which {profile.Target.Name}", new Axis("rows") { IsWhole = true }, bars),
            left);
    }

    private static LinePlot Spread(DataProfile profile, Baseline baseline)
    {
        int[] order = [.. Enumerable.Range(0, baseline.Residuals.Count).OrderBy(i => baseline.Predictions[i])];
        int groups = Math.Min(Groups, order.Length / RowsOfGroup);
        List<double> x = [], y = [];
        for (int group = 0; group < groups; group++)
        {
            int[] members = order[(order.Length * group / groups)..(order.Length * (group + 1) / groups)];
            x.Add(members.Average(i => baseline.Predictions[i]));
            y.Add(Math.Sqrt(members.Average(i => baseline.Residuals[i] * baseline.Residuals[i])));
        }

        return new(
            "Size of residuals by prediction",
            new Axis("prediction of " + profile.Target.Name),
            new Axis("root mean square residual") { Minimum = 0 },
            [new("residuals", x, y, SeriesStyle.Neutral)])
        { ShowsPoints = true };
    }

    /// <summary>Every place among the first, then fewer and fewer, so that a tail keeps all of its points.</summary>
    private static IEnumerable<int> Places(int count)
    {
        for (double place = 1; place <= count; place = Math.Max(place + 1, place * 1.05))
        {
            yield return (int)place;
        }
    }
}
