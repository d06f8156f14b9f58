using Lossary.Data;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>What to know of a recommendation: warnings that follow from its properties.</summary>
internal static class OutcomeWarnings
{
    private static readonly Condition AsksForMean = MetricGoal.In("rmse", "mse", "r2", "explained-variance");

    public static IEnumerable<AdviceWarning> Of(Suggestion recommended, AdviceCase at)
    {
        LossTraits traits = recommended.Objective.Loss.Traits;
        bool isNumber = at.Task is TaskKind.Regression or TaskKind.Counts;
        double skew = at.Facts[FactCatalogue.ResidualSkewness] ?? 0;
        if (isNumber && IsCentre(traits) && Math.Abs(skew) > at.Thresholds[ThresholdCatalogue.ResidualSkewness])
        {
            string side = skew > 0 ? "below" : "above";
            yield return new(
                "skewed-residuals",
                $"Residuals are skewed (L-skewness {FactText.Short(skew, 2)}): {recommended.Objective.Loss.Card.Title} "
                + $"predicts {side} the mean. Where totals must be right, take a loss that predicts the mean.");
        }

        if (isNumber && traits.Functional != Functional.Mean && AsksForMean.Look(at).Holds)
        {
            yield return new(
                "metric-asks-for-mean",
                $"{at.Needs.Metric!.Title} is least at the mean, and {recommended.Objective.Loss.Card.Title} "
                    + "predicts something else: it may win all the same where outliers make the "
                    + "mean hard to learn. Compare.");
        }

        if (!isNumber && ArrayTraining.GivesProbabilities(recommended.Objective.Loss)
            && recommended.Objective.Loss.Card.Key != ClassArrayLoss.ExpectedCost
            && (!ArrayTraining.IsProper(recommended.Objective.Loss) || recommended.Objective.Adjustment is not null))
        {
            yield return new(
                "probabilities-shift",
                $"{recommended.Objective.Loss.Card.Title} is not trained towards the data's probabilities: "
                    + "recalibrate before they are used as such.");
        }

        if (isNumber && traits.IsRedescending)
        {
            yield return new(
                "needs-a-start",
                $"{recommended.Objective.Loss.Card.Title} is not convex: where training ends depends on where it "
                    + "starts. Train several seeds, or start from a model trained with Huber.");
        }
    }

    private static bool IsCentre(LossTraits traits) =>
        traits.Functional is Functional.Median || (traits.Functional is Functional.Unnamed && traits.IsSymmetric);
}
