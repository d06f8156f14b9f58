using System.Numerics;

namespace Lossary.Tensors;

/// <summary>What many numbers along an axis become one by.</summary>
internal interface IAxisFold
{
    /// <summary>Folds the middle axis of <c>[outer, reduced, inner]</c>.</summary>
    /// <param name="values">The numbers; the reduced extent is at least 1.</param>
    /// <param name="reduced">The extent that goes.</param>
    /// <param name="inner">The extent within.</param>
    /// <param name="output">Receives <c>[outer, inner]</c>.</param>
    /// <param name="accumulate">True to add to what the output holds.</param>
    /// <param name="tape">Where memory comes from.</param>
    void Run<T>(ReadOnlySpan<T> values, int reduced, int inner, Span<T> output, bool accumulate, Tape<T> tape)
        where T : unmanaged, IFloatingPointIeee754<T>;
}
