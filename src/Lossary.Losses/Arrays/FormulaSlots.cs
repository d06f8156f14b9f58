using System.Runtime.CompilerServices;

namespace Lossary.Losses;

/// <summary>Room for the numbers of one sample, as many as <see cref="Most"/>.</summary>
[InlineArray(Most)]
internal struct FormulaSlots<TItem>
{
    /// <summary>How many numbers of one sample a formula may read.</summary>
    public const int Most = 12;

    private TItem _first;
}
