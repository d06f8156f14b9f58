using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// A loss whose formula can be run over any lane by who does not know its type: the audit, over many more digits.
/// </summary>
internal interface IReading
{
    /// <summary>Whether there is a formula of one sample's numbers at all.</summary>
    bool HasFormula { get; }

    /// <summary>The loss of one sample.</summary>
    /// <param name="numbers">Prediction and target, or the numbers of the input cards in their order.</param>
    TLane Read<TLane>(ReadOnlySpan<TLane> numbers)
        where TLane : struct, ILane<TLane>;
}
