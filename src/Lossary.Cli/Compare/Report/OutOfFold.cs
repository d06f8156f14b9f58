using Lossary.Studies;

namespace Lossary.Cli;

/// <summary>What a loss's networks predicted for the rows that they did not see, in the first repeat.</summary>
/// <param name="Responses">
/// Shape [rows], of several quantiles the middle one; or [rows, classes] where there are more than two classes.
/// </param>
/// <param name="Targets">Shape [rows]: numbers, or the classes' indices.</param>
internal sealed record OutOfFold(double[] Responses, double[] Targets)
{
    public static OutOfFold Of(ComparisonResult result, LossOutcome outcome)
    {
        IReadOnlyList<double> levels = result.Options.Quantiles;
        int width = result.Target.ClassNames.Count > 2 ? result.Target.ClassNames.Count : Math.Max(1, levels.Count);
        int middle = FoldPredictions.MiddleOf(levels);
        List<double> responses = [], targets = [];
        for (int fold = 0; fold < result.Folds.Count; fold++)
        {
            if (result.Folds[fold].Repeat == 0
                && outcome.Folds[fold].Responses.Count == result.Folds[fold].Test.Length * width)
            {
                responses.AddRange(
                    outcome.Folds[fold].Responses.Where((_, i) => levels.Count == 0 || i % width == middle));
                targets.AddRange(result.Folds[fold].Test.Select(position => result.Target.Values[position]));
            }
        }

        return new([.. responses], [.. targets]);
    }

    /// <summary>Whether the loss predicts probabilities of classes, and not mere scores.</summary>
    public static bool HasProbabilities(LossOutcome outcome) => FoldPredictions.HasProbabilities(outcome);
}
