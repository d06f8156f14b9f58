using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>A loss and its totals.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Totals">Sum and mean.</param>
public sealed record LossValue(ILoss Loss, Totals Totals);
