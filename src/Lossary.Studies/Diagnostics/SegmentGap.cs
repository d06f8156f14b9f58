namespace Lossary.Studies;

/// <summary>By how much another loss differs from the loss to take on a segment.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Loss">The other loss.</param>
/// <param name="Relative">
/// How much worse the loss to take is, as a share of the other's mean score there; negative where it is better.
/// </param>
/// <param name="Points">The same in the metric's own unit.</param>
/// <param name="Low">The lower end of its 95 % interval, by the corrected test over the folds.</param>
/// <param name="High">The upper end of it.</param>
/// <param name="PValue">Adjusted by Holm over all segments and losses of the view.</param>
/// <param name="IsReal">
/// Whether the other loss is better there by more than chance and more than the region of practical equivalence.
/// </param>
public sealed record SegmentGap(
    Segment Segment,
    LossOutcome Loss,
    double Relative,
    double Points,
    double Low,
    double High,
    double PValue,
    bool IsReal);
