using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lossary.Losses;

/// <summary>One row on its way from probabilities to cumulative ones.</summary>
/// <remarks>
/// What lies above a boundary is summed from the top and never taken as 1 less what lies below it, so that a
/// difference of cumulative probabilities keeps its digits where the prediction is right.
/// </remarks>
/// <param name="memory">At least <see cref="LengthOf"/> elements.</param>
/// <param name="classes">The number of classes.</param>
internal readonly unsafe struct OrdinalRow<T>(T* memory, int classes)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Shape [classes]: exponentials, then probabilities.</summary>
    public readonly T* Probabilities = memory;

    /// <summary>Shape [classes]: the probability of all classes above one; later what its boundary pulls by.</summary>
    public readonly T* Above = memory + classes;

    /// <summary>Shape [classes]: the target's share of all classes above one.</summary>
    public readonly T* ShareAbove = memory + (2 * classes);

    /// <summary>How many elements a row of so many classes takes.</summary>
    public static int LengthOf(int classes) => 3 * classes;

    /// <summary>From exponentials and their sum to what lies above each class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Accumulate(T sum, int target, T* shares, int classes)
    {
        T inverse = T.One / sum, above = T.Zero, shareAbove = T.Zero;
        for (int k = classes - 1; k >= 0; k--)
        {
            Above[k] = above;
            ShareAbove[k] = shareAbove;
            Probabilities[k] *= inverse;
            above += Probabilities[k];
            shareAbove += shares == null ? (k == target ? T.One : T.Zero) : shares[k];
        }
    }
}
