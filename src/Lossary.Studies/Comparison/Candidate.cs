using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>A loss that a comparison trains with.</summary>
/// <param name="Loss">The loss, with its parameters.</param>
/// <param name="Simplicity">Its place in the catalogue: where nothing else decides, the earlier is the simpler.</param>
internal sealed record Candidate(ILoss Loss, int Simplicity)
{
    /// <summary>Whether the loss looks at the residual alone, so that the target may be shifted.</summary>
    public bool IsDistance => LossCatalogue.Find(Loss.Card.Key).Family == LossFamily.Distance;
}
