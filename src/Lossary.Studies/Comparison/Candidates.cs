using Lossary.Data;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>Which losses a comparison tries, and whether it can.</summary>
public static class Candidates
{
    /// <summary>The losses that a task is tried with when the user names none.</summary>
    /// <remarks>
    /// Scales are in units of the target's spread, see <see cref="TargetScale"/>: half a spread and less, since a
    /// network that has learnt anything leaves residuals well below one.
    /// </remarks>
    /// <param name="target">What is to be predicted; losses that its values rule out are left out.</param>
    public static IReadOnlyList<ILoss> DefaultsFor(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return [.. DefaultNames(target.Task).Select(LossCatalogue.Create).Where(loss => Refusal(loss, target) is null)];
    }

    /// <summary>Why a loss cannot be trained for a target; null if it can.</summary>
    public static string? Refusal(ILoss loss, Target target)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(target);
        LossTask task = LossFit.TaskOf(target.Task);
        if (!loss.Card.Tasks.HasFlag(task))
        {
            return $"{loss.Card.Key} is no loss for a {TaskNames.NameOf(target.Task)} target";
        }

        if (!loss.Card.Prediction.IsEverything)
        {
            return $"{loss.Card.Key} takes predictions in {loss.Card.Prediction} only, which a network's output need not be";
        }

        if (target.IsClass)
        {
            return null;
        }

        if (loss.Card is { Link: Link.Identity, Parameters.Count: > 0 }
            && LossCatalogue.Find(loss.Card.Key).Family != LossFamily.Distance)
        {
            string names = string.Join(", ", loss.Card.Parameters.Select(parameter => parameter.Name));
            return $"{loss.Card.Key} measures {names} on the target's own scale, on which networks are not trained here";
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

    /// <summary>Orders losses from simple to special: as the task's own list does, then as the catalogue does.</summary>
    internal static Candidate[] Order(IReadOnlyList<ILoss> losses, TaskKind task)
    {
        string[] keys =
        [
            .. DefaultNames(task).Select(name => name.Split(':')[0]).Distinct(),
            .. LossCatalogue.All.Select(entry => entry.Card.Key),
        ];
        ILoss[] ordered = [.. losses.OrderBy(loss => Array.IndexOf(keys, loss.Card.Key)).ThenBy(loss => loss.Name.Length)];
        return [.. losses.Select(loss => new Candidate(loss, Array.IndexOf(ordered, loss)))];
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
