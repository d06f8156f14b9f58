using Lossary.Data;
using Lossary.Losses;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Losses of several arrays that a comparison can train, of whatever kind.</summary>
internal static class ArrayTraining
{
    /// <summary>Whether a loss is one.</summary>
    public static bool Is(ILoss loss) => DistributionHead.Find(loss.Card.Key) is not null
        || QueryLoss.Is(loss) || TimeLoss.Is(loss) || ClassArrayLoss.Is(loss) || OrdinalThresholds.Is(loss);

    /// <summary>Whether it knows that targets of a column of events are only bounds in some rows.</summary>
    public static bool KnowsBounds(ILoss loss) =>
        TimeLoss.Is(loss) || DistributionHead.Find(loss.Card.Key) is { KnowsLimits: true };

    /// <summary>Whether its networks give probabilities of classes, and not mere scores.</summary>
    public static bool GivesProbabilities(ILoss loss) =>
        loss.Card.Link is Link.Logit or Link.Softmax || OrdinalThresholds.Is(loss);

    /// <summary>Whether probabilities of classes, the data's or the true ones, and only they, make it least.</summary>
    public static bool IsProper(ILoss loss) =>
        loss.Traits.IsProper || OrdinalThresholds.Is(loss) || ClassArrayLoss.IsCorrection(loss);

    /// <summary>Why a network cannot be trained with it for a target; null if it can.</summary>
    public static string? RefusalOf(ILoss loss, Target target, ComparisonOptions options) =>
        DistributionHead.Find(loss.Card.Key) is DistributionHead head ? head.RefusalOf(
            target, options.Quantiles.Count > 0)
        : QueryLoss.Is(loss) ? QueryLoss.RefusalOf(loss, target)
        : TimeLoss.Is(loss) ? TimeLoss.RefusalOf(loss, target)
        : ClassArrayLoss.Is(loss) ? ClassArrayLoss.RefusalOf(loss, target, options)
        : OrdinalThresholds.RefusalOf(loss, target);

    /// <summary>
    /// How it meets network and data, but for predicted distributions; null for these, and for other losses.
    /// </summary>
    public static ArrayRoles? RolesOf(ILoss loss, Target target, ComparisonOptions options) =>
        QueryLoss.Is(loss) ? QueryLoss.Roles
        : TimeLoss.Is(loss) ? TimeLoss.RolesOf(loss)
        : ClassArrayLoss.Is(loss) ? ClassArrayLoss.RolesOf(loss, target, options)
        : OrdinalThresholds.Is(loss) ? OrdinalThresholds.RolesOf(loss, target)
        : null;
}
