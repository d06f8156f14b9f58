using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>A loss that such predictions do not have.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Reason">Why not, in a clause.</param>
public sealed record UnfitLoss(ILoss Loss, string Reason);
