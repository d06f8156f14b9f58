using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Fits the baseline: what is left of a target once its features have said what they can.</summary>
internal sealed class BaselineFit
{
    /// <summary>
    /// In units of the target's spread: the mean where the features explain most of it, near the median where they do not.
    /// </summary>
    private const string Middle = "huber:delta=0.5";

    private const string MeanOfCounts = "poisson";
    private const string MeanOfAmounts = "tweedie:power=1.5";
    private const string Classes = "cross-entropy";

    /// <summary>Robust against the few tiny residuals whose logarithms are far out.</summary>
    private const string LogSpread = "huber:delta=1";

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
        double[] means = Means(MeanOfCounts);
        return new()
        {
            Positions = _rows.Positions,
            Predictions = means,
            Residuals = Differences(means),
            Means = means,
        };
    }

    private Baseline OfNumbers()
    {
        double[] sorted = OrderStatistics.Sorted(_targets);
        TargetScale scale = new(OrderStatistics.Median(sorted), TargetScale.SpreadOf(_targets), Link.Identity);
        double[] middle = Fitted(Middle, scale, _targets, "middle");
        double[] residuals = Differences(middle);
        return new()
        {
            Positions = _rows.Positions,
            Predictions = middle,
            Residuals = residuals,
            Deviations = Deviations(residuals),
            Means = sorted[0] >= 0 ? Means(MeanOfAmounts) : [],
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

    /// <summary>Means by a logarithmic link, brought to the height and steepness that the targets have.</summary>
    private double[] Means(string loss)
    {
        double mean = _targets.Average();
        double[] means = Fitted(loss, new(0, mean > 0 ? mean : 1, Link.Log), _targets, "mean");
        return MeanCalibration.Of(means, _targets);
    }

    private double[] Fitted(string loss, TargetScale scale, double[] targets, string name)
    {
        CrossFit fit = new(_rows, _options, _random.Split(name));
        float[] encoded = [.. targets.Select(target => (float)scale.Encode(target))];
        float[] raw = fit.Predict((ISampleLoss)LossCatalogue.Create(loss), encoded, 0);
        return [.. raw.Select(value => scale.Decode(value))];
    }

    private double[] Differences(double[] predictions) => [.. _targets.Zip(predictions, (target, p) => target - p)];

    private double[] Deviations(double[] residuals)
    {
        double spread = OrderStatistics.SpreadAboutZero(residuals);
        if (!(spread > 0))
        {
            return residuals;
        }

        // A residual of exactly 0, of ties or a perfect prediction, has no logarithm.
        double[] sizes = [.. residuals.Select(r => RealFunctions.Log(Math.Max(Math.Abs(r) / spread, 1e-3)))];
        double[] predicted = SlopeCalibration.Of(Fitted(LogSpread, new(0, 1, Link.Identity), sizes, "spread"), sizes);
        double[] scaled = [.. residuals.Zip(predicted, (r, s) => r / spread / RealFunctions.Exp(s))];
        double unit = OrderStatistics.SpreadAboutZero(scaled);
        return [.. scaled.Select(value => value / unit)];
    }
}
