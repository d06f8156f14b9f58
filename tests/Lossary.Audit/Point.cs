using System.Numerics;
using Lossary.Losses;

namespace Lossary.Audit;

/// <summary>One sample's numbers, and what the library makes of them.</summary>
/// <param name="Numbers">Prediction and target, or the numbers of the input cards.</param>
/// <param name="Value">The library's loss.</param>
/// <param name="Slopes">The library's derivatives, by the numbers that the loss is differentiated by.</param>
internal sealed record Point<T>(double[] Numbers, T Value, T[] Slopes)
    where T : unmanaged, IFloatingPointIeee754<T>;

/// <summary>What the numbers of a sample may be, and by which of them the loss is differentiated.</summary>
/// <param name="Domains">For each number; null for one that only takes given values, as a class number.</param>
/// <param name="By">The differentiable ones.</param>
/// <param name="IsOnItsOwn">Whether a sample is a prediction and its target, and not several numbers.</param>
internal sealed record SampleShape(IReadOnlyList<Domain?> Domains, IReadOnlyList<int> By, bool IsOnItsOwn);
