using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>What a loss's networks predicted for the rows of one test fold, which they had not seen.</summary>
/// <param name="Fold">The fold.</param>
/// <param name="Responses">Shape [rows] or [rows, classes], as <see cref="FoldOutcome.Responses"/>.</param>
/// <param name="Width">Numbers of a row.</param>
public sealed record FoldPredictions(Fold Fold, IReadOnlyList<double> Responses, int Width)
{
    /// <summary>
    /// The levels of predicted quantiles, [width], rising; empty where one number, or classes, are predicted.
    /// </summary>
    public IReadOnlyList<double> Levels { get; private init; } = [];

    /// <summary>The probability above which the positive one of two classes is predicted.</summary>
    public double Threshold { get; private init; } = 0.5;

    /// <summary>What it costs to take one class for another, [classes, classes]; empty where nobody said.</summary>
    public IReadOnlyList<double> ClassCosts { get; private init; } = [];

    /// <summary>Whether the cheapest class is predicted, and not the likeliest.</summary>
    public bool IsDecidedByCosts { get; private init; }

    /// <summary>The index among some levels of the one nearest the middle; 0 where there are none.</summary>
    public static int MiddleOf(IReadOnlyList<double> levels) =>
        Enumerable.Range(0, levels.Count).OrderBy(k => Math.Abs(levels[k] - 0.5)).FirstOrDefault();

    /// <summary>All folds of a loss that has predictions; none of one that failed.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="outcome">One of its losses.</param>
    public static IReadOnlyList<FoldPredictions> Of(ComparisonResult result, LossOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(outcome);
        return
        [
            .. result.Folds.Zip(outcome.Folds)
                .Where(pair => pair.Second.Responses.Count > 0 && pair.First.Test.Length > 0)
                .Select(pair => new FoldPredictions(
                    pair.First, pair.Second.Responses, pair.Second.Responses.Count / pair.First.Test.Length)
                {
                    Levels = result.Options.Quantiles,
                    Threshold = result.Options.ThresholdOf(outcome.Objective),
                    ClassCosts = result.Options.ClassCosts,
                    IsDecidedByCosts = result.Options.DecidesByCosts(outcome.Objective),
                }),
        ];
    }

    /// <summary>Whether a loss's networks give probabilities of classes, and not mere scores.</summary>
    public static bool HasProbabilities(LossOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return ArrayTraining.GivesProbabilities(outcome.Loss);
    }

    /// <summary>The predictions of some of the fold's rows, for metrics to judge.</summary>
    /// <param name="target">What was predicted.</param>
    /// <param name="rows">Indices into the fold's test rows.</param>
    /// <param name="hasProbabilities">Whether classes were predicted by probabilities.</param>
    internal Predictions Take(Target target, IReadOnlyList<int> rows, bool hasProbabilities)
    {
        double[] values = new double[rows.Count * Width];
        for (int i = 0; i < rows.Count; i++)
        {
            for (int k = 0; k < Width; k++)
            {
                values[(i * Width) + k] = Responses[(rows[i] * Width) + k];
            }
        }

        double[]? weights = FoldPart.WeightsOf(target, [.. rows.Select(row => Fold.Test[row])]);
        if (!target.IsClass)
        {
            double[] targets = [.. rows.Select(row => target.Values[Fold.Test[row]])];
            return Levels.Count > 0
                ? Predictions.OfQuantiles(target.Task, [.. Levels], values, targets, weights)
                : Predictions.OfNumbers(
                    target.Task, values, targets, weights,
                    FoldPart.QueriesOf(target, [.. rows.Select(row => Fold.Test[row])]));
        }

        int[] classes = [.. rows.Select(row => target.Classes[Fold.Test[row]])];
        Predictions predictions = hasProbabilities
            ? Predictions.OfProbabilities(values, classes, target.ClassNames.Count, weights, Threshold)
            : Predictions.OfScores(values, classes, target.ClassNames.Count, weights);
        return ClassCosts.Count == 0 ? predictions : predictions.WithCosts([.. ClassCosts], IsDecidedByCosts);
    }
}
