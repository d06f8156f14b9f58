using Lossary.Data;

namespace Lossary.Studies;

/// <summary>What is tried on whom.</summary>
internal sealed class StressPlan
{
    private StressPlan(StressKind[] kinds, string[] leftOut, LossOutcome[] outcomes, Fold[] folds)
    {
        Kinds = kinds;
        LeftOut = leftOut;
        Outcomes = outcomes;
        Folds = folds;
    }

    public IReadOnlyList<StressKind> Kinds { get; }

    /// <summary>Why a trouble that was asked for, or might be expected, is not tried.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>The objectives, by their outcomes, in the comparison's order.</summary>
    public IReadOnlyList<LossOutcome> Outcomes { get; }

    /// <summary>Folds of the first repeat.</summary>
    public IReadOnlyList<Fold> Folds { get; }

    public static StressPlan Of(ComparisonResult result, StressOptions options)
    {
        List<string> leftOut = [];
        List<StressKind> kinds = [];
        foreach (StressKind kind in options.Kinds?.Distinct() ?? Enum.GetValues<StressKind>())
        {
            string? why = Refusal(kind, result.Target);
            if (why is null)
            {
                kinds.Add(kind);
            }
            else if (options.Kinds is not null || kind == StressKind.OutliersOnBothSides && !result.Target.IsClass)
            {
                leftOut.Add(why);
            }
        }

        LossOutcome[] chosen = Chosen(result, options.MaxObjectives);
        if (chosen.Length == 0)
        {
            return new([], ["No objective can be judged on clean rows."], [], []);
        }

        Fold[] folds = [.. result.Folds.Where(fold => fold.Repeat == 0).Take(options.MaxFolds)];
        return new([.. kinds], [.. leftOut], chosen, folds);
    }

    /// <summary>
    /// The one to be taken, the best and the simplest first, since these are what the choice is between.
    /// </summary>
    private static LossOutcome[] Chosen(ComparisonResult result, int most)
    {
        LossOutcome[] judged = [.. result.Outcomes.Where(outcome => outcome.Failure is null)];
        IEnumerable<LossOutcome?> wanted =
            [result.Verdict.Take, result.Verdict.Best, judged.MinBy(outcome => outcome.Simplicity), .. judged];
        LossOutcome[] chosen = [.. wanted.OfType<LossOutcome>().Distinct().Take(most)];
        return [.. judged.Where(chosen.Contains)];
    }

    /// <summary>Why a target cannot have a trouble; null if it can.</summary>
    private static string? Refusal(StressKind kind, Target target) => kind switch
    {
        StressKind.WrongLabels or StressKind.RareClass when !target.IsClass =>
            $"'{target.Name}' has no classes: labels cannot be wrong nor classes rare.",
        StressKind.HighOutliers or StressKind.OutliersOnBothSides when target.IsClass =>
            $"'{target.Name}' has classes: there are no far values.",
        StressKind.OutliersOnBothSides when Least(target) >= 0 =>
            $"'{target.Name}' is never negative: there are no far values below, only above.",
        _ => null,
    };

    private static double Least(Target target)
    {
        double least = double.PositiveInfinity;
        foreach (double value in target.Values)
        {
            least = Math.Min(least, value);
        }

        return least;
    }
}
