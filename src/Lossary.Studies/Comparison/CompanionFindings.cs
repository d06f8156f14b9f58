using Lossary.Data;

namespace Lossary.Studies;

/// <summary>What the user should know of weights, events and queries in a comparison.</summary>
internal static class CompanionFindings
{
    public static IEnumerable<Finding> Of(Target target)
    {
        if (!target.Weights.IsEmpty)
        {
            yield return new("weights count in training, in stopping and in every score; diagrams count rows");
        }

        if (!target.Events.IsEmpty)
        {
            yield return new(
                "targets that are only bounds count as bounds in concordance and in losses of censored times; every "
                + "other loss and metric takes them for values");
        }

        if (!target.Queries.IsEmpty)
        {
            yield return new(
                "rows of a query stay together: in a fold, among the validation rows, in a batch of a loss of lists");
        }
    }
}
