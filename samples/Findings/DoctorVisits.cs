using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>Counts of visits, of which four in five are 0: their own distributions against squared error.</summary>
public static class DoctorVisits
{
    private const int Folds = 10;

    // A linear model of the mean may foretell less than no visits; deviance has no value there.
    private const double LeastMean = 0.01;

    public static PublishedFinding Finding { get; } = new()
    {
        Name = "visits",
        Title = "Counts want a loss of counts",
        Source = "A. C. Cameron, P. K. Trivedi, Econometric Models Based on Count Data, Journal of Applied "
            + "Econometrics 1 (1986) 29-53, doi:10.1002/jae.3950010104, table III; the same authors, Regression "
            + "Analysis of Count Data, Cambridge 1998, tables 3.3 and 3.4; data: R package AER (DoctorVisits)",
        Published = "Visits to a doctor in two weeks, of 5,190 Australians. Poisson regression has a "
            + "log-likelihood of -3355.5, a constant of -2.224 and 0.187 for each illness; the negative binomial "
            + "-3198.7, -2.190 and 0.214: the visits spread wider than Poisson's.",
        Method = "The tables' twelve features and the square of age; Newton's method with the losses' own gradient "
            + "and curvature, so the fits are exact; the dispersion of the negative binomial is the likeliest on "
            + "the rows that are trained on. Squared error is a linear model of the mean, and its probability of a "
            + "count is that of the normal distribution within half a visit of it (of none: below half a visit), "
            + "which the likelihood of a density would flatter. Log score and deviance are of ten-fold "
            + "cross-validation; for the deviance, means below 0.01 count as 0.01. Seen beside the published: by "
            + "the deviance of its mean alone the linear model does better, for the exponential overshoots for "
            + "people with many days of reduced activity. What the losses of counts win here is the distribution.",
        Needs = DataPackages.DoctorVisits,
        Run = _ => Run(ReadVisits()),
        Claims =
        [
            new("Poisson's likelihood and coefficients are the published ones.", table =>
                Is(table["poisson", "log-likelihood"], -3355.5, 0.05)
                && Is(table["poisson", "constant"], -2.224, 5e-4) && Is(table["poisson", "illness"], 0.187, 5e-4)),
            new("So are the negative binomial's.", table =>
                Is(table["negative binomial", "log-likelihood"], -3198.7, 0.05)
                && Is(table["negative binomial", "constant"], -2.190, 5e-4)
                && Is(table["negative binomial", "illness"], 0.214, 5e-4)),
            new("On rows never seen, the negative binomial has the best log score, then Poisson, then squared error.",
                table => table["negative binomial", "log score"] < table["poisson", "log score"]
                && table["poisson", "log score"] < table["squared", "log score"] - 0.1),
            new("Squared error foretells less than no visits for some, and too few people without any.",
                table => table["squared", "below 0"] > 0
                    && table["squared", "none"] < table["observed", "none"] - 0.1),
            new("The negative binomial is nearest to the share of people without a visit.", table =>
                Math.Abs(table["negative binomial", "none"] - table["observed", "none"]) < 0.01
                && Math.Abs(table["poisson", "none"] - table["observed", "none"]) > 0.02),
        ],
    };

    public static ResultTable Run(VisitData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        int[] all = [.. Enumerable.Range(0, data.Visits.Length)];
        int[] dealt = [.. all];
        int illness = Array.IndexOf(data.Names, "illness");
        new RandomStream(seed: 1).Shuffle(dealt.AsSpan());
        List<(string Name, double[] Values)> rows = [];
        foreach (string name in (string[])["squared", "poisson", "negative binomial"])
        {
            CountModel whole = CountModel.Fit(name, data.Features, data.Visits);
            double likelihood = all.Sum(row => whole.LogProbability(data.Features[row], data.Visits[row]));
            double[] means = new double[all.Length];
            double score = 0, none = 0;
            for (int fold = 0; fold < Folds; fold++)
            {
                int[] trained = [.. dealt.Where((_, i) => i % Folds != fold)];
                CountModel model = CountModel.Fit(
                    name, [.. trained.Select(row => data.Features[row])], [.. trained.Select(row => data.Visits[row])]);
                foreach (int row in dealt.Where((_, i) => i % Folds == fold))
                {
                    means[row] = model.Mean(data.Features[row]);
                    score -= model.LogProbability(data.Features[row], data.Visits[row]) / all.Length;
                    none += Math.Exp(model.LogProbability(data.Features[row], 0)) / all.Length;
                }
            }

            double deviance = Deviances.MeanPoisson([.. means.Select(mean => Math.Max(mean, LeastMean))], data.Visits);
            double below = means.Count(mean => mean < 0) / (double)all.Length;
            (double constant, double ofIllness) = (whole.Coefficients[0], whole.Coefficients[illness]);
            rows.Add((name, [likelihood, constant, ofIllness, score, deviance, below, none]));
        }

        double observed = data.Visits.Count(visits => visits == 0) / (double)all.Length;
        rows.Add(("observed", [.. Enumerable.Repeat(double.NaN, 6), observed]));
        return new ResultTable(
            "model", ["log-likelihood", "constant", "illness", "log score", "deviance", "below 0", "none"], rows);
    }

    /// <summary>The data set, with the square of age.</summary>
    /// <exception cref="DataFileException">It has not been fetched.</exception>
    public static VisitData ReadVisits()
    {
        DataPackage package = DataPackages.DoctorVisits;
        Table table = CsvFile.Read(Path.Combine(DataFolders.Find(package), package.Files[0].Name));
        Column[] columns = [.. table.Columns.Where(column => column.Name != "visits")];
        int age = Array.FindIndex(columns, column => column.Name == "age");
        double[][] features = [.. Enumerable.Range(0, table.RowCount).Select(row =>
        {
            double[] values = [.. columns.Select(column => Number(column, row))];
            return (double[])[1, .. values, values[age] * values[age]];
        })];
        return new VisitData(
            features, ["constant", .. columns.Select(column => column.Name), "age squared"],
            table.Column("visits").Numbers.ToArray());
    }

    // Of the texts, female and yes are 1.
    private static double Number(Column column, int row) => column.Kind == ColumnKind.Numeric
        ? column.Numbers[row]
        : column.Levels[column.Codes[row]] is "female" or "yes" ? 1 : 0;

    private static bool Is(double value, double published, double tolerance) => Math.Abs(value - published) <= tolerance;
}

/// <summary>People, and how often they went to a doctor.</summary>
/// <param name="Features">Shape [n, p]; the first is 1.</param>
/// <param name="Names">The features' names, [p].</param>
/// <param name="Visits">Shape [n].</param>
public sealed record VisitData(double[][] Features, string[] Names, double[] Visits);
