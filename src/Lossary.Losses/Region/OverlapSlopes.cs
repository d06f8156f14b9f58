using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// Writes the gradient of one class's pixels: what the counts pull at p, times the sigmoid's slope where there is
/// one.
/// </summary>
/// <remarks>That slope is σ(z) σ(−z), the smaller never a difference from 1: it keeps its digits far out.</remarks>
internal readonly ref struct OverlapSlopes<TKind, T> : ILaneSweep<T>
    where TKind : struct, IPixelKind
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>
    /// Where there is a sigmoid that of minus each logit's magnitude, where squares are summed negative where the logit
    /// is; else probabilities.
    /// </summary>
    public required ReadOnlySpan<T> Predictions { get; init; }

    public required ReadOnlySpan<T> Targets { get; init; }

    /// <summary>1 where a pixel counts; empty where all do.</summary>
    public required ReadOnlySpan<T> Counts { get; init; }

    public required Span<T> Gradient { get; init; }

    /// <summary>The derivative by Σ p t.</summary>
    public required T Both { get; init; }

    /// <summary>The derivative by Σ p.</summary>
    public required T Predicted { get; init; }

    public required bool HasSigmoid { get; init; }

    public required bool IsSquared { get; init; }

    public required bool Accumulates { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TLane>(int start, int end)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        ref T predictions = ref MemoryMarshal.GetReference(Predictions);
        ref T targets = ref MemoryMarshal.GetReference(Targets);
        ref T counts = ref MemoryMarshal.GetReference(Counts);
        ref T gradient = ref MemoryMarshal.GetReference(Gradient);
        bool hasSigmoid = TKind.IsUsual || HasSigmoid, isSquared = !TKind.IsUsual && IsSquared;
        bool hasCounts = !TKind.IsUsual && !Counts.IsEmpty, accumulates = !TKind.IsUsual && Accumulates;
        TLane both = TLane.Spread(Both), predicted = TLane.Spread(Predicted);
        for (nint i = start; i < end; i += TLane.Width)
        {
            TLane p = TLane.Load(ref predictions, i), slope = 1;
            if (hasSigmoid)
            {
                TLane smaller = isSquared ? TLane.Abs(p) : p, larger = 1 - smaller;
                slope = larger * smaller;
                p = TLane.WhereLess(p, 0, smaller, larger);
            }

            TLane pull = isSquared ? 2 * p * predicted : predicted;
            pull = slope * TLane.FusedMultiplyAdd(both, TLane.Load(ref targets, i), pull);
            pull = hasCounts ? TLane.WhereLess(0, TLane.Load(ref counts, i), pull, 0) : pull;
            TLane.Store(accumulates ? TLane.Load(ref gradient, i) + pull : pull, ref gradient, i);
        }
    }
}
