using System.Globalization;
using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Hands predictions to losses as each wants them, or tells why that cannot be.</summary>
internal sealed class LossFit(PredictedRows rows, Table table)
{
    public static LossTask TaskOf(TaskKind task) => task switch
    {
        TaskKind.Regression => LossTask.Regression,
        TaskKind.Counts => LossTask.Counts,
        TaskKind.Binary => LossTask.Binary,
        _ => LossTask.MultiClass,
    };

    /// <summary>The loss of all rows; null, and a reason, where there is none.</summary>
    public Totals? Evaluate(ILoss loss, out string? reason)
    {
        reason = Mismatch(loss);
        return reason is not null ? null
            : loss is ISampleLoss sample ? OfSamples(sample, out reason)
            : OfClasses((IClassLoss)loss, out reason);
    }

    private string? Mismatch(ILoss loss)
    {
        if (!loss.Card.Tasks.HasFlag(TaskOf(rows.Target.Task)))
        {
            return $"is no loss for a {TaskNames.NameOf(rows.Target.Task)} target";
        }

        if (loss is not (ISampleLoss or IClassLoss))
        {
            return "takes more than a prediction and a target";
        }

        return (rows.Kind, loss.Card.Link) switch
        {
            (PredictionKind.Number, _) => null,
            (PredictionKind.ClassName, _) => "needs probabilities or scores, not class names",
            (PredictionKind.Probability, Link.Score) => "needs scores, not probabilities",
            _ => null,
        };
    }

    private Totals? OfSamples(ISampleLoss loss, out string? reason)
    {
        Target target = rows.Target;
        double[] raw = [.. rows.Values.Select(value => Raw(value, loss.Card.Link))];
        double[] targets = [.. target.Values.ToArray().Select(t => loss.Card.Target.EndsOnly ? (2 * t) - 1 : t)];
        reason = null;
        for (int i = 0; i < raw.Length && reason is null; i++)
        {
            reason = !double.IsFinite(raw[i]) ? NoRaw(i, loss.Card.Link)
                : !loss.Card.Prediction.Contains(raw[i])
                ? Outside("prediction", rows.Values[i], loss.Card.Prediction, i)
                : !loss.Card.Target.Contains(targets[i]) ? Outside("target", targets[i], loss.Card.Target, i)
                : null;
        }

        return reason is null ? loss.Evaluate(new LossBatch<double> { Predictions = raw, Targets = targets }) : null;
    }

    private Totals? OfClasses(IClassLoss loss, out string? reason)
    {
        double[] scores = rows.Width == 1 ? PairsOfScores() : [.. rows.Values.Select(LogOfProbability)];
        int classes = rows.Target.ClassNames.Count;
        int infinite = Array.FindIndex(scores, score => !double.IsFinite(score));
        reason = infinite < 0 ? null : NoRaw(infinite / classes, Link.Softmax);
        return reason is not null
            ? null
            : loss.Evaluate(
                new ClassBatch<double> { Scores = scores, Classes = classes, Targets = rows.Target.Classes });
    }

    /// <summary>A score for each of two classes.</summary>
    private double[] PairsOfScores() => rows.Kind == PredictionKind.Probability
        ? [.. rows.Values.SelectMany(p => (double[])[RealFunctions.Log1P(-p), RealFunctions.Log(p)])]
        : [.. rows.Values.SelectMany(score => (double[])[0, score])];

    /// <summary>Softmax takes the logarithms of probabilities back to these.</summary>
    private double LogOfProbability(double value) =>
        rows.Kind == PredictionKind.Probability ? RealFunctions.Log(value) : value;

    private double Raw(double value, Link link) => (rows.Kind, link) switch
    {
        (PredictionKind.Number, Link.Log) => RealFunctions.Log(value),
        (PredictionKind.Probability or PredictionKind.Number, Link.Logit) =>
            RealFunctions.Log(value) - RealFunctions.Log1P(-value),
        _ => value,
    };

    private string NoRaw(int row, Link link)
    {
        string value = rows.Width == 1 ? Text(rows.Values[row]) : "0";
        string wanted = link == Link.Log ? "a positive number" : "a probability above 0 and below 1";
        return $"needs {wanted}; row {Line(row)} predicts {value}";
    }

    private string Outside(string what, double value, Domain domain, int row) =>
        $"takes {what}s in {domain}; row {Line(row)} has {Text(value)}";

    private string Line(int row) => table.LineOf(rows.Target.Rows[row]).ToString(CultureInfo.InvariantCulture);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
