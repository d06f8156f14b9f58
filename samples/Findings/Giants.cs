using System.Globalization;
using Lossary.Data;
using Lossary.Losses;

namespace Lossary.Samples;

/// <summary>Four giant stars tip the least-squares line of 47, but not that of a bounded loss.</summary>
public static class Giants
{
    private const int Steps = 1000;

    // 1.4826 makes the median absolute residual the standard deviation, if the noise is normal.
    private const double OfNormal = 1.4826022185056018;

    public static PublishedFinding Finding { get; } = new()
    {
        Name = "cyg",
        Title = "Four giant stars tip the least-squares line",
        Source = "P. J. Rousseeuw, A. M. Leroy, Robust Regression and Outlier Detection, Wiley 1987, chapter 2; "
            + "data and checks: R package robustbase (starsCYG, tests/lmrob-data.R)",
        Published = "The light of 47 stars of the cluster CYG OB1 grows with their temperature, but for four "
            + "giants. Least squares has slope -0.413 and intercept 6.793, against the main sequence. robustbase's "
            + "MM estimate, which is Tukey's loss from a robust start, has slope 2.253 and intercept -4.969, and "
            + "gives stars 11, 20, 30 and 34 a weight below 0.01.",
        Method = "Iteratively reweighted least squares, whose weights are the losses' own slopes over the "
            + "residual. It starts from the line of least median of squares; s is 1.4826 times the median absolute "
            + "residual from it. Without the giants is least squares on the other 43 stars. Huber and Cauchy at "
            + "the widths of 95 % efficiency are tipped too: the giants lie far out in temperature as well, and a "
            + "pull that never ends, times that lever, outweighs the others. Cauchy withstands them when its c is "
            + "that distribution's own scale, the median absolute residual.",
        Needs = DataPackages.StarsOfCygnus,
        Run = _ => Run(ReadStars()),
        Claims =
        [
            new(
                "Least squares has the published slope and intercept.",
                table => Is(table["squared", "slope"], -0.4133) && Is(table["squared", "intercept"], 6.7935)),
            new("Its line falls; without the giants it rises.", table =>
                table["squared", "slope"] < 0 && table["squared, without the giants", "slope"] > 2),
            new("Tukey's rises as it does without the giants, and gives none of them any weight.", table =>
                Math.Abs(table["tukey, c = 4.685 s", "slope"] - 2.25) < 0.25
                && table["tukey, c = 4.685 s", "giants' largest weight"] < 0.01),
            new("At robustbase's scale it has robustbase's slope and intercept.", table =>
                Is(table["tukey, c of lmrob", "slope"], 2.2532) && Is(table["tukey, c of lmrob", "intercept"], -4.9694)),
            new("Huber's falls, and Cauchy's at 95 % efficiency.", table =>
                table["huber, delta = 1.345 s", "slope"] < 0 && table["cauchy, c = 2.385 s", "slope"] < 0),
            new("Cauchy's rises where its c is the median absolute residual.", table =>
                Math.Abs(table["cauchy, c = s / 1.4826", "slope"] - 2.25) < 0.25),
        ],
    };

    public static ResultTable Run(IReadOnlyList<Star> stars)
    {
        ArgumentNullException.ThrowIfNull(stars);
        double[][] features = [.. stars.Select(star => (double[])[1, star.Temperature])];
        double[] light = [.. stars.Select(star => star.Light)];
        double[] start = LeastMedianOfSquares(stars);
        double median = MedianAbsoluteResidual(stars, start);
        double scale = OfNormal * median;
        List<(string Name, double[] Values)> rows = [];
        Add("squared", "squared", 0);
        double[] others = [.. stars.Select(star => IsGiant(star) ? 0.0 : 1)];
        double[] without = LeastSquares.Fit(features, light, others);
        rows.Add(("squared, without the giants", [without[1], without[0], double.NaN, 0]));
        Add("huber, delta = 1.345 s", "huber:delta=", 1.345 * scale);
        Add("cauchy, c = 2.385 s", "cauchy:c=", 2.385 * scale);
        Add("cauchy, c = s / 1.4826", "cauchy:c=", median);
        Add("tukey, c = 4.685 s", "tukey:c=", 4.685 * scale);

        // The scale and the constant that lmrob of robustbase 0.95 reports for these stars.
        Add("tukey, c of lmrob", "tukey:c=", 4.685061 * 0.4714579);
        return new ResultTable("loss", ["slope", "intercept", "width", "giants' largest weight"], rows);

        void Add(string name, string loss, double width)
        {
            string text = width > 0 ? loss + width.ToString("R", CultureInfo.InvariantCulture) : loss;
            ISampleLoss chosen = LossCatalogue.Create<ISampleLoss>(text);
            (double[] line, double[] weights) = Reweight(chosen, features, light, start);
            double giants = stars.Zip(weights).Where(pair => IsGiant(pair.First)).Max(pair => pair.Second);
            rows.Add((name, [line[1], line[0], width > 0 ? width : double.NaN, giants]));
        }
    }

    /// <summary>The stars, in the file's order.</summary>
    /// <exception cref="DataFileException">They have not been fetched.</exception>
    public static IReadOnlyList<Star> ReadStars()
    {
        DataPackage package = DataPackages.StarsOfCygnus;
        Table table = CsvFile.Read(Path.Combine(DataFolders.Find(package), package.Files[0].Name));
        double[] temperatures = table.Column("log.Te").Numbers.ToArray();
        double[] lights = table.Column("log.light").Numbers.ToArray();
        return [.. temperatures.Zip(lights, (temperature, light) => new Star(temperature, light))];
    }

    /// <summary>The line where the weights, slope / residual, are its own; and they, as shares of the largest.</summary>
    private static (double[] Line, double[] Weights) Reweight(
        ISampleLoss loss, double[][] features, double[] targets, double[] start)
    {
        double[] line = start, weights = [];
        for (int step = 0; step < Steps; step++)
        {
            weights = [.. features.Zip(targets, (row, target) => Weight(loss, line[0] + (line[1] * row[1]) - target))];
            line = LeastSquares.Fit(features, targets, weights);
        }

        return (line, [.. weights.Select(weight => weight / loss.At(0, 0).Curvature)]);
    }

    private static double Weight(ISampleLoss loss, double residual)
    {
        LossPoint point = loss.At(residual, 0);
        return residual == 0 ? point.Curvature : point.Slope / residual;
    }

    /// <summary>Of all lines as steep as through two stars, that of the least median of squared residuals.</summary>
    private static double[] LeastMedianOfSquares(IReadOnlyList<Star> stars)
    {
        double[] best = [];
        double least = double.PositiveInfinity;
        for (int i = 0; i < stars.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double run = stars[i].Temperature - stars[j].Temperature;
                if (run != 0)
                {
                    double slope = (stars[i].Light - stars[j].Light) / run;
                    double[] rest = [.. stars.Select(star => star.Light - (slope * star.Temperature)).Order()];
                    (double middle, double half) = ShortestHalf(rest);
                    (best, least) = half < least ? ([middle, slope], half) : (best, least);
                }
            }
        }

        return best;
    }

    /// <summary>Middle and half length of the shortest interval that holds more than half of the numbers.</summary>
    private static (double Middle, double Half) ShortestHalf(double[] sorted)
    {
        int span = sorted.Length / 2;
        int start = Enumerable.Range(0, sorted.Length - span).MinBy(i => sorted[i + span] - sorted[i]);
        return ((sorted[start] + sorted[start + span]) / 2, (sorted[start + span] - sorted[start]) / 2);
    }

    private static double MedianAbsoluteResidual(IReadOnlyList<Star> stars, double[] line)
    {
        double[] sorted =
            [.. stars.Select(star => Math.Abs(star.Light - line[0] - (line[1] * star.Temperature))).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    // Stars 11, 20, 30 and 34: all others are hotter than 3.8 (stars 7, 9 and 14 between 3.84 and 4.01).
    private static bool IsGiant(Star star) => star.Temperature < 3.5;

    private static bool Is(double value, double published) => Math.Abs(value - published) < 1e-4;
}

/// <summary>A star.</summary>
/// <param name="Temperature">The logarithm of its effective temperature at the surface.</param>
/// <param name="Light">The logarithm of its light intensity.</param>
public readonly record struct Star(double Temperature, double Light);
