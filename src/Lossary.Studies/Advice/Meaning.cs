using Lossary.Data;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>What is predicted by who trains with a loss: derived from its verified properties.</summary>
public static class Meaning
{
    /// <summary>In a sentence: <c>Train with absolute error and you predict the median.</c></summary>
    /// <param name="objective">The loss, with its parameters, and what is made of the class counts.</param>
    /// <param name="task">What it is trained for.</param>
    public static string Of(Objective objective, TaskKind task)
    {
        ArgumentNullException.ThrowIfNull(objective);
        string adjustment = objective.Adjustment is null ? "" : $" {objective.Adjustment.Card.Title}";
        return $"Train with {objective.Loss.Card.Title}{adjustment} and you predict {Predicted(objective, task)}.";
    }

    /// <summary>What is predicted, as it stands inside a sentence: <c>the median</c>.</summary>
    /// <param name="objective">The loss, with its parameters, and what is made of the class counts.</param>
    /// <param name="task">What it is trained for.</param>
    public static string Predicted(Objective objective, TaskKind task)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ILoss loss = objective.Loss;
        return QueryLoss.Is(loss) ? "scores that put the rows of a query in order; they are no grades"
            : TimeLoss.Is(loss) ? loss.Card.Key.StartsWith("cox", StringComparison.Ordinal)
                ? "hazards: who is struck earlier; they are no times"
                : "the distribution of the time, by its median and its scale"
            : DistributionHead.Find(loss.Card.Key) is DistributionHead head ? Distribution(head)
            : OrdinalThresholds.Is(loss) ? "the probabilities of the classes, by steps of their scale"
            : ClassArrayLoss.IsCorrection(loss) ? "the probabilities of the true classes, not of the labels"
            : loss.Card.Key == ClassArrayLoss.ExpectedCost
                ? "the cheapest class: scores are sure of it, and are no probabilities"
            : objective.Adjustment is not null
            ? "probabilities that fit classes about equally frequent, not the data's"
            : loss.Card.Link switch
            {
                Link.Score => "a class by the sign or order of scores; they are no probabilities",
                Link.Softmax => Classes(loss.Traits),
                Link.Logit => Probability(loss.Traits, task),
                Link.Log => Number(loss.Traits) + ", which stays positive: effects multiply",
                _ => Number(loss.Traits),
            };
    }

    private static string Distribution(DistributionHead head) => head switch
    {
        { KnowsLimits: true } => "the mean and the spread of what is measured, beyond its limits as well",
        { Task: TaskKind.Counts } => "the distribution of the counts, zeros of their own source included, by its mean "
            + "or its quantiles",
        { IsOfAmounts: true } => "the distribution of the amounts, zeros of their own source included, by its mean or "
            + "its quantiles",
        _ => "a distribution, by its quantiles",
    };

    private static string Classes(LossTraits traits) =>
        traits.IsProper ? "the probabilities of the classes"
        : "scores in the order of the probabilities: recalibrate them before they are read as such";

    private static string Probability(LossTraits traits, TaskKind task) => (traits.IsProper, task) switch
    {
        (true, TaskKind.Regression) => "the mean, which stays within 0 and 1",
        (true, _) => "the probability of the positive class",
        _ => "a score in the order of the probability: recalibrate it before it is read as one",
    };

    private static string Number(LossTraits traits) => traits switch
    {
        { Functional: Functional.Mean } => "the mean",
        { Functional: Functional.Median } => "the median",
        { Functional: Functional.Quantile } => $"the {FactText.Of(traits.Level, FactUnit.Share)} quantile",
        { Functional: Functional.Expectile } => $"the {FactText.Of(traits.Level, FactUnit.Share)} expectile",
        { Functional: Functional.GeometricMean } =>
            "the geometric mean, which lies below the mean and for even ratios at the median",
        { IsRedescending: true } => "where targets crowd, near the mode; far ones are forgotten",
        { IsSymmetric: true } => "a centre between median and mean: the mean where the noise is symmetric",
        _ => "a centre of its own kind",
    };
}
