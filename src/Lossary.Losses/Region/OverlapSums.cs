using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Adds Σ p t, Σ p and Σ t of one class's pixels to three sums.</summary>
internal readonly ref struct OverlapSums<TKind, T> : ILaneSweep<T>
    where TKind : struct, IPixelKind
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Logits where there is a sigmoid, else probabilities.</summary>
    public required ReadOnlySpan<T> Predictions { get; init; }

    public required ReadOnlySpan<T> Targets { get; init; }

    /// <summary>1 where a pixel counts; empty where all do.</summary>
    public required ReadOnlySpan<T> Counts { get; init; }

    /// <summary>
    /// Receives the sigmoid of minus each logit's magnitude, where squares are summed negative where the logit is; or
    /// empty.
    /// </summary>
    public required Span<T> Tails { get; init; }

    public required Span<double> Sums { get; init; }

    /// <summary>Receives one number, which is positive where a target is no share.</summary>
    public required Span<double> Outside { get; init; }

    public required bool HasSigmoid { get; init; }

    /// <summary>Whether p² and t² stand for p and t in the last two.</summary>
    public required bool IsSquared { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TLane>(int start, int end)
        where TLane : struct, ILane<TLane>, IMemoryLane<TLane, T>
    {
        ref T predictions = ref MemoryMarshal.GetReference(Predictions);
        ref T targets = ref MemoryMarshal.GetReference(Targets);
        ref T tails = ref MemoryMarshal.GetReference(Tails);
        ref T counts = ref MemoryMarshal.GetReference(Counts);
        bool hasSigmoid = TKind.IsUsual || HasSigmoid, isSquared = !TKind.IsUsual && IsSquared;
        bool hasCounts = !TKind.IsUsual && !Counts.IsEmpty, hasTails = !Tails.IsEmpty;
        TLane both = 0, predicted = 0, actual = 0, least = 0, most = 1, notNumbers = 0;
        for (nint i = start; i < end; i += TLane.Width)
        {
            TLane p = TLane.Load(ref predictions, i), t = TLane.Load(ref targets, i);
            least = TLane.AtMost(t, least);
            most = TLane.AtLeast(t, most);
            if (hasSigmoid)
            {
                TLane tail = Logistic.Tail(p);
                if (hasTails)
                {
                    TLane.Store(isSquared ? TLane.WhereLess(p, 0, -tail, tail) : tail, ref tails, i);
                }

                p = TLane.WhereLess(p, 0, tail, 1 - tail);
            }

            if (hasCounts)
            {
                TLane count = TLane.Load(ref counts, i);
                notNumbers += TLane.WhereAtMost(t, t, 0, 1);
                p = TLane.WhereLess(0, count, p, 0);
                t = TLane.WhereLess(0, count, t, 0);
            }

            both = TLane.FusedMultiplyAdd(p, t, both);
            predicted += isSquared ? p * p : p;
            actual += isSquared ? t * t : t;
        }

        // What is no number comes out in the sum of what counts; the rest is counted above.
        notNumbers += TLane.WhereAtMost(actual, actual, 0, 1);
        Outside[0] += TLane.SumToDouble(
            TLane.WhereLess(least, 0, 1, 0) + TLane.WhereLess(1, most, 1, 0) + notNumbers);
        Sums[0] += TLane.SumToDouble(both);
        Sums[1] += TLane.SumToDouble(predicted);
        Sums[2] += TLane.SumToDouble(actual);
    }
}
