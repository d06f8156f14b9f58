using System.Globalization;
using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Samples;

/// <summary>Quantile losses give intervals that hold what they say; a mean and one spread for all do not.</summary>
public static class Quantiles
{
    private const double Tail = 0.05;
    private const string Quantile = "quantiles", Normal = "mean and spread";

    // The 0.95 quantile of the normal distribution.
    private const double Deviations = 1.6448536269514722;

    public static PublishedFinding Finding { get; } = new()
    {
        Name = "quantiles",
        Title = "Quantile losses give intervals that hold what they say",
        Source = "R. Koenker, G. Bassett, Regression Quantiles, Econometrica 46 (1978) 33-50, doi:10.2307/1913643",
        Published = "Of the targets, a share of level lies below the fitted quantile of that level, whatever the "
            + "noise; squared error knows a mean only, and one spread for all rows is wrong where the spread "
            + "varies.",
        Method = "The 0.05, 0.5 and 0.95 quantile losses against squared error with 1.645 standard deviations of "
            + "its residuals, both meant to hold 90 %: house prices (sample ames), the strength of concrete "
            + "(sample concrete), and 4,000 made-up rows whose noise grows with the mean. Linear models, five-fold "
            + "cross-validation; the spread is that of the held-out residuals. Low and high are the thirds of the "
            + "rows with the lowest and highest predicted mean. (The share is that of the rows that a model is "
            + "fitted to: a network of 32 hidden units learns those of ames too well, and its intervals hold 82 % "
            + "of rows never seen.)",
        Run = _ => Run(),
        Claims =
        [
            new("Quantile intervals hold 90 % within 3.5 points, and of the low third as much as of the high within 3.",
                table => Sets.All(set => Math.Abs(table[$"{set}, {Quantile}", "inside"] - (1 - (2 * Tail))) < 0.035
                    && Math.Abs(Slant(table, $"{set}, {Quantile}")) < 0.03)),
            new("Half of the targets lie below the 0.5 quantile, within 2 points.", table => Sets.All(
                set => Math.Abs(table[$"{set}, {Quantile}", "below the middle"] - 0.5) < 0.02)),
            new("Mean and spread hold at least 8 points more where the mean is low, and the noise small.", table =>
                Sets.All(set => Slant(table, $"{set}, {Normal}") > 0.08)),
        ],
    };

    private static string[] Sets => ["ames", "concrete", "made up"];

    public static ResultTable Run(int epochs = 150)
    {
        List<(string Name, double[] Values)> rows = [];
        foreach (string name in Sets)
        {
            HeldOut set = name == "made up" ? MakeUp(4000) : Sample(name);
            double[] mean = set.Predict(LossCatalogue.Create<ISampleLoss>("squared"), [], epochs);
            double spread = Math.Sqrt(ErrorMetrics.MeanSquaredError(mean, set.Targets));
            double[] low = At(set, Tail, epochs), high = At(set, 1 - Tail, epochs);
            rows.Add(($"{name}, {Quantile}", Judge(set.Targets, mean, low, At(set, 0.5, epochs), high)));
            rows.Add((
                $"{name}, {Normal}",
                Judge(
                    set.Targets,
                    mean,
                    Array.ConvertAll(mean, value => value - (Deviations * spread)),
                    mean,
                    Array.ConvertAll(mean, value => value + (Deviations * spread)))));
        }

        return new ResultTable("data, interval", ["below", "below the middle", "inside", "above", "inside, low", "inside, high"], rows);
    }

    private static double[] At(HeldOut set, double level, int epochs)
    {
        string loss = string.Create(CultureInfo.InvariantCulture, $"quantile:level={level:R}");
        return set.Predict(LossCatalogue.Create<ISampleLoss>(loss), [], epochs);
    }

    private static double[] Judge(double[] targets, double[] mean, double[] low, double[] middle, double[] high)
    {
        int[] byMean = [.. Enumerable.Range(0, mean.Length).OrderBy(row => mean[row])];
        int third = mean.Length / 3;
        return
        [
            byMean.Average(row => targets[row] < low[row] ? 1 : 0),
            byMean.Average(row => targets[row] < middle[row] ? 1 : 0),
            byMean.Average(Inside),
            byMean.Average(row => targets[row] > high[row] ? 1 : 0),
            byMean[..third].Average(Inside),
            byMean[^third..].Average(Inside),
        ];

        double Inside(int row) => targets[row] >= low[row] && targets[row] <= high[row] ? 1 : 0;
    }

    private static HeldOut Sample(string name)
    {
        SampleSet set = SampleSets.Find(name);
        return new HeldOut(set.Read(), set.Target);
    }

    /// <summary>A mean of 2 + 2 a + b, noise of a fifth of it, to the left and right alike.</summary>
    private static HeldOut MakeUp(int count)
    {
        RandomStream random = new(seed: 5);
        List<string> lines = ["a,b,target"];
        for (int row = 0; row < count; row++)
        {
            double a = 4 * random.NextDouble(), b = random.NextDouble();
            double mean = 2 + (2 * a) + b;
            double target = mean * (1 + (0.2 * random.NextNormal()));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{a},{b},{target}"));
        }

        using MemoryStream text = new(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return new HeldOut(CsvFile.Read(text, "made up"), "target");
    }

    private static double Slant(ResultTable table, string row) =>
        table[row, "inside, low"] - table[row, "inside, high"];
}
