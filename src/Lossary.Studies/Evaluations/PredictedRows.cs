using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>The predictions of a file beside their targets.</summary>
/// <param name="Target">The targets.</param>
/// <param name="Kind">What the values are.</param>
/// <param name="Values">
/// Numbers, or of the positive class [n]; of all of three or more classes [n, classes]; class numbers [n].
/// </param>
internal sealed record PredictedRows(Target Target, PredictionKind Kind, double[] Values)
{
    /// <summary>Values of a row.</summary>
    public int Width => Values.Length / Target.Count;

    /// <summary>The predictions as metrics judge them.</summary>
    /// <param name="needs">
    /// What mistakes cost, held against the target: of probabilities the cheapest class is predicted.
    /// </param>
    public Predictions ToPredictions(Needs needs)
    {
        Predictions predictions = ToPredictions(
            Target.Task == TaskKind.Binary && needs.Costs is ErrorCosts costs ? costs.Threshold : 0.5);
        return needs.ClassCosts is ClassTable table
            ? predictions.WithCosts(table.For(Target), decide: true)
            : predictions;
    }

    private Predictions ToPredictions(double threshold)
    {
        int classes = Target.ClassNames.Count;
        return Kind switch
        {
            PredictionKind.Number => Predictions.OfNumbers(Target.Task, Values, Target.Values.ToArray()),
            PredictionKind.Probability => Predictions.OfProbabilities(
                Values, Target.Classes.ToArray(), classes, threshold: threshold),
            PredictionKind.Score => Predictions.OfScores(Values, Target.Classes.ToArray(), classes),
            _ => Predictions.OfScores(NamesAsScores(classes), Target.Classes.ToArray(), classes),
        };
    }

    /// <summary>1 for the class that is named; of two classes, +1 or −1.</summary>
    private double[] NamesAsScores(int classes)
    {
        if (classes == 2)
        {
            return [.. Values.Select(value => (2 * value) - 1)];
        }

        double[] scores = new double[Values.Length * classes];
        for (int i = 0; i < Values.Length; i++)
        {
            scores[(i * classes) + (int)Values[i]] = 1;
        }

        return scores;
    }
}
