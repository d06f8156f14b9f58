using System.Runtime.Intrinsics;

namespace Lossary.Numerics;

/// <summary>What is summed: four terms at a time, in double precision.</summary>
internal interface ITerms
{
    /// <summary>True where a block of terms adds up in plain doubles as precisely as its terms deserve.</summary>
    static abstract bool AreNarrow { get; }

    /// <summary>How many terms there are.</summary>
    int Count { get; }

    /// <summary>The four terms from <paramref name="index"/> on.</summary>
    /// <param name="index">Of the first of the four.</param>
    /// <param name="lost">What the terms lack of their exact value.</param>
    Vector256<double> At(int index, out Vector256<double> lost);

    /// <summary>The term at <paramref name="index"/> alone.</summary>
    double Single(int index, out double lost);
}
