using Lossary.Losses;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>Adds multiples of the logarithms of the class shares to the logits while training.</summary>
/// <remarks>
/// The network learns what is left, the logits of balanced classes: with τ = 1 its predictions minimise the balanced
/// error. Reference: A. K. Menon, S. Jayasumana, A. S. Rawat, H. Jain, A. Veit, S. Kumar, "Long-tail Learning via Logit
/// Adjustment", ICLR 2021, arXiv:2007.07314.
/// </remarks>
/// <param name="tau">How much of it; positive.</param>
public sealed class LogitAdjustment(double tau) : ClassAdjustment(TheCard, tau)
{
    internal static AdjustmentCard TheCard { get; } = new(
        "logit-adjusted",
        "logit-adjusted",
        "Rare classes under a balanced metric: probabilities are those of equally frequent classes.",
        "A. K. Menon et al., Long-tail Learning via Logit Adjustment, 2021, arXiv:2007.07314",
        new(
            "tau", @"\tau", 1, Domain.Positive,
            "the multiple of ln(class share) that is added: 1 for the balanced error"));

    /// <inheritdoc/>
    /// <remarks>A class without rows counts as one of a single row.</remarks>
    public override double[] OffsetsOf(ReadOnlySpan<int> counts)
    {
        double total = 0;
        foreach (int count in counts)
        {
            total += Math.Max(1, count);
        }

        double[] offsets = new double[counts.Length];
        for (int k = 0; k < offsets.Length; k++)
        {
            offsets[k] = Value * RealFunctions.Log(Math.Max(1, counts[k]) / total);
        }

        return offsets;
    }

    internal override string? RefusalOf(ILoss loss) => base.RefusalOf(loss)
        ?? (loss.Card.Link is Link.Logit or Link.Softmax
            ? null
            : $"{Card.Key} adds to logits; what {loss.Card.Key} takes are none.");
}
