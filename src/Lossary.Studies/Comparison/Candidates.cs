using Lossary.Data;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>Which objectives a comparison tries, and whether it can.</summary>
public static class Candidates
{
    private static readonly ComparisonOptions s_ofQuantiles = new() { Quantiles = Advisor.Deciles };
    private static readonly ComparisonOptions s_plain = new();

    /// <summary>The objectives that a task is tried with when the user names none.</summary>
    /// <remarks>
    /// Scales are in units of the target's spread, see <see cref="TargetScale"/>: half a spread and less, since a
    /// network that has learnt anything leaves residuals well below one.
    /// </remarks>
    /// <param name="target">What is to be predicted; losses that its values rule out are left out.</param>
    public static IReadOnlyList<Objective> DefaultsFor(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return
        [
            .. DefaultNames(target.Task).Select(Objective.Parse).Where(objective => Refusal(objective, target) is null),
        ];
    }

    /// <summary>
    /// The candidates of an advice that can be trained, with the parameters tuned that neither data nor user settles.
    /// </summary>
    /// <param name="advice">What was recommended.</param>
    /// <param name="target">What is to be predicted.</param>
    public static IReadOnlyList<Objective> From(Advice advice, Target target)
    {
        ArgumentNullException.ThrowIfNull(advice);
        ArgumentNullException.ThrowIfNull(target);
        ComparisonOptions options = new ComparisonOptions().With(advice.Needs, target);
        Objective[] usable = [.. advice.Candidates.Where(objective => Refusal(objective, target, options) is null)];
        return usable.Length == 0
            ? DefaultsFor(target)
            : [.. usable.Select(TunedParameter.WhereOpen).DistinctBy(one => one.Name)];
    }

    /// <summary>
    /// What is tried where quantiles are asked for: the pinball loss at each of them, and losses of one prediction, to
    /// which the quantiles of their errors are added.
    /// </summary>
    /// <param name="target">What is to be predicted.</param>
    public static IReadOnlyList<Objective> ForQuantiles(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        string[] names = target.IsClass ? DefaultNames(target.Task)
            : target.Task == TaskKind.Counts
            ? [SeveralQuantiles.Key, "zero-inflated-negative-binomial", "poisson", "squared", "absolute"]
            : [SeveralQuantiles.Key, "gaussian", "squared", "absolute", "huber:delta=tuned", "gamma", "log-normal"];
        return
        [
            .. names.Select(Objective.Parse).Where(objective => Refusal(objective, target, s_ofQuantiles) is null),
        ];
    }

    /// <summary>Why an objective cannot be trained for a target; null if it can.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="target">What is to be predicted.</param>
    /// <param name="options">
    /// Whether quantiles of it are, what mistakes cost, how often labels are wrong; null for none of it.
    /// </param>
    public static string? Refusal(Objective objective, Target target, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(target);
        ILoss loss = objective.Loss;
        LossTask task = LossFit.TaskOf(target.Task);
        if (ArrayTraining.Is(loss))
        {
            return ArrayTraining.RefusalOf(loss, target, options ?? s_plain);
        }

        if (loss is not (ISampleLoss or IClassLoss))
        {
            return $"{loss.Card.Key} takes more than a prediction and a target, and compare cannot train it yet";
        }

        if (!loss.Card.Tasks.HasFlag(task))
        {
            return $"{loss.Card.Key} is no loss for a {TaskNames.NameOf(target.Task)} target";
        }

        if (TrainedLoss.RefusalOf(loss) is string refusal)
        {
            return refusal;
        }

        if (target.IsClass)
        {
            return null;
        }

        if (objective.Adjustment is ClassAdjustment adjustment)
        {
            return $"{adjustment.Card.Key} needs classes, and '{target.Name}' has none";
        }

        foreach (double value in target.Values)
        {
            if (!loss.Card.Target.Contains(value))
            {
                return FormattableString.Invariant(
                    $"{loss.Card.Key} takes targets in {loss.Card.Target}, but '{target.Name}' holds {value}");
            }
        }

        return null;
    }

    /// <summary>
    /// Orders objectives from simple to special: by their losses, as the task's own list does, then as the catalogue
    /// does; a loss by itself before what is made of it.
    /// </summary>
    internal static Candidate[] Order(IReadOnlyList<Objective> objectives, TaskKind task)
    {
        string[] usual = [.. DefaultNames(task).Select(name => name.Split(':')[0]).Distinct()];
        Lazy<string[]> all = new(() => [.. LossCatalogue.All.Select(entry => entry.Card.Key)]);
        Objective[] ordered =
        [
            .. objectives
                .OrderBy(objective => objective.Adjustment is null ? 0 : 1)
                .ThenBy(objective => PlaceOf(objective.Loss.Card.Key))
                .ThenBy(objective => objective.Name.Length),
        ];
        return [.. objectives.Select(objective => new Candidate(objective, Array.IndexOf(ordered, objective)))];

        int PlaceOf(string key) => Array.IndexOf(usual, key) is int place and >= 0
            ? place
            : usual.Length + Array.IndexOf(all.Value, key);
    }

    private static string[] DefaultNames(TaskKind task) => task switch
    {
        TaskKind.Regression =>
        [
            "squared", "absolute", "huber:delta=0.5", "log-cosh", "epsilon-insensitive:epsilon=0.1", "cauchy:c=0.5",
            "gamma",
        ],
        TaskKind.Counts => ["poisson", "squared", "absolute", "huber:delta=0.5", "log-cosh", "tweedie:power=1.5"],
        TaskKind.Binary => ["binary-cross-entropy", "binary-focal", "brier", "hinge", "squared-hinge", "exponential"],
        _ =>
        [
            "cross-entropy", "cross-entropy:smoothing=0.1", "focal", "generalised-cross-entropy", "poly-1",
            "multi-margin",
        ],
    };
}
