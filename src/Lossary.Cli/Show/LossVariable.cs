using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>What a loss's formula is written over: its family's own variable, and the range to show it on.</summary>
/// <param name="Symbol">The letter in the formula.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Axis">The name of a plot's axis.</param>
/// <param name="Low">Where a plot begins.</param>
/// <param name="High">Where it ends.</param>
internal sealed record LossVariable(string Symbol, string Meaning, string Axis, double Low, double High)
{
    /// <summary>A few points for a table: whole numbers and halves where the range has such ends.</summary>
    public double[] Samples
    {
        get
        {
            int steps = High - Low >= 8 ? 4 : 6;
            return [.. Enumerable.Range(0, steps + 1).Select(i => Low + ((High - Low) * i / steps))];
        }
    }

    public static LossVariable Of(LossEntry entry) => entry.Family switch
    {
        LossFamily.Distance => new(
            "r", "the residual: prediction − target", "residual r", -Reach(entry.Card), Reach(entry.Card)),
        LossFamily.Margin => new("m", "the margin: target (−1 or +1) · score", "margin m", -3, 3),
        LossFamily.LogProbability => new(
            "ℓ", "the log-probability of the target class", "log-probability of the target class", -3, 0),
        LossFamily.Distribution => new(
            "ℓ", "a class's log-probability, t its share of the target; summed over the classes",
            "log-probability of the target class", -3, 0),
        LossFamily.ClassMargin => new(
            "d", "another class's score − the target's", "another class's score − the target's", -3, 3),
        LossFamily.Ordinal => new(
            "d", "the predicted − the true probability of a class or one below it; summed over the boundaries",
            "difference of cumulative probabilities d", -1, 1),
        LossFamily.Pointwise => Pointwise(entry.Card),
        _ => ArraySection.VariableOf(entry),
    };

    /// <summary>The loss at a point of the variable; pointwise ones for a target of 1.</summary>
    public static LossPoint At(LossEntry entry, ILoss loss, double x) => loss switch
    {
        ISampleLoss sample when entry.Family == LossFamily.Distance => sample.At(x, 0),
        ISampleLoss sample => sample.At(x, 1),
        IArrayLoss arrays => ArraySection.At(arrays, x),
        _ => ((IClassLoss)loss).At(x),
    };

    /// <summary>The loss at several points of the variable.</summary>
    public static LossPoint[] At(LossEntry entry, ILoss loss, IReadOnlyList<double> points) => loss is IArrayLoss arrays
        ? ArraySection.At(arrays, points)
        : [.. points.Select(x => At(entry, loss, x))];

    /// <summary>As far as 3, or where the parameters' lengths have had their effect.</summary>
    private static double Reach(LossCard card)
    {
        double length = card.Parameters.Where(parameter => parameter.UnitPower == 1)
            .Select(parameter => parameter.Default)
            .DefaultIfEmpty(0)
            .Max();
        return 1.5 * length <= 3 ? 3 : 4 * Math.Ceiling(1.5 * length / 4);
    }

    private static LossVariable Pointwise(LossCard card)
    {
        string meaning = card.Link switch
        {
            Link.Identity => "the prediction, t the target",
            Link.Log => "the logarithm of the prediction, t the target",
            Link.Logit => "the logit of the predicted probability, t the target",
            _ => "the raw prediction, t the target",
        };
        double low = double.IsFinite(card.Prediction.Low) ? card.Prediction.Low : -4;
        double high = double.IsFinite(card.Prediction.High) ? card.Prediction.High : 4;
        double margin = (high - low) / 100;
        return new(
            "z",
            meaning,
            "raw prediction z, for a target of 1",
            double.IsFinite(card.Prediction.Low) ? low + margin : low,
            double.IsFinite(card.Prediction.High) ? high - margin : high);
    }
}
