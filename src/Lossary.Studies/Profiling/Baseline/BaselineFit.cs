using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Fits the baseline: what is left of a target once its features have said what they can.</summary>
internal sealed class BaselineFit
{
    /// <summary>
    /// In units of the target's spread: the mean where the features explain most of it, near the median where they do
    /// not.
    /// </summary>
    private const string Middle = "huber:delta=0.5";

    private const string MeanOfCounts = "poisson";
    private const string MeanOfAmounts = "tweedie:power=1.5";
    private const string Classes = "cross-entropy";

    /// <summary>Robust against the few tiny residuals whose logarithms are far out.</summary>
    private const string LogSpread = "huber:delta=1";

    /// <summary>A fit that takes away less is a fit to noise, which a constant does better.</summary>
    private const double LeastExplained = 0.005;

    private const double SmallestSize = 1e-3;

    private readonly BaselineRows _rows;
    private readonly Target _target;
    private readonly ProfileOptions _options;
    private readonly RandomStream _random;
    private readonly double[] _targets;

    private BaselineFit(BaselineRows rows, Target target, ProfileOptions options, RandomStream random)
    {
        _rows = rows;
        _target = target;
        _options = options;
        _random = random;
        _targets = [.. rows.Positions.Select(position => target.Values[position])];
    }

    /// <summary>Fits all that the task asks for.</summary>
    /// <exception cref="DataFileException">No column can serve as a feature.</exception>
    public static Baseline Run(Table table, Target target, ProfileOptions options)
    {
        RandomStream random = new RandomStream((ulong)options.Seed).Split("profile");
        BaselineFit fit = new(BaselineRows.Draw(table, target, options, random.Split("rows")), target, options, random);
        return target.Task switch
        {
            TaskKind.Counts => fit.OfCounts(),
            TaskKind.Regression => fit.OfNumbers(),
            _ => fit.OfClasses(),
        };
    }

    private Baseline OfCounts()
    {
        (double[] unseen, double[] seen) = Means(MeanOfCounts);
        return new()
        {
            Positions = _rows.Positions,
            Predictions = unseen,
            Residuals = Differences(unseen),
            SeenResiduals = Differences(seen),
            Means = unseen,
            SeenMeans = seen,
        };
    }

    private Baseline OfNumbers()
    {
        double[] sorted = OrderStatistics.Sorted(_targets);
        TargetScale scale = new(OrderStatistics.Median(sorted), TargetScale.SpreadOf(_targets), Link.Identity);
        (double[] unseen, double[] seen) = Middles(scale);
        double[] residuals = Differences(unseen), seenResiduals = Differences(seen);
        (double[] means, double[] seenMeans) = sorted[0] >= 0 ? Means(MeanOfAmounts) : ([], []);
        return new()
        {
            Positions = _rows.Positions,
            Predictions = unseen,
            Residuals = residuals,
            SeenResiduals = seenResiduals,
            Deviations = Deviations(residuals, seenResiduals),
            Means = means,
            SeenMeans = seenMeans,
        };
    }

    private Baseline OfClasses()
    {
        int count = _target.ClassNames.Count;
        int[] classes = [.. _rows.Positions.Select(position => _target.Classes[position])];
        double[] start = new double[count];
        for (int k = 0; k < count; k++)
        {
            start[k] = RealFunctions.Log((classes.AsSpan().Count(k) + 0.5) / classes.Length);
        }

        IClassLoss loss = (IClassLoss)LossCatalogue.Create(Classes);
        float[] scores = new CrossFit(_rows, _options, _random.Split("classes")).Predict(loss, classes, start);
        return new() { Positions = _rows.Positions, Predictions = Response.Softmax(scores, count) };
    }

    /// <summary>The predicted middles; the median where features tell nothing of rows that were not seen.</summary>
    private (double[] Unseen, double[] Seen) Middles(TargetScale scale)
    {
        (double[] unseen, double[] seen) = Fitted(Middle, scale, _targets, "middle");
        double all = _targets.Average(target => Math.Abs(target - scale.Shift));
        double left = Differences(unseen).Average(Math.Abs);
        double[] median = [.. _targets.Select(_ => scale.Shift)];
        return left < (1 - LeastExplained) * all ? (unseen, seen) : (median, median);
    }

    /// <summary>Means by a logarithmic link, brought to the height and steepness that the targets have.</summary>
    private (double[] Unseen, double[] Seen) Means(string loss)
    {
        double mean = _targets.Average();
        (double[] unseen, double[] seen) = Fitted(loss, new(0, mean > 0 ? mean : 1, Link.Log), _targets, "mean");
        double[] calibrated = MeanCalibration.Of(unseen, _targets), constant = [.. _targets.Select(_ => mean)];
        return MeanFacts.ExplainedOf(_targets, calibrated) > LeastExplained
            ? (calibrated, MeanCalibration.Of(seen, _targets))
            : (constant, constant);
    }

    private (double[] Unseen, double[] Seen) Fitted(string loss, TargetScale scale, double[] targets, string name)
    {
        CrossFit fit = new(_rows, _options, _random.Split(name));
        float[] encoded = [.. targets.Select(target => (float)scale.Encode(target))];
        (float[] unseen, float[] seen) = fit.Predict((ISampleLoss)LossCatalogue.Create(loss), encoded);
        return ([.. unseen.Select(raw => scale.Decode(raw))], [.. seen.Select(raw => scale.Decode(raw))]);
    }

    private double[] Differences(double[] predictions) => [.. _targets.Zip(predictions, (target, p) => target - p)];

    private double[] Deviations(double[] residuals, double[] seen)
    {
        double[] sizes = ResidualFacts.Sizes(residuals, seen);
        double spread = OrderStatistics.SpreadAboutZero(sizes);
        if (!(spread > 0))
        {
            return residuals;
        }

        // A residual of exactly 0, of ties or a perfect prediction, has no logarithm.
        double[] logs = [.. sizes.Select(size => RealFunctions.Log(Math.Max(size / spread, SmallestSize)))];
        (double[] raw, _) = Fitted(LogSpread, new(0, 1, Link.Identity), logs, "spread");
        double[] predicted = SlopeCalibration.Of(raw, logs);
        double[] scaled = [.. residuals.Zip(predicted, (r, log) => r / spread / RealFunctions.Exp(log))];
        double unit = OrderStatistics.SpreadAboutZero(scaled);
        return unit > 0 ? [.. scaled.Select(value => value / unit)] : scaled;
    }
}
